"""Cost rows are sorted into addends and the rest, in both frameworks."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_lint.facts import derive
from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.money import cost_addends, cost_matches, cost_role, cost_sum, funding_bases
from perf_lint.pack.example import build_form


def _form(*rows: str, **more: object) -> FormFacts:
    return derive(build_form({"rows": list(rows), **more}))


@pytest.mark.parametrize(
    ("row", "role"),
    [
        ("成本指标|办公经费|约4万", "addend"),
        ("成本指标|办公经费|≤4万元", "addend"),
        ("成本指标|办公经费|4万元以上", "unclear"),
        ("成本指标|办公经费|3-5万元", "unclear"),
        ("成本指标|办公经费|按实际发生", "unclear"),
        ("成本指标|办公经费|4", "unclear"),
        ("成本指标|慰问标准|200元/人", "standard"),
        ("成本指标|人均培训费|400元", "standard"),
        ("成本指标|每万人成本|≤3万元", "standard"),
        ("成本指标|每年运行维护费|3万元", "addend"),
        ("成本指标|设备采购单价|1.2万元", "standard"),
        ("成本指标|聘用费（元/人）|3000元", "standard"),
        ("成本指标|成本控制率|≤100%", "rate"),
        ("成本指标|培训费占比|40%", "unclear"),
        ("成本指标|节约成本|2万元", "other"),
        ("成本指标|工程总投资|900万元", "other"),
        ("成本指标|其中：讲课费|2万元", "part"),
        ("成本指标|项目总成本|20万元", "total"),
        ("成本指标|无|无", "none"),
        ("成本指标|经济成本指标|会议费|2万元", "addend"),
        ("成本指标|社会成本指标|误工损失|2万元", None),
        ("数量指标|奖励资金|2万元", None),
    ],
)
def test_role_of_a_row(row, role):
    assert cost_role(_form(row).indicators[0]) == role


def test_a_row_equal_to_all_others_is_a_sum_and_no_addend():
    form = _form("成本指标|项目预算|50万元", "成本指标|会议费|20万元", "成本指标|培训费|30万元")
    assert [row.name for row in cost_addends(form)] == ["会议费", "培训费"]
    assert cost_sum(form) == Decimal(500000)


def test_a_total_alone_counts_as_the_cost():
    assert cost_sum(_form("成本指标|项目总成本|≤48万元", "成本指标|人均标准|800元/人")) == Decimal(480000)


@pytest.mark.parametrize(
    ("cost", "more", "matches"),
    [
        ("50万元", {"total": "50万元"}, True),
        ("51万元", {"total": "50万元"}, False),
        ("40万元", {"total": "50万元", "fiscal": "40万元", "other": "10万元"}, True),
        ("60万元", {"total": "50万元", "fiscal": "50万元", "other": "10万元"}, True),
        ("58万元", {"total": "50万元", "items": {"自筹资金": "8万元"}}, True),
        ("500000元", {"total": "50", "header_unit": "万元"}, True),
        ("50万元", {}, None),
    ],
)
def test_costs_match_a_sum_that_the_money_block_explains(cost, more, matches):
    assert cost_matches(_form(f"成本指标|建设费|{cost}", **more)) is matches


def test_self_raised_rows_may_stand_outside_the_budget():
    rows = ("成本指标|财政资金建设费|30万元", "成本指标|自筹资金配套|20万元")
    assert cost_matches(_form(*rows, total="30万元")) is True
    assert cost_matches(_form(*rows, total="50万元")) is True
    assert cost_matches(_form(*rows, total="40万元")) is False


def test_bases_begin_with_the_total():
    form = _form(total="50万元", fiscal="30万元", other="20万元", items={"上年结转": "5万元"})
    assert funding_bases(form) == tuple(Decimal(10000 * n) for n in (50, 30, 5, 55))


def test_other_money_outside_the_total_is_a_base():
    form = _form(total="50万元", fiscal="50万元", other="20万元")
    assert funding_bases(form) == tuple(Decimal(10000 * n) for n in (50, 50, 70))


def test_sources_that_make_up_the_total_stand_inside_it():
    form = _form(total="50万元", other="20万元", items={"上级资金": "10万元", "本级资金": "20万元"})
    assert funding_bases(form) == tuple(Decimal(10000 * n) for n in (50, 10, 20))
