"""Formulas saved without a value are unknown, not blank; amounts shown rounded may miss by the rounding, and no more."""

import re
from io import BytesIO

import openpyxl
import pytest

from perf_lint import api
from tests.factory.drawing import draw
from tests.factory.example_files import FARMLAND
from tests.factory.office import to_xlsx
from tests.factory.spec import IndicatorRow
from tests.writeback.parts import members, with_members

COSTS = tuple(
    IndicatorRow("成本指标", "经济成本指标", cells) for cells in (("渠道维修费", "42.5万元"), ("机井检修费", "30万元"))
)
FORM = FARMLAND._replace(rows=(*COSTS, *FARMLAND.rows[1:]))


def checked(tmp_path, cells, formats=None):
    book = openpyxl.load_workbook(BytesIO(to_xlsx(draw(FORM))))
    sheet = book.active
    for address, value in cells.items():
        sheet[address] = value
    for address, number_format in (formats or {}).items():
        sheet[address].number_format = number_format
    path = tmp_path / "表.xlsx"
    book.save(path)
    return api.lint([path])


def rules(items):
    return [(item.rule, item.at) for item in items]


def reason(sheet, cell):
    return f"单元格 {sheet}!{cell} 是公式，文件里没有保存它的结果；用 Excel 打开保存一次再检查"


def test_the_form_is_clean_without_doubts(tmp_path):
    assert rules(checked(tmp_path, {}).findings) == []


@pytest.mark.parametrize(
    ("cell", "at", "rule"),
    [
        ("E14", "indicators[3].value", "REQ103"),
        ("D14", "indicators[3].name", "REQ103"),
        ("C3", "project_name", "REQ104"),
        ("E4", "implementing_unit", "REQ104"),
        ("D6", "funding.total", "REQ104"),
        ("C9", "goal", "REQ104"),
    ],
)
def test_a_formula_without_value_is_not_a_blank(tmp_path, cell, at, rule):
    report = checked(tmp_path, {cell: '=B1&""'})
    assert rules(report.findings) == []
    sheet = openpyxl.load_workbook(tmp_path / "表.xlsx").active.title
    assert (rule, at, reason(sheet, cell)) in [(n.rule, n.at, n.reason) for n in report.not_evaluated]


def test_a_real_blank_beside_it_is_still_found(tmp_path):
    report = checked(tmp_path, {"E14": '=B1&""', "E15": ""})
    assert rules(report.findings) == [("REQ103", "indicators[4].value")]


@pytest.mark.parametrize("cell", ["D7", "D8", "E11"])
def test_sums_over_an_unknown_amount_are_not_evaluated(tmp_path, cell):
    others = {"D7": "70"} if cell == "D8" else {"E12": "20万元"}
    certain = checked(tmp_path, others)
    assert {f.rule for f in certain.findings} & {"AMT201", "AMT202"}
    report = checked(tmp_path, {**others, cell: "=1+1"})
    assert not {f.rule for f in report.findings if f.rule.startswith("AMT")}


ROUNDED = {"D6": 72.496, "D7": 72.496, "C9": "管护高标准农田2.9万亩，保障灌排设施正常使用。"}


def test_a_part_that_misses_by_rounding_only_is_right(tmp_path):
    assert (
        rules(
            checked(
                tmp_path,
                {
                    **ROUNDED,
                },
                {"D6": "0.0", "D7": "0.0"},
            ).findings
        )
        == []
    )
    report = checked(tmp_path, {**ROUNDED, "D6": "72.54", "E11": "42.54万元"}, {"D7": "0.0"})
    assert rules(report.findings) == []


def test_a_part_that_misses_by_more_is_wrong(tmp_path):
    report = checked(tmp_path, {**ROUNDED, "D6": "72.56", "E11": "42.56万元"}, {"D7": "0.0"})
    assert ("AMT202", "funding.total") in rules(report.findings)


def test_a_figure_typed_as_it_is_shown_gets_no_allowance(tmp_path):
    report = checked(tmp_path, {"D6": "72.54", "D7": "72.5", "E11": "42.54万元", "C9": ROUNDED["C9"]})
    assert "AMT202" in {f.rule for f in report.findings}


def test_unknown_cells_that_no_field_takes_are_not_called_unread(tmp_path):
    report = checked(tmp_path, {"H13": "=1+1", "H14": "旁注"})
    (read,) = report.files[0].forms
    assert read.form.unread == ("旁注",)
    assert read.source.place("unread[0]").cell == "H14"


def test_a_damaged_cell_is_no_blank(tmp_path):
    checked(tmp_path, {})
    path = tmp_path / "表.xlsx"
    damaged = re.compile(rb'(<c r="E14"[^>]*)t="inlineStr"><is>.*?</is>')
    data = path.read_bytes()
    assert damaged.search(members(data)["xl/worksheets/sheet1.xml"])
    path.write_bytes(
        with_members(data, {"xl/worksheets/sheet1.xml": lambda old: damaged.sub(rb'\1t="s"><v>99999</v>', old)})
    )
    report = api.lint([path])
    assert rules(report.findings) == []
    assert ("REQ103", "单元格 绩效目标表!E14 已损坏，内容读不出来") in [
        (n.rule, n.reason) for n in report.not_evaluated
    ]
