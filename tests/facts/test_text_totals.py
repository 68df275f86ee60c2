"""What the text derives for the project is held against the total only where it leaves no choice."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_lint.facts import derive
from perf_lint.facts.text_totals import text_totals
from perf_lint.pack.example import build_form


def _totals(total: str, goal: str, **more: str) -> list[Decimal]:
    form = derive(build_form({"total": total, "goal": goal, **more}))
    return [claim.computed for claim in text_totals(form)]


@pytest.mark.parametrize(
    ("total", "goal", "derived"),
    [
        ("95.47万元", "工资标准1.28万元/人、年，保障专职人员67名工资及社保缴费", 857600),
        ("40万元", "租用光纤100条，每年4800元，共计48万元", 480000),
        ("5万元", "慰问困难党员200人，每人300元", 60000),
    ],
)
def test_a_contradicted_total(total, goal, derived):
    assert _totals(total, goal) == [Decimal(derived)]


@pytest.mark.parametrize(
    ("total", "goal"),
    [
        ("48万元", "租用光纤100条，每年4800元，共计48万元"),
        ("420万元", "设备电费；租用光纤534条，每年4800元，共计256.32万元"),
        ("28万元", "光纤20条，每年4000元，共计8万元；站点10个，每个2万元，共计20万元"),
        ("10万元", "补助20户，每户1万元，共计20万元，省级承担一半"),
        ("30万元", "补助护林员30名，每人每月800元"),
        ("30万元", "培训300人，覆盖20个村"),
        ("0.0048万元", "租用光纤100条，每年4800元，共计48万元"),
    ],
)
def test_an_explained_or_uncertain_total(total, goal):
    assert _totals(total, goal) == []


def test_a_period_of_several_years_says_nothing_of_one_year():
    assert _totals("16万元", "光纤100条，每年4800元，共计48万元", period="2023-2025年") == []
