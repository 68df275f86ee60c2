"""Sentences with expressions in them."""

import datetime as dt
from decimal import Decimal

import pytest

from perf_lint.expr.template import pieces, printed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("没有空格", ["没有空格"]),
        ("{a}", [("a", 1)]),
        ("合计 {wan(a)} 万元，差 {b}", ["合计 ", ("wan(a)", 4), " 万元，差 ", ("b", 18)]),
        ("{{a}} {b}", ["{a} ", ("b", 7)]),
    ],
)
def test_pieces(text, expected):
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("文字", "文字", "文字"),
        (3, "3", "3"),
        (Decimal("1.500"), "1.5", "1.5"),
        (Decimal("1E+3"), "1000", "1000"),
        (True, "是", "yes"),
        (False, "否", "no"),
        (None, "（空）", "(blank)"),
        (dt.date(2024, 6, 30), "2024年6月30日", "2024-06-30"),
        (["a", Decimal(2)], "a、2", "a, 2"),
    ],
)
def test_printed(value, zh, en):
    assert (printed(value), printed(value, "en")) == (zh, en)
