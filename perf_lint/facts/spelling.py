"""Notice numbers that are right but spelled in an unusual way, and give the usual spelling."""

from __future__ import annotations

from functools import lru_cache

from perf_lint import values
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.vocabulary import fact
from perf_lint.model.value import Value
from perf_lint.text.matching import KEPT_READINGS
from perf_lint.text.pattern import lazy_pattern

PLAIN_KINDS = frozenset(("percent", "count", "number", "money", "rate"))
_UNUSUAL = lazy_pattern(
    r"\$|\\geq?|\\leq?|[≧⩾≦⩽﹥﹤＞＜＝％﹪]|>=|<=|=>|=<|[０-９．]|\u3000"
    r"|^(?:约)?达到?(?=\d.*(?:以上|及以上)$)|\d\s*[%％\u4e00-\u9fff]{0,3}\s*(?:及?以[上下])$"
)


@lru_cache(KEPT_READINGS)
def is_unusual(text: str) -> bool:
    """Tell whether a number is spelled with LaTeX, wide digits, makeshift signs or as 达90%以上."""
    return _UNUSUAL.search(text.strip()) is not None


def same_reading(one: Value, other: Value) -> bool:
    """Tell whether two readings are the same target."""
    fields = ("kind", "comparator", "approx", "number_base", "number2_base", "unit_base", "label", "remark")
    return all(getattr(one, name) == getattr(other, name) for name in fields)


@fact(IndicatorFacts, "string", "通行写法", "of_value")
def usual_spelling(row: IndicatorFacts) -> str | None:
    """Give the usual spelling of an unusually spelled number; null where nothing would change or be lost."""
    reading = row.value.model
    if reading.kind not in PLAIN_KINDS or reading.remark or not is_unusual(row.value_text):
        return None
    usual = values.format_value(reading)
    if usual == row.value_text.strip() or not same_reading(values.parse_value(usual), reading):
        return None
    return usual
