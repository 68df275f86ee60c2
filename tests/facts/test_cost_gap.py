"""A gap between costs and total is an error only where nothing else explains it."""

from __future__ import annotations

import pytest

from perf_lint.facts import derive
from perf_lint.facts.cost_doubt import cost_doubt, cost_gap_level
from perf_lint.facts.cost_gap import comparable_cost, cost_block, exceeding_costs, is_unit_slip
from perf_lint.facts.cost_repair import cost_closing_row, cost_extra_row, cost_unit_row
from perf_lint.facts.form_view import FormFacts
from perf_lint.pack.example import build_form


def _form(total: str, *rows: str, **more: object) -> FormFacts:
    named = [row if "指标|" in row else f"成本指标|{row}" for row in rows]
    return derive(build_form({"total": total, "rows": named, **more}))


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        (_form("5万元", "建设费|9万元", period="2023-2025年"), "项目期跨年度，成本可能按整个项目期填写"),
        (_form("5万元", "建设费|9万元", period="3年"), "项目期跨年度，成本可能按整个项目期填写"),
        (_form("5万元", "建设费|9万元", kind="self-evaluation"), "不是项目绩效目标表"),
        (_form("5万元", "建设费|50000万元"), "成本与总额的金额单位可能不一致"),
        (_form("5万元", "人员费|5万元", "办公费|1万元"), "有一行等于资金总额，其余各行可能是其中的分项"),
        (_form("5万元", "改造费|2万元", "慰问标准|200元/人"), "成本中有单价、标准或未写明金额的行"),
        (_form("60万元", "电脑购置成本|5000元", "数量指标|购置电脑|120台"), "有的金额乘以数量才是全部成本，可能是单价"),
        (_form("5万元", "经费|控制在预算内"), "没有可相加的成本金额"),
    ],
)
def test_what_forbids_the_comparison(form, reason):
    assert cost_block(form) == reason
    assert comparable_cost(form) is None


@pytest.mark.parametrize(
    ("form", "doubt", "level"),
    [
        (_form("6万元", "保险费|约3万元", "奖励资金|约4万元"), None, "error"),
        (_form("10万元", "保险费|3万元", "奖励资金|4万元"), None, "error"),
        (_form("50万元", "会议费|≤52万元"), "成本按上限填写", "warning"),
        (_form("50万元", "会议费|42万元"), "成本可能没有列全", "warning"),
        (_form("50万元", "会议费|12万元", "培训费|9万元"), "成本可能没有列全", "info"),
        (_form("95.47万元", "工资|700035元", "社保费|254700元"), "差额很小，可能是约数或四舍五入", "info"),
        (_form("199.98万元", "设备费|约150万元", "安装费|约50万元"), "差额很小，可能是约数或四舍五入", "info"),
        (_form("6万元", "保险费|3万元", "奖金|4万元", unread=["7万元"]), "表中有未读格", "warning"),
    ],
)
def test_how_sure_a_gap_is(form, doubt, level):
    assert cost_block(form) is None
    assert (cost_doubt(form), cost_gap_level(form)) == (doubt, level)


def test_the_one_row_filed_elsewhere_that_closes_the_gap():
    form = _form("10万元", "保险费|3万元", "会议费|5万元", "数量指标|奖励资金|2万元", "质量指标|验收率|100%")
    row = cost_closing_row(form)
    assert row is not None
    assert row.name == "奖励资金"
    twice = _form("10万元", "会议费|8万元", "数量指标|奖励资金|2万元", "数量指标|慰问金|2万元")
    assert cost_closing_row(twice) is None


def test_the_one_row_whose_unit_explains_the_gap():
    row = cost_unit_row(_form("8万元", "保险费|3万元", "会议费|5元"))
    assert row is not None
    assert row.name == "会议费"
    assert cost_unit_row(_form("8万元", "保险费|3万元", "会议费|4万元")) is None


def test_the_one_row_too_many():
    row = cost_extra_row(_form("8万元", "保险费|3万元", "会议费|5万元", "印刷费|2万元"))
    assert row is not None
    assert row.name == "印刷费"
    assert cost_extra_row(_form("8万元", "保险费|8万元", "会议费|2万元", "印刷费|2万元")) is None


def test_a_cost_above_every_sum_of_the_money_block():
    assert [row.name for row in exceeding_costs(_form("6万元", "保险费|8万元", "会议费|1万元"))] == ["保险费"]
    assert exceeding_costs(_form("6万元", "保险费|8万元", items={"自筹": "2万元"})) == ()
    assert exceeding_costs(_form("6万元", "保险费|80000万元")) == ()
    assert exceeding_costs(_form("6万元", "保险费|8万元", period="2023-2025年")) == ()


def test_amounts_a_thousandfold_apart_differ_in_unit():
    from decimal import Decimal

    assert is_unit_slip(Decimal(50), Decimal(500000))
    assert not is_unit_slip(Decimal(50), Decimal(5000))
    assert not is_unit_slip(Decimal(0), Decimal(5000))
