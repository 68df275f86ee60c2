from io import BytesIO

import openpyxl

from perf_lint.reporters.xlsx import render
from tests.reporters.sample_run import COST, REPORT


def sheets(data):
    return {
        sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)]
        for sheet in openpyxl.load_workbook(BytesIO(data))
    }


def test_one_row_a_finding():
    rows = sheets(render(REPORT))["问题清单"]
    assert rows[1] == [
        1, "错误", "AMT201", "清河县教育局", "校园安全<b>防护</b>", "提升.txt", "1", "第6行", "6万元",
        "成本指标合计 7 万元，年度资金总额 6 万元，相差 1 万元", "3 + 4 = 7 ≠ 6 万元", "核对各项成本。",
        "《中央部门预算绩效目标管理办法》（财预〔2015〕88号）", "a1",
    ]  # fmt: skip
    assert len(rows) == 3


def test_rows_are_tall_enough_and_counts_fit_one_page():
    book = openpyxl.load_workbook(BytesIO(render(REPORT)))
    heights = [book["问题清单"].row_dimensions[number].height for number in (2, 3)]
    assert heights == [33.75, 17.25]  # the basis takes two lines of its column
    assert [sheet.page_setup.fitToHeight for sheet in book.worksheets] == [0, 0, 0]
    assert [sheet.sheet_properties.pageSetUpPr.fitToPage for sheet in book.worksheets] == [True, True, True]
    assert book.properties.creator == "perf-lint"


def test_statistics_add_up():
    rows = sheets(render(REPORT))["统计"]
    assert rows[0] == ["按规则", "错误", "警告", "提示", "合计"]
    assert rows[1:3] == [["AMT201 成本指标合计与年度资金总额不一致", 1, 0, 0, 1], ["VAL505 单位与名称不符", 0, 1, 0, 1]]
    assert [row[:2] for row in rows[-5:]] == [
        ["绩效目标表", 2], ["三级指标", 5], ["已屏蔽", 0], ["未评估", 1], ["读不了的文件", 1],
    ]  # fmt: skip


def test_gaps_and_unread_cells_are_listed():
    assert sheets(render(REPORT))["未评估与未读"][1:] == [
        ["未评估", "AMT201", "村卫生室运行补助", "提升.txt", "第33行", "缺资金总额"],
        ["未读格", "", "校园安全<b>防护</b>", "提升.txt", "第20行", "（此行无人认领）"],
        ["读不了", "SRC001", "", "损坏.docx", "", "文件不完整，读不出来。"],
    ]


def test_text_that_looks_like_a_formula_stays_text():
    evil = COST._replace(text='=HYPERLINK("http://x")', message="@SUM(A1)", project="+1")
    book = openpyxl.load_workbook(BytesIO(render(REPORT._replace(findings=(evil,)))))
    cells = [cell for row in book["问题清单"].iter_rows(min_row=2) for cell in row if cell.column > 1]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell.value for cell in cells if cell.column in {5, 9, 10}] == ["+1", '=HYPERLINK("http://x")', "@SUM(A1)"]
    assert all(cell.data_type == "s" for cell in cells if cell.value)
