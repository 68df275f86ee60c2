"""What is printed reads back as the same value."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perf_lint.model.value import Value
from perf_lint.values import format_value, parse_value
from perf_lint.values.grammar.table import load
from tests.values.tables import labelled

UNITS = sorted({name for name, _, _, _ in load().units.values()})


def bare(value: Value) -> Value:
    """Leave out what printing does not keep: the spelling, labels and remarks."""
    return value._replace(text="", label=None, remark=None)


@pytest.mark.parametrize("text", [case.text for case in labelled()])
def test_printed_value_reads_back(text: str):
    value = parse_value(text)
    printed = format_value(value)
    if value.kind == "malformed" and printed != text:
        return
    again = parse_value(printed)
    assert bare(again) == bare(value)


@settings(max_examples=300, deadline=None)
@given(
    sign=st.sampled_from(["", "≥", "≤", "<", ">"]),
    number=st.decimals(0, 10**9, places=2).map(str) | st.integers(0, 10**12).map(str),
    multiple=st.sampled_from(["", "万", "亿"]),
    unit=st.sampled_from(UNITS),
)
def test_any_amount_reads_back(sign: str, number: str, multiple: str, unit: str):
    value = parse_value(f"{sign}{number}{multiple}{unit}")
    if value.kind in ("malformed", "qualitative", "date"):
        return
    assert bare(parse_value(format_value(value))) == bare(value)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("达90%以上", "≥90%"),
        ("约 2 万元", "约2万元"),
        ("$\\geq$ 95%", "≥95%"),
        ("3至5次", "3次-5次"),
        ("同比下降10%", "降低10%"),
        ("2024.12.31前", "2024年12月31日前"),
        ("明显提升", "明显提升"),
        ("1：3", "1:3"),
        ("±5%", "±5%"),
        ("2个季度以内", "≤2个季度"),
        ("2至3个季度", "2个季度-3个季度"),
        ("一个季度", "1个季度"),
    ],
)
def test_usual_spelling(text: str, printed: str):
    assert format_value(parse_value(text)) == printed
