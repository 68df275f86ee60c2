"""Numbers for which one stands leave the same questions open as it does."""

from __future__ import annotations

import random
from itertools import product

from perf_lint.facts.alike import EXACT, SIZES, alike
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import marks_of_value
from perf_lint.model.form import Indicator
from perf_lint.values.grammar.table import load

SIGNS = ("", "≥", "≤")
NUMBERS = (*range(1, 35), 50, 60, 99, 100, 101, 120, 365, 999, 1000, 1001, 1899, 2100, 2359, 9999, 10000, 20230, 999999)
FRACTIONS = ("", ".0", ".5", ".25", ".1234")
WORDS = (
    "万",
    "亿",
    "万元",
    "万人",
    "百人",
    "千",
    "人次",
    "个",
    "户",
    "台",
    "达标",
    "以上",
    "优良",
    "左右",
    "余",
    "多个",
)


def asked_of(text: str) -> int:
    """Give the questions that a target leaves open, asked of itself."""
    row = IndicatorFacts(Indicator(None, None, "", "", None, None, "", text), 0)
    return marks_of_value(row, text, row.value.kind)


def test_what_stands_for_a_number_leaves_the_same_questions_open() -> None:
    rng = random.Random(4)
    units = ["%", *WORDS, *(name for name in load().units if len(name) < 3)]
    texts = [f"{sign}{number}{rng.choice(FRACTIONS)}{unit}" for sign, number, unit in product(SIGNS, NUMBERS, units)]
    known: dict[str, int] = {}
    compared = 0
    for text in texts:
        same = alike(text)
        if same is not None:
            if same not in known:
                known[same] = asked_of(same)
            assert asked_of(text) == known[same], (text, same)
            compared += same != text
    assert compared > 1000


def test_what_stands_for_a_number_stands_for_itself() -> None:
    standing = [alike(f"≥{number}%") for number in (*range(1, EXACT), *(limit - 1 for limit, _ in SIZES))]
    assert [alike(text) for text in standing if text] == [text for text in standing if text]


def test_nothing_stands_for_times_words_and_more_than_one_number() -> None:
    for text in (
        "5年",
        "12月",
        "3天",
        "9点",
        "80分",
        "0%",
        "05%",
        "2023个",
        "95",
        "≥95%以上",
        "3万5千元",
        "5-10个",
        "优",
        "",
    ):
        assert alike(text) is None
