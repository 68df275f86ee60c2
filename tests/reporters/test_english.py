"""English output holds no Chinese but the document's own: here the document is English."""

import re
from pathlib import Path

import pytest

from perf_lint import reporters
from perf_lint.model.form import ReadForm, SourceMap
from perf_lint.model.place import Place
from perf_lint.model.words import Words
from perf_lint.reporters.terminal.comparison import comparison_lines
from perf_lint.reporters.terminal.form import file_lines
from perf_lint.reporters.terminal.style import printed
from tests.reporters.sample import FULL

CJK = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+")
TEXTS = sorted(name for name in reporters.available() if name not in {"docx", "xlsx", "parquet"})
DRAWN_CELL = re.compile(r"<t[dh]\b.*?</t[dh]>", re.DOTALL)
"""A cell of the form as the HTML page draws it: the document's own."""


def in_english(value):
    """Replace every Chinese word in a report by an English one, as if document and rules had none."""
    if isinstance(value, Words):
        return Words(value.zh, CJK.sub("word", value.en))
    if isinstance(value, str):
        return CJK.sub("word", value)
    if isinstance(value, SourceMap):
        places = {path: in_english(place) for path, place in value.paths().items()}
        return SourceMap(places, next(iter(places.values())))
    if isinstance(value, ReadForm):
        return ReadForm(in_english(value.form), in_english(value.source))
    if isinstance(value, dict):
        return {key: in_english(item) for key, item in value.items()}
    if isinstance(value, Place):
        return Place(*map(in_english, value))
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*map(in_english, value))
    if isinstance(value, tuple):
        return tuple(map(in_english, value))
    return value


@pytest.mark.parametrize("name", TEXTS)
def test_every_format(name):
    text = reporters.load(name).render(in_english(FULL), "en", verbose=True)
    assert CJK.findall(DRAWN_CELL.sub("", text)) == []


def test_a_form_as_read_and_a_comparison():
    report = in_english(FULL)
    lines = [line for file in report.files for line in file_lines(file, "en", 80)]
    states = ("new", "unchanged", "changed")
    compared = report._replace(
        findings=tuple(f._replace(state=s) for f, s in zip(report.findings, states, strict=True))
    )
    text = printed([*lines, *comparison_lines(compared, "en", 80)], colour=False)
    assert CJK.findall(text) == []


def test_the_schema_pages_are_there():
    assert sorted(path.name for path in (Path(__file__).parents[2] / "docs" / "schema").glob("*.json")) == [
        "forms-1.json",
        "report-1.json",
    ]
