from io import BytesIO

import docx
import openpyxl
import pytest

from perf_lint.model.finding import Fix
from perf_lint.model.place import Place
from perf_lint.writeback import fix_docx, fix_text, fix_xlsx
from perf_lint.writeback.edits import Edit, edits_of
from tests.reporters.sample_run import RATE

TEXT = "指标\t值\r\n满意度\t达90%以上\r\n达90%以上的人数\t达90%以上\t注\r\n"


def edit(place, old="达90%以上", new="≥90%"):
    return Edit("VAL512", "indicators[0].value", place, old, new)


def proposal(safety, at="indicators[0].value"):
    return RATE._replace(
        at=at, place=Place("表.txt", line=2, char=5), fixes=(Fix(safety, "改写", at, "达90%以上", "≥90%"),)
    )


def test_only_safe_fixes_are_taken_by_default_and_display_ones_never():
    findings = [proposal("unsafe"), proposal("display", "indicators[1].value"), proposal("safe", "indicators[2].value")]
    assert [e.at for e in edits_of(findings, "表.txt")] == ["indicators[2].value"]
    assert [e.at for e in edits_of(findings, "表.txt", unsafe=True)] == ["indicators[0].value", "indicators[2].value"]
    assert edits_of(findings, "别处.txt", unsafe=True) == []


def test_text_changes_at_the_place_only_and_keeps_line_ends():
    first, second = edit(Place("表.txt", line=2, char=5)), edit(Place("表.txt", line=3, char=11))
    fixed, made = fix_text.fix_lines(TEXT, [first, second])
    assert fixed == "指标\t值\r\n满意度\t≥90%\r\n达90%以上的人数\t≥90%\t注\r\n"
    assert made == [first, second]


@pytest.mark.parametrize("place", [Place("表.txt", line=2, char=1), Place("表.txt", line=9, char=1), Place("表.txt")])
def test_text_elsewhere_is_left_alone(place):
    assert fix_text.fix_lines(TEXT, [edit(place)]) == (TEXT, [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_keeps_its_encoding(encoding):
    data, _ = fix_text.fix(TEXT.encode(encoding), "表.txt", [edit(Place("表.txt", line=2, char=5))])
    assert data == TEXT.replace("满意度\t达90%以上", "满意度\t≥90%").encode(encoding)


def word(*runs):
    made = docx.Document()
    cell = made.add_table(rows=1, cols=2).cell(0, 1)
    for text in runs:
        cell.paragraphs[0].add_run(text).bold = True
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_word_text_split_over_runs_is_replaced_and_keeps_its_look():
    place = Place("表.docx", table=1, row=1, column=2)
    data, made = fix_docx.fix(word("指标1：达", "90%", "以上。"), "表.docx", [edit(place)])
    paragraph = docx.Document(BytesIO(data)).tables[0].cell(0, 1).paragraphs[0]
    assert [(run.text, run.bold) for run in paragraph.runs] == [("指标1：≥90%", True), ("", True), ("。", True)]
    assert made == [edit(place)]


@pytest.mark.parametrize("runs", [("≥90%",), ("达90%以上，达90%以上",)])
def test_word_text_that_is_absent_or_twice_there_is_left_alone(runs):
    data = word(*runs)
    assert fix_docx.fix(data, "表.docx", [edit(Place("表.docx", table=1, row=1, column=2))]) == (data, [])


def workbook(value):
    book = openpyxl.Workbook()
    book.active.title = "表"
    book.active["B2"] = value
    book.active["B2"].number_format = "0.00"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_workbook_text_is_replaced_and_keeps_its_format():
    place = Place("表.xlsx", sheet="表", cell="B2")
    data, made = fix_xlsx.fix(workbook("达90%以上"), "表.xlsx", [edit(place)])
    cell = openpyxl.load_workbook(BytesIO(data)).active["B2"]
    assert (cell.value, cell.number_format, made) == ("≥90%", "0.00", [edit(place)])


@pytest.mark.parametrize(("value", "old"), [("=1+1", "1"), (0.9, "0.9"), ("别的", "达90%以上")])
def test_workbook_formulas_numbers_and_other_texts_are_left_alone(value, old):
    data = workbook(value)
    assert fix_xlsx.fix(data, "表.xlsx", [edit(Place("表.xlsx", sheet="表", cell="B2"), old=old)]) == (data, [])
