"""Forms as many provinces publish them: silence on the right ones, exactly the mistake in the wrong ones."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from perf_lint.engine.run import run
from perf_lint.layout import recognise
from perf_lint.pack.load import load
from perf_lint.pack.pack import Pack
from perf_lint.readers import read_bytes
from tests.bank.pictures import HERE, Change, Picture, as_drawing, as_text, changes, picture
from tests.factory.formats import WRITERS

CLEAN = sorted(HERE.glob("clean/*"))
DRAWN = [path for path in CLEAN if path.suffix == ".grid"]
CHANGES = list(changes(HERE / "faulty.txt"))


@cache
def pack() -> Pack:
    return load()


def loud(drawn: Picture, name: str, suffix: str) -> list[str]:
    """Check the form in one format; give its errors and warnings as lines, and `unread` for cells that nobody took."""
    data = as_text(drawn).encode() if suffix == "txt" else WRITERS[suffix](as_drawing(drawn))
    forms = recognise(read_bytes(data, f"{name}.{suffix}"))
    assert forms
    outcome = run(pack(), [(name, form) for form in forms])
    assert outcome.crashes == ()
    said = [f"{found.severity} {found.rule} {found.at}" for found in outcome.findings if found.severity != "info"]
    return said + [f"unread {text}" for form in forms for text in form.form.unread]


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_a_clean_form_is_left_alone(path: Path) -> None:
    assert loud(picture(path.read_text("utf-8")), path.stem, "txt") == []


@pytest.mark.parametrize(("number", "path"), list(enumerate(DRAWN)), ids=lambda item: getattr(item, "stem", ""))
def test_a_clean_form_is_left_alone_as_a_file(number: int, path: Path) -> None:
    suffix = ("docx", "xlsx", "html", "pdf")[number % 4]
    assert loud(picture(path.read_text("utf-8")), path.stem, suffix) == []


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: f"{change.base}-{change.after}")
def test_a_mistake_is_found_and_nothing_else(change: Change) -> None:
    base = next(HERE.glob(f"clean/{change.base}.*")).read_text("utf-8")
    assert base.count(change.before) == 1
    found = loud(picture(base.replace(change.before, change.after)), change.base, "txt")
    assert sorted(found) == sorted(change.expected)
