"""The real documents beside the checkout are read exactly as careful people read them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

_SPEC = importlib.util.spec_from_file_location("measure", Path(__file__).with_name("measure.py"))
assert _SPEC
assert _SPEC.loader
measure = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(measure)

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not measure.CORPUS.is_dir(), reason="no real documents beside the checkout"),
]


def test_every_field_of_every_form_is_read_exactly():
    tally = measure.measure(measure.CORPUS)
    assert tally.differences == []
    assert tally.asked["name"] > 200
