"""Forms of many provinces and shapes, damaged and whole, are read exactly: every field, every place, nothing extra.

Each `forms/<name>.txt` or `.grid` has its expected reading beside it in `forms/<name>.reading`.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from perf_lint.layout import recognise
from perf_lint.readers import read

FOLDER = Path(__file__).parent / "forms"
FORMS = sorted(path for path in FOLDER.iterdir() if path.suffix in (".txt", ".grid"))

_SPEC = importlib.util.spec_from_file_location("drawn", Path(__file__).with_name("drawn.py"))
assert _SPEC
assert _SPEC.loader
drawn = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(drawn)


def reading(path: Path) -> str:
    document = drawn.draw(path.read_text(encoding="utf-8")) if path.suffix == ".grid" else read(path)
    return "\n".join(drawn.describe(form) for form in recognise(document)) + "\n"


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_form_is_read_exactly(path: Path):
    assert reading(path) == path.with_suffix(".reading").read_text(encoding="utf-8")


def test_there_are_many_shapes():
    assert len(FORMS) >= 25
    assert {path.stem for path in FOLDER.glob("*.reading")} == {path.stem for path in FORMS}
