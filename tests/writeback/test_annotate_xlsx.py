import zipfile
from io import BytesIO

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from perf_lint.model.finding import Report
from perf_lint.model.place import Place
from perf_lint.writeback.annotate_xlsx import annotate
from tests.reporters.sample_run import COST, RATE, REPORT

FILE = "表.xlsx"


def workbook(prepare=None):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "绩效 目标"
    for row in (["项目名称", "校园安全"], ["资金总额", "6万元"], ["持证上岗率", "52人"]):
        sheet.append(row)
    sheet["B9"] = "=1+1"
    if prepare:
        prepare(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def at(finding, cell, sheet="绩效 目标"):
    return finding._replace(place=Place(FILE, sheet=sheet, cell=cell), related=())


def report(*findings):
    return Report(findings=findings, rules=REPORT.rules)


def members(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def comments(data, title="绩效 目标"):
    sheet = openpyxl.load_workbook(BytesIO(data))[title]
    return {c.coordinate: c.comment.text for row in sheet.iter_rows() for c in row if c.comment}


COST_NOTE = (
    "【错误 AMT201】成本指标合计 7 万元，年度资金总额 6 万元，相差 1 万元\n算式：3 + 4 = 7 ≠ 6 万元\n"
    "怎么改：核对各项成本。\n依据：《中央部门预算绩效目标管理办法》（财预〔2015〕88号）"
)
RATE_NOTE = "【警告 VAL505】“持证上岗率”是比率，指标值却写成 52人\n怎么改：改写为百分数，例如 ≥95%"


def test_each_finding_is_a_comment_on_its_cell():
    data = annotate(workbook(), FILE, report(at(COST, "B2"), at(RATE, "B3")))
    assert comments(data) == {"B2": COST_NOTE, "B3": RATE_NOTE}


def test_cells_are_tinted_and_values_kept():
    sheet = openpyxl.load_workbook(BytesIO(annotate(workbook(), FILE, report(at(COST, "B2"), at(RATE, "B3"))))).active
    assert (sheet["B2"].fill.fgColor.rgb, sheet["B3"].fill.fgColor.rgb) == ("FFFBE3DF", "FFFDF0CF")
    assert [cell.value for cell in sheet["B"]] == ["校园安全", "6万元", "52人", None, None, None, None, None, "=1+1"]
    assert sheet["B1"].fill.patternType is None


def test_a_cell_that_the_file_lacks_is_made_in_its_order():
    data = annotate(workbook(), FILE, report(at(COST, "A6"), at(RATE, "C2")))
    assert comments(data) == {"A6": COST_NOTE, "C2": RATE_NOTE}


def test_own_fill_and_own_comments_stay():
    def prepare(book):
        sheet = book.active
        sheet["B2"].fill = PatternFill("solid", fgColor="FF00FF00")
        sheet["B2"].comment = Comment("请王科长看", "张三")
        sheet["A1"].comment = Comment("原有批注", "张三")

    data = annotate(workbook(prepare), FILE, report(at(COST, "B2")))
    assert comments(data) == {"A1": "原有批注", "B2": f"请王科长看\n\n{COST_NOTE}"}
    assert openpyxl.load_workbook(BytesIO(data)).active["B2"].fill.fgColor.rgb == "FF00FF00"


def test_every_other_part_is_the_same_byte_for_byte():
    def prepare(book):
        book.create_sheet("别的表")["A1"] = "不动"

    before = workbook(prepare)
    old, new = members(before), members(annotate(before, FILE, report(at(COST, "B2"))))
    changed = {name for name in new if old.get(name) != new[name]}
    assert changed == {
        "[Content_Types].xml", "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/styles.xml",
        "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml",
    }  # fmt: skip
    assert set(old) <= set(new)


def test_findings_of_another_file_change_nothing_but_packing():
    before = workbook()
    elsewhere = COST._replace(place=Place("别处.xlsx", sheet="绩效 目标", cell="B2"))
    assert (
        members(annotate(before, FILE, report(elsewhere)))["xl/worksheets/sheet1.xml"]
        == (members(before)["xl/worksheets/sheet1.xml"])
    )


def test_control_characters_of_a_message_stay_out_of_the_comment():
    finding = at(RATE, "B3")._replace(message="「5\x072\u202e人」\n不是百分数")
    book = openpyxl.load_workbook(BytesIO(annotate(workbook(), FILE, report(finding))))
    text = book["绩效 目标"]["B3"].comment.text
    assert text.split("\n")[:2] == [f"【警告 {RATE.rule}】「52人」", "不是百分数"]
