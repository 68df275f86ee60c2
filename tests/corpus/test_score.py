"""The findings on the real documents beside the checkout are those that careful people made."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("score", Path(__file__).with_name("score.py"))
assert _SPEC
assert _SPEC.loader
score = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(score)

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not score.CORPUS.is_dir(), reason="no real documents beside the checkout"),
]


@pytest.fixture(scope="module")
def result():
    return score.score(score.CORPUS)


def test_every_certain_defect_is_found_at_its_place(result):
    assert result.missed(1) == []
    assert len(result.wanted[1]) > 50


def test_nearly_every_arguable_defect_is_found(result):
    found, there = result.recall(2)
    assert found / there >= 0.85


def test_no_error_is_false_and_few_warnings_stand_alone(result):
    assert result.loud("error")[0] == result.loud("error")[1]
    supported, said = (sum(pair) for pair in zip(result.loud("error"), result.loud("warning"), strict=True))
    assert supported / said >= 0.95
