"""Money cells and comparable units."""

from decimal import Decimal

import pytest

from perf_lint.values import MoneyReading, comparable, parse_money, parse_value, scaled

READ = {
    "50万元": ("50", "万元", "500000"),
    "3 万元": ("3", "万元", "30000"),
    "115000.00": ("115000.00", "", None),
    "2,050.20 万元": ("2050.20", "万元", "20502000"),
    "2024.06": ("2024.06", "", None),
    "2024": ("2024", "", None),
    "１，２００元": ("1200", "元", "1200"),
    "¥3.5万": ("3.5", "万元", "35000"),
    "30万": ("30", "万", None),
    "0": ("0", "", None),
    "-5.00": ("-5.00", "", None),
    "约3万元": ("3", "万元", "30000"),
}


@pytest.mark.parametrize("text", READ)
def test_money_cell(text: str):
    number, unit, yuan = READ[text]
    assert parse_money(text) == MoneyReading(Decimal(number), unit, None if yuan is None else Decimal(yuan))
    assert str(parse_money(text).number) == number


@pytest.mark.parametrize(
    "text",
    ["", "无", "3-5万元", "428元/次", "100%", "3个", "12万美元", "财政拨款5万元", "3万元+4万元", "按实际", "1,2345"],
)
def test_not_one_certain_amount(text: str):
    assert parse_money(text) is None


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("2公里", "2000米", True),
        ("3万元", "30000元", True),
        ("5‰", "0.5%", True),
        ("1公顷", "10000平方米", True),
        ("2吨", "2000公斤", True),
        ("3.5万元/公里", "35000元/公里", True),
        ("3人", "3人次", False),
        ("3台", "3套", False),
        ("3美元", "3元", False),
        ("5个工作日", "5天", False),
    ],
)
def test_units_compare_only_within_what_they_measure(first: str, second: str, same: bool):
    one, two = parse_value(first), parse_value(second)
    assert comparable(one, two) is same
    if same:
        assert scaled(one) == scaled(two)
