"""Funding parts, spending plans, weights and rates are added up and compared exactly."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_lint.facts import derive
from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.funding import amount_doubts, funding_adds_up, funding_parts
from perf_lint.facts.plan import plan_cumulated, plan_fall, plan_in_shares, plan_over, plan_percents
from perf_lint.facts.ratios import ratios
from perf_lint.facts.unit_cost import unit_costs
from perf_lint.facts.weights import weight_sum, weights_right
from perf_lint.pack.example import build_form


def _form(*rows: object, **more: object) -> FormFacts:
    return derive(build_form({"rows": list(rows), **more}))


@pytest.mark.parametrize(
    ("total", "fiscal", "other", "right"),
    [
        ("50万元", "45万元", "5万元", True),
        ("50万元", "45万元", "4万元", False),
        ("50万元", "50万元", "", True),
        ("50万元", "50万元", "—", True),
        ("50万元", "500000元", "0", True),
        ("50万元", "450000元", "5", None),
        ("50万元", "", "", None),
        ("50万元", "见附件", "5万元", None),
        ("0.1万元", "0.07万元", "0.03万元", True),
    ],
)
def test_parts_of_the_total(total, fiscal, other, right):
    form = _form(total=total, fiscal=fiscal, other=other)
    assert funding_adds_up(form) is right


def test_a_zero_without_unit_under_a_heading():
    form = _form(total="50", fiscal="50", other="0", header_unit="万元")
    assert (funding_parts(form), funding_adds_up(form)) == (Decimal(500000), True)


def test_any_further_line_may_explain_the_total():
    form = _form(
        total="50万元", fiscal="30万元", other="", items={"上年结转": "15万元", "自筹": "5万元", "备注": "9万元"}
    )
    assert funding_adds_up(form) is True


@pytest.mark.parametrize(
    ("steps", "percents"),
    [
        (["25.00%", "50%", "75%", "100%"], (25, 50, 75, 100)),
        (["0.25", "0.5", "0.75", "1"], (25, 50, 75, 100)),
        (["25", "50", "75", "100"], (25, 50, 75, 100)),
        (["25%", "", "75%", "100%"], None),
        (["待定", "50%", "75%", "100%"], None),
    ],
)
def test_steps_of_the_spending_plan(steps, percents):
    assert plan_percents(_form(plan=steps)) == percents


def test_faults_of_the_spending_plan():
    falling = _form(plan=["30%", "20%", "110%", "100%"])
    fall, over = plan_fall(falling), plan_over(falling)
    assert fall is not None
    assert over is not None
    assert (fall.path, over.path) == ("plan[1]", "plan[2]")
    shares = _form(plan=["40%", "30%", "20%", "10%"])
    assert (plan_in_shares(shares), plan_cumulated(shares)) == (True, "40%、70%、90%、100%")


@pytest.mark.parametrize(
    ("weights", "total", "right"),
    [
        (["50", "50"], "100", True), (["50", "40"], "90", True), (["0.6", "0.4"], "100", True), (["50%", "45%"], "95", False),
        (["50分", "60分"], "110", False), (["50", ""], None, None), (["100", "100"], "200", True), (["12.5", "87.5"], "100", True),
    ],
)  # fmt: skip
def test_weights(weights, total, right):
    form = _form(
        *({"level2": "数量指标", "name": f"甲{n}", "value": "1个", "weight": w} for n, w in enumerate(weights))
    )
    assert weight_sum(form) == (None if total is None else Decimal(total))
    assert weights_right(form) is right


def test_weights_within_each_level():
    rows = [
        {"level2": level, "name": f"{level}{n}", "value": "1个", "weight": weight}
        for level, weight in (("数量指标", "60"), ("数量指标", "40"), ("社会效益指标", "100"))
        for n in (1,)
    ]
    assert weights_right(_form(*rows)) is True


@pytest.mark.parametrize(
    ("rate", "ok"),
    [("83.33%", True), ("83.3%", True), ("83%", True), ("88%", False), ("≥80%", True), ("≥90%", False), ("≤90%", True)],
)
def test_a_rate_fixed_by_two_counts(rate, ok):
    form = _form("数量指标|案件立案数量|30起", "质量指标|案件结案数|25件", f"质量指标|案件办结率|{rate}")
    assert [(one.path, one.ok) for one in ratios(form)] == [("indicators[2].value", ok)]


@pytest.mark.parametrize(
    "rows",
    [
        ("数量指标|案件立案数量|≥30起", "质量指标|案件结案数|25件", "质量指标|案件办结率|88%"),
        (
            "数量指标|刑事案件立案数|30起",
            "数量指标|行政案件立案数|9起",
            "质量指标|案件结案数|25件",
            "质量指标|案件办结率|88%",
        ),
        ("数量指标|信访立案数量|30起", "质量指标|案件结案数|25件", "质量指标|案件办结率|88%"),
        ("数量指标|案件立案数量|20起", "质量指标|案件结案数|25件", "质量指标|案件办结率|88%"),
        ("数量指标|案件立案数量|30起", "质量指标|案件办结率|88%"),
    ],
)
def test_rates_that_no_pair_fixes(rows):
    assert ratios(_form(*rows)) == ()


def test_unit_cost_needs_one_matching_quantity():
    form = _form("数量指标|培训人数|300人", "成本指标|培训费标准|400元/人")
    assert [(one.quantity.name, one.product) for one in unit_costs(form)] == [("培训人数", Decimal(120000))]
    assert unit_costs(_form("数量指标|人数|300人", "数量指标|干部|5名", "成本指标|标准|400元/人")) == ()
    assert unit_costs(_form("数量指标|人数|300人", "成本指标|标准|400元/人", goal="由三级财政分担")) == ()


@pytest.mark.parametrize(
    ("form", "doubts"),
    [
        (_form("成本指标|改造费|约4万"), [("indicators[0].value", "只写了「万」，没有写「元」")]),
        (_form("成本指标|改造费|4"), [("indicators[0].value", "没有写金额单位")]),
        (_form("数量指标|参保人数|约40万"), []),
        (_form("成本指标|成本控制率|100"), []),
        (_form(total="50"), [("funding.total", "没有写金额单位")]),
        (_form(total="500000元", header_unit="万元"), [("funding.total", "写的单位与表头的单位不同")]),
        (_form(total="50", fiscal="50", header_unit="万元"), []),
    ],
)
def test_amounts_whose_unit_is_not_plain(form, doubts):
    assert [(doubt.path, doubt.reason) for doubt in amount_doubts(form)] == doubts


def test_an_amount_that_leaves_out_yuan_is_completed():
    form = _form("成本指标|改造费|约4万", "成本指标|办公费|4万左右", "成本指标|会议费|4")
    assert [doubt.repaired for doubt in amount_doubts(form)] == ["约4万元", None, None]


def test_rounded_shares_of_each_period_are_no_cumulative_plan():
    rounded = {"第一期": "33.3%", "第二期": "33.3%", "第三期": "33.3%"}
    assert plan_percents(_form(plan=rounded)) is None
    assert plan_percents(_form(plan={**rounded, "第三期": "33.1%"})) is not None


def test_a_plan_may_stand_still_but_not_fall():
    assert plan_fall(_form(plan=["0%", "50%", "50%", "100%"])) is None
