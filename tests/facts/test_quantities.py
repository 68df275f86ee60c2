"""Numbers in running text are read with their unit, their price and how finely they are written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_lint.facts.quantities import flatten, quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("租用光纤534条", [("534", "条", "")]),
        ("每年4800元", [("4800", "元", "年")]),
        ("每人每月 800 元", [("800", "元", "人月")]),
        ("标准1.28万元/人、年", [("12800", "元", "人年")]),
        ("每个社区五万元", [("50000", "元", "个")]),
        ("三百四十名辅警", [("340", "名", "")]),
        ("共计256.32万元", [("2563200", "元", "")]),
        ("造林1,200亩", [("1200", "亩", "")]),
        ("参保约40万人", [("400000", "人", "")]),
        ("完成率95%", [("95", "%", "")]),
        ("宁财(行)发【2020】214号", []),
        ("〔2017〕126号和《2022年规范》", []),
        ("2024年6月底前", [("6", "月", "")]),
        ("第3条规定", []),
    ],
)
def test_quantities_of_a_text(text, expected):
    found = [(format(one.amount.normalize(), "f"), one.unit, one.per) for one in quantities(flatten(text))]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "step"),
    [("476万元", "10000"), ("256.32万元", "100"), ("4800元", "1"), ("0.5亿元", "10000000"), ("三十名", "1")],
)
def test_step_is_one_unit_of_the_last_written_place(text, step):
    (quantity,) = quantities(flatten(text))
    assert quantity.step == Decimal(step)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("十二", 12),
        ("二十", 20),
        ("三百四十", 340),
        ("三百四", 340),
        ("一千零五", 1005),
        ("二〇", 20),
        ("两百", 200),
        ("九", 9),
    ],
)
def test_chinese_numerals(text, number):
    (quantity,) = quantities(f"{text}户")
    assert quantity.amount == number


@pytest.mark.parametrize("text", ["三五户", "二三十户", "三四百户", "百户", "千户"])
def test_a_numeral_that_tells_no_certain_number_is_none(text):
    assert quantities(text) == ()
