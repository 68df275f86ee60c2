"""No text can break, hang or fool the reading."""

import time
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from perf_lint.model.value import KINDS
from perf_lint.values import describe, format_value, parse_value, to_record
from perf_lint.values.read import LIMIT
from tests.values.tables import labelled

TEXTS = [case.text for case in labelled()]
HUGE = {
    "digits": "9" * 100_000,
    "brackets": "(" * 10_000,
    "bracket pairs": "()" * 5_000,
    "commas": "1," * 50_000,
    "signs": "≥" * 100_000,
    "numerals": "一千" * 50_000,
    "each": "每" * 100_000,
    "latex": "$\\geq" * 20_000,
    "blanks": " " * 100_000 + "1",
}
DENSE = [
    "(" * LIMIT,
    "()" * (LIMIT // 2),
    "9" * LIMIT,
    "1," * (LIMIT // 2),
    "1、" * (LIMIT // 2),
    "约" * LIMIT,
    "1-" * (LIMIT // 2),
    "每人" * (LIMIT // 2),
    "一千" * (LIMIT // 2),
    "1个" * (LIMIT // 2),
    "/人" * (LIMIT // 2),
    "a1" * (LIMIT // 2),
    "〔1" * (LIMIT // 2),
    "1%" * (LIMIT // 2),
    "5×" * (LIMIT // 2),
]


@pytest.mark.parametrize("text", HUGE.values(), ids=list(HUGE))
def test_a_huge_text_is_too_long(text: str):
    value = parse_value(text)
    assert (value.kind, value.problem_at) == ("malformed", LIMIT + 1)
    assert value.problem is not None
    assert value.problem.zh == f"太长：指标值超过{LIMIT}个字"
    assert value.problem.en == f"too long: more than {LIMIT} characters"


@pytest.mark.parametrize("text", DENSE)
def test_the_longest_texts_are_read_in_a_moment(text: str):
    begin = time.process_time()
    parse_value.__wrapped__(text)
    assert time.process_time() - begin < 1.0


@given(st.text(max_size=40))
@example("\x00")
@example("²")
@example("1²")
@example("٣个")
@example("½")
@example("12（万万元）以内")
@example("(%)95")
@settings(deadline=None)
def test_any_text_is_answered(text: str):
    check(text)


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_one_damaged_character_never_breaks_the_reading(data: st.DataObject):
    text = data.draw(st.sampled_from(TEXTS))
    at = data.draw(st.integers(0, len(text)))
    other = data.draw(st.sampled_from(["", *"0123456789.,%≥≤<>个年月日万元/-:()至每约前内 \x07²①"]))
    check(text[:at] + other + text[at + 1 :])


def check(text: str) -> None:
    value = parse_value(text)
    assert value.text == text
    assert value.kind in KINDS
    assert (value.kind == "malformed") is (value.problem is not None)
    assert value.problem_at is None or 1 <= value.problem_at <= len(text) + 1
    for number in (value.number, value.number2, value.number_base, value.number2_base):
        assert number is None or (isinstance(number, Decimal) and number.is_finite())
    assert to_record(value)["text"] == text
    assert describe(value, "zh")
    assert describe(value, "en")
    assert isinstance(format_value(value), str)
