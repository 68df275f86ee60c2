"""Read 指标值 as typed values with exact numbers, and write them again."""

from perf_lint.model.value import Value
from perf_lint.model.words import Lang
from perf_lint.values.comparing import Scaled, comparable, scaled
from perf_lint.values.money import MoneyReading, parse_money
from perf_lint.values.read import parse_value
from perf_lint.values.record import to_record

__all__ = [
    "MoneyReading",
    "Scaled",
    "comparable",
    "describe",
    "format_value",
    "parse_money",
    "parse_value",
    "scaled",
    "to_record",
]


def describe(value: Value, lang: Lang = "zh") -> str:
    """Say in plain words what was understood, or at which character understanding stopped."""
    from perf_lint.values.describing import describe as say

    return say(value, lang)


def format_value(value: Value) -> str:
    """Write a value in its usual spelling, one that reads back as the same value."""
    from perf_lint.values.printing import format_value as write

    return write(value)
