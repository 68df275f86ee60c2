"""Annotated and repaired copies of whole forms, read and checked again."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from perf_lint import api
from perf_lint.model.finding import FileReport
from perf_lint.model.place import Place
from perf_lint.readers import read_bytes
from perf_lint.reporters.form_record import document_record
from perf_lint.writeback.edits import edits_of
from perf_lint.writeback.formats import annotator, fixer
from perf_lint.writeback.notes import note_text
from tests.factory.drawing import draw
from tests.factory.example_files import CARE, FARMLAND
from tests.factory.formats import WRITERS
from tests.factory.spec import IndicatorRow
from tests.factory.specs import ALL
from tests.writeback.parts import changed, sheet_notes, word_notes

SLIPS = (
    ("产出指标", "质量指标", "巡查覆盖率", "达95%以上"),
    ("产出指标", "时效指标", "巡查完成时间", "2025年2月30日前"),
    ("效益指标", "社会效益指标", "群众知晓率", "大于等于85%"),
)
EXAMPLES = Path(__file__).parents[2] / "examples"


def with_slips(spec):
    """Add rows that have something to repair and something to find."""
    rows = []
    for level1, level2, name, value in SLIPS:
        texts = {"三级指标": name, "指标值": value}
        rows.append(IndicatorRow(level1, level2, tuple(texts.get(column, "说明") for column in spec.columns)))
    return spec._replace(rows=(*spec.rows, *rows))


FORMS = {"care": CARE, "farmland": with_slips(FARMLAND), **{name: with_slips(spec) for name, spec in ALL.items()}}


@cache
def content(name, suffix):
    return WRITERS[suffix](draw(FORMS[name]))


@cache
def checked(data, path):
    return api.lint_document(read_bytes(data, path))


def record(data, path):
    """Give what `show` prints, typed values left out: they follow from the texts."""
    report = checked(data, path)
    text = json.dumps(document_record(report.files[0], "zh"), ensure_ascii=False, default=str)
    return json.loads(text, object_hook=lambda item: item["text"] if "comparator" in item else item)


def key(place: Place):
    return place.sheet, place.cell, place.table, place.row, place.column


def expected_notes(report):
    """Give place and text of the note that each marked cell should have."""
    cells: dict = {}
    for finding in report.findings:
        cells.setdefault(key(finding.place), []).append(note_text(finding, report, "zh"))
    return {place: "\n\n".join(texts) for place, texts in cells.items()}


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "pdf"])
@pytest.mark.parametrize("name", FORMS)
def test_an_annotated_copy_reads_and_checks_like_the_original(name, suffix):
    data, path = content(name, suffix), f"表.{suffix}"
    report = checked(data, path)
    write, _ = annotator(suffix)
    copy = write(data, path, report, "zh")
    assert report.findings
    assert copy != data
    assert record(copy, path) == record(data, path)
    again = checked(copy, path)
    assert again.findings == report.findings
    assert again.not_evaluated == report.not_evaluated


@pytest.mark.parametrize("name", FORMS)
def test_word_comments_stand_on_the_cells_of_their_findings(name):
    data = content(name, "docx")
    report = checked(data, "表.docx")
    copy = annotator("docx")[0](data, "表.docx", report, "zh")
    (grid,) = (block for block in read_bytes(data, "表.docx").blocks if hasattr(block, "cells"))
    texts = {(None, None, 1, cell.row, cell.column): cell.text for cell in grid.cells}
    wanted = [(texts[place].replace("\n", ""), text) for place, text in expected_notes(report).items()]
    assert sorted(word_notes(copy)) == sorted(wanted)
    assert changed(data, copy) == {
        "[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments1.xml",
    }  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_sheet_comments_stand_on_the_cells_of_their_findings(name):
    data = content(name, "xlsx")
    report = checked(data, "表.xlsx")
    copy = annotator("xlsx")[0](data, "表.xlsx", report, "zh")
    wanted = [(place[0], place[1], text) for place, text in expected_notes(report).items()]
    assert sorted(sheet_notes(copy)) == sorted(wanted)
    assert changed(data, copy) == {
        "[Content_Types].xml", "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/styles.xml",
        "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml",
    }  # fmt: skip


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "txt", "md", "csv"])
@pytest.mark.parametrize("name", FORMS)
def test_a_repaired_copy_differs_in_the_repaired_cells_only(name, suffix):
    repaired_reads_alike(content(name, suffix), f"表.{suffix}")


@pytest.mark.parametrize("path", sorted(EXAMPLES.iterdir()), ids=lambda path: path.name)
def test_the_examples_can_be_repaired(path):
    repaired_reads_alike(path.read_bytes(), path.name, some=False)


def repaired_reads_alike(data, path, *, some=True):
    report = checked(data, path)
    edits = edits_of(report.findings, path)
    apply = fixer(report.files[0].format)
    fixed, made = apply(data, path, edits)
    assert made == edits
    assert bool(made) or not some
    wanted = record(data, path)
    for edit in made:
        number = int(re.match(r"indicators\[(\d+)\]\.value", edit.at)[1])
        form = next(f for f in wanted["forms"] if f["index"] == form_of(report, edit))
        assert form["indicators"][number]["value"] == edit.old
        form["indicators"][number]["value"] = edit.new
    assert record(fixed, path) == wanted
    repaired = {(edit.rule, edit.at) for edit in made}
    assert not [f for f in checked(fixed, path).findings if (f.rule, f.at) in repaired]
    left = [f for f in report.findings if (f.rule, f.at) not in repaired]
    assert [(f.rule, f.at, f.message) for f in checked(fixed, path).findings] == [
        (f.rule, f.at, f.message) for f in left
    ]


def form_of(report: FileReport, edit):
    return next(f.form for f in report.findings if f.place == edit.place)
