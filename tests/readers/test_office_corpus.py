"""Real forms as Office files read the same as the same forms as text, places apart."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from perf_lint.layout import recognise
from perf_lint.model.form import Form
from perf_lint.readers import read

BESIDE = Path(__file__).resolve().parents[3] / "shared"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (BESIDE / "samples").is_dir(), reason="no real documents beside the checkout"),
]


@cache
def as_text(name: str, index: int) -> Form:
    return recognise(read(BESIDE / "corpus" / name))[index - 1].form


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "xls"])
@pytest.mark.parametrize(("sample", "name", "index"), [("form_A", "000.txt", 2), ("form_C", "002.txt", 1)])
def test_same_form_in_every_format(sample, name, index, suffix):
    forms = recognise(read(BESIDE / "samples" / f"{sample}.{suffix}"))
    assert len(forms) == 1
    form, text = forms[0].form, as_text(name, index)
    # the goal of form_C is cut short in the Office files themselves
    assert text.goal is not None
    assert form.goal is not None
    assert text.goal.startswith(form.goal.rstrip("。"))
    assert form._replace(index=0, goal="", remarks=()) == text._replace(index=0, goal="", remarks=())
