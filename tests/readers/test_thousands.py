"""Amounts cut by their own thousands commas, and fields that only look like such pieces."""

from __future__ import annotations

import pytest

from perf_lint.readers import delimited, read_bytes
from perf_lint.readers.base import DEFAULT_LIMITS
from tests.readers.reading import grids

PLAIN = "一级指标,二级指标,三级指标,指标值\n产出指标,数量指标,件数,10件\n"


def _rows(text: str) -> list[list[str]]:
    (grid,) = grids(delimited.read(text.encode(), "表.csv", DEFAULT_LIMITS))
    rows = sorted({cell.row for cell in grid.cells})
    return [[cell.text for cell in grid.cells if cell.row == row] for row in rows]


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("资金,总额,1,437,000,", ["资金", "总额", "1,437,000", ""]),
        ("资金,总额,,12,000.50", ["资金", "总额", "", "12,000.50"]),
        ("资金,2,000,总额,1,268,000.00", ["资金", "2,000", "总额", "1,268,000.00"]),
        ("资金,总额,￥1,200,元", ["资金", "总额", "￥1,200", "元"]),
        ("资金,总额,-1,200,元", ["资金", "总额", "-1,200", "元"]),
    ],
)
def test_an_amount_is_whole_again_where_the_row_is_too_long_by_its_pieces(line, fields):
    assert _rows(PLAIN + line + "\n")[2] == fields


@pytest.mark.parametrize("line", ["资金,总额,10,100", "资金,1,437,000,5,6,7", "资金,总额,0,437,元"])
def test_fields_that_are_no_pieces_stay(line):
    assert _rows(PLAIN + line + "\n")[2] == line.split(",")


def test_every_row_of_an_export_may_hold_an_amount():
    rows = _rows("项目名称,预算数,指标,指标值\n甲,1,200,件数,5件\n乙,13,400.00,人数,9人\n丙,2,000,000,户数,7户\n")
    assert [row[:3] for row in rows[1:3]] == [["甲", "1,200", "件数"], ["乙", "13,400.00", "人数"]]
    assert rows[3] == ["丙", "2,000,000", "户数", "7户"]


def test_a_heading_with_fewer_columns_decides_nothing_where_not_every_row_holds_an_amount():
    rows = _rows("项目名称,预算数,指标\n甲,1,200,件数\n乙,丙,人数,9人\n丁,戊,户数,7户\n")
    assert rows[1:] == [["甲", "1", "200", "件数"], ["乙", "丙", "人数", "9人"], ["丁", "戊", "户数", "7户"]]


def test_text_under_the_name_of_a_workbook_is_cells():
    for name, mark in (("表.xls", ","), ("表.xlsx", "\t")):
        document = read_bytes(mark.join(("项目名称", "某项目", "乙")).encode() + b"\na" + mark.encode() + b"b\n", name)
        assert (document.format, [cell.text for cell in grids(document)[0].cells][:2]) == (
            "csv",
            ["项目名称", "某项目"],
        )
