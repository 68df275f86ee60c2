"""Worksheets with several forms beside each other, and worksheets behind a form that are none."""

from __future__ import annotations

import pytest

from perf_lint.layout import recognise
from perf_lint.model.document import Cell, Document, Grid


def _form(name: str, *rows: str) -> list[list[str]]:
    body = [row.split("|") for row in rows]
    return [
        ["项目支出绩效目标表"],
        ["项目名称", name, "", ""],
        ["年度总体目标", f"做好{name}。", "", ""],
        ["一级指标", "二级指标", "三级指标", "指标值"],
        *body,
    ]


DITCH = _form("清渠", "产出指标|数量指标|清淤长度|≥8公里", "|质量指标|验收合格率|100%")
SCHOOL = _form("校服", "产出指标|数量指标|配发套数|≥900套", "满意度指标|服务对象满意度指标|学生满意度|≥90%")
LAMPS = _form("路灯", "产出指标|数量指标|维修盏数|120盏")


def _grid(*placed: tuple[list[list[str]], int, int], sheet: str = "Sheet1", hidden: bool = False) -> Grid:
    cells = [
        Cell(text, top + i, left + j, address="A1")
        for rows, top, left in placed
        for i, row in enumerate(rows)
        for j, text in enumerate(row)
        if text
    ]
    return Grid(tuple(sorted(cells, key=lambda cell: (cell.row, cell.column))), sheet=sheet, hidden=hidden)


def _read(*grids: Grid) -> list[tuple[str | None, list[tuple[str, str]]]]:
    document = Document("表.xlsx", "xlsx", grids, binary=True)
    return [
        (read.form.project_name, [(row.name, row.value) for row in read.form.indicators])
        for read in recognise(document)
    ]


READ = {
    "清渠": ("清渠", [("清淤长度", "≥8公里"), ("验收合格率", "100%")]),
    "校服": ("校服", [("配发套数", "≥900套"), ("学生满意度", "≥90%")]),
    "路灯": ("路灯", [("维修盏数", "120盏")]),
}


@pytest.mark.parametrize("gap", [0, 1, 3])
def test_forms_beside_each_other_are_read_apart(gap):
    grid = _grid((DITCH, 1, 1), (SCHOOL, 1, 5 + gap), (LAMPS, 1, 9 + 2 * gap))
    assert _read(grid) == [READ["清渠"], READ["校服"], READ["路灯"]]


def test_forms_beside_and_below_each_other_are_read_column_by_column():
    grid = _grid((DITCH, 1, 1), (SCHOOL, 1, 6), (LAMPS, 9, 1), (DITCH, 9, 6))
    assert _read(grid) == [READ["清渠"], READ["路灯"], READ["校服"], READ["清渠"]]


def test_a_form_to_the_right_may_begin_lower():
    assert _read(_grid((DITCH, 1, 1), (SCHOOL, 3, 6), (LAMPS, 12, 1))) == [READ["清渠"], READ["路灯"], READ["校服"]]


def test_forms_below_each_other_that_begin_further_right_stay_whole():
    assert _read(_grid((DITCH, 1, 1), (SCHOOL, 9, 2))) == [READ["清渠"], READ["校服"]]


def test_a_project_named_twice_in_one_form_is_one_form():
    rows = [*DITCH]
    rows[1] = ["项目名称", "清渠", "项目名称", "清渠"]
    assert _read(_grid((rows, 1, 1))) == [READ["清渠"]]


@pytest.mark.parametrize(
    "rows",
    [
        [["产出指标"], ["数量指标"], ["是"], ["否"]],
        [["是"], ["否"]],
        [["指标性质"], ["≥"], ["≤"], ["定性"]],
        [["新增项目", "延续性项目"], ["一次性项目", "经常性项目"]],
        [["单位编码", "单位名称"], ["101001", "县水利局"]],
    ],
)
def test_a_sheet_of_choices_behind_a_form_is_no_part_of_it(rows):
    assert _read(_grid((DITCH, 1, 1)), _grid((rows, 1, 1), sheet="字典")) == [READ["清渠"]]


@pytest.mark.parametrize(
    ("rows", "more"),
    [
        (
            [["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "时效指标", "完成时间", "6月底"]],
            ("完成时间", "6月底"),
        ),
        ([["产出指标", "时效指标", "完成时间", "6月底"]], ("完成时间", "6月底")),
        ([["", "", "清淤土方", "≥3万方"]], ("清淤土方", "≥3万方")),
    ],
)
def test_a_sheet_that_goes_on_with_the_indicators_is_part_of_the_form(rows, more):
    name, known = READ["清渠"]
    assert _read(_grid((DITCH, 1, 1)), _grid((rows, 1, 1), sheet="续")) == [(name, [*known, more])]


def test_a_hidden_sheet_counts_only_where_it_names_a_project():
    checks = _grid(([["数量指标", "TRUE", "0"], ["检查", "FALSE", "1"]], 1, 1), sheet="校验", hidden=True)
    more = _grid((LAMPS, 1, 1), sheet="第二张", hidden=True)
    assert _read(_grid((DITCH, 1, 1)), checks, more) == [READ["清渠"], READ["路灯"]]
