"""Every function by its answers; a function without a line here fails the last test."""

import datetime as dt
from decimal import Decimal

import pytest

from perf_lint.expr.labels import labels
from perf_lint.expr.parse import parse
from perf_lint.expr.registry import FUNCTIONS
from perf_lint.expr.tree import Node, children
from tests.expr.evaluating import Missing, checker, evaluate

D = Decimal
LANGUAGE = ("numbers", "texts", "lists", "dates")
"""Modules of the language itself; the functions of other modules are tested where their facts are."""

CASES = [
    ("wan(60000)", "6"),
    ("wan(123456.7)", "12.34567"),
    ("wan(-0.0)", "0"),
    ("yuan(2563200)", "2,563,200"),
    ("yuan(-1234.50)", "-1,234.5"),
    ("pct(0.8333)", "83.33%"),
    ("pct(1)", "100%"),
    ("pct(25 / 30)", "83.33%"),
    ("abs(-3)", 3),
    ("abs(2.5 - 3)", D("0.5")),
    ("round(2.345, 2)", D("2.35")),
    ("round(-2.5, 0)", D("-3")),
    ("floor(-1.2)", -2),
    ("ceil(1.2)", 2),
    ("max(1, 2.5)", D("2.5")),
    ("min(1, 2.5)", 1),
    ("max([1, 3, 2])", 3),
    ("min(['乙', '甲'])", "乙"),
    ("equation([30000, 40000], 60000)", "3 + 4 = 7 ≠ 6 万元"),
    ("equation([30000, 40000], 70000)", "3 + 4 = 7 万元"),
    ("equation([70000], 60000)", "7 ≠ 6 万元"),
    ("equation([], 60000)", "0 ≠ 6 万元"),
    ("size([1, 2])", 2),
    ("size('成本')", 2),
    ("sum([1, 2])", 3),
    ("sum([1, 2.5])", D("3.5")),
    ("[2, 1].sort()", [1, 2]),
    ("['b', 'a', 'b'].distinct()", ["b", "a"]),
    ("[1, 2, 3].take(2)", [1, 2]),
    ("[1, 2].take(-1)", []),
    ("[1, 2, 3].skip(2)", [3]),
    ("[1, 2].last()", 2),
    ("[].last()", None),
    ("['a', 'b'].join('、')", "a、b"),
    ("default(form, form) == form", True),
    ("default(find('a', r'b'), 'c')", "c"),
    ("has(find('a', r'b'))", False),
    ("year(date(2024, 6, 30)) + month(date(2024, 6, 30)) + day(date(2024, 6, 30))", 2060),
    ("date(2024, 2, 29)", dt.date(2024, 2, 29)),
    ("date(2024, 13, 1)", None),
    ("days_in_month(2024, 2)", 29),
    ("days_in_month(2024, 13)", None),
    ("days_between(date(2024, 1, 1), date(2024, 3, 1))", 60),
    ("'资金支付'.contains('支付')", True),
    ("'资金支付'.startsWith('资金')", True),
    ("'资金支付'.endsWith('资金')", False),
    ("'第12条'.matches(r'第\\d+条')", True),
    ("'第12条'.find(r'第(\\d+)条')", "12"),
    ("'第12条'.find(r'\\d')", "1"),
    ("'办公经费' in words('money-names') || '经费' in words('money-names')", True),
    ("'培训经费一项'.contains_any(words('money-names'))", True),
    ("'培训人数'.contains_any(['次数', '个数'])", False),
    ("'会议费'.ends_with_any(['费', '款'])", True),
    ("'甲乙丙'.first_of(['丙', '乙', '乙丙'])", "乙丙"),
    ("'办公经费'.first_of(words('money-names'))", "经费"),
    ("' a '.trim()", "a"),
    ("'a-b'.replace('-', '')", "ab"),
    ("'ab'.replace('', 'x')", "ab"),
    ("'a、b'.split('、')", ["a", "b"]),
    ("'ab'.split('')", ["ab"]),
    ("'一二三四五'.shorten(3)", "一二…"),
    ("'一二三'.shorten(3)", "一二三"),
    ("number(' 1,234.50 ')", D("1234.50")),
    ("number('1-2')", None),
    ("number('12个')", None),
    ("number('1e9')", None),
    ("string(1.50)", "1.5"),
    ("similarity('服务对象满意度', '服务对象满意度')", D(1)),
    ("similarity('群众满意度', '群众满意率') > 0.7", True),
    ("similarity('甲', '乙')", D(0)),
    ("nearest('质量指标质', ['数量指标', '质量指标'])", "质量指标"),
    ("nearest('甲乙', ['数量指标'])", None),
    ("nearest('甲乙', [])", None),
    ("key('培训 人数（人）。')", "培训人数"),
    ("same_name('培训人数', 'L培训人数。')", True),
    ("same_name('A区培训', 'B区培训')", False),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_answers(text, expected):
    got = evaluate(text, object())
    assert (type(got), got) == (type(expected), expected)


def test_null_never_reaches_a_function_that_does_not_ask_for_it():
    assert evaluate("find('a', r'b').size()") == Missing("find(…) 没有结果")


def called(node):
    if node.kind == "call":
        yield node.args[0], node.args[2]
    for child in children(node):
        yield from called(child)


def test_every_overload_has_an_answer_above():
    labels()
    known = {call for text, _ in CASES for call in called(checker().check(parse(text)))}
    every = {
        (name, number)
        for name, overloads in FUNCTIONS.items()
        for number, entry in enumerate(overloads)
        if entry.call.__module__.rpartition(".")[2] in LANGUAGE
    }
    assert every - known == set()


def test_children_of_a_leaf():
    assert list(children(Node("name", 0, "", ("x",)))) == []
