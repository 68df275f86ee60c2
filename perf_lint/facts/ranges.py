"""Notice rates that cannot be, and bounds that bind nothing."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import Ends, mark
from perf_lint.facts.value_view import ValueFacts
from perf_lint.facts.vocabulary import fact
from perf_lint.text.endings import know
from perf_lint.text.matching import KEPT_READINGS, last_word
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordlists import strip_unit

WHOLE = Decimal(1)
BOUNDED = lazy_pattern(r"(?:按[期时]|准时|如期|首次|一次性?|应[\u4e00-\u9fff]尽|通过)[\u4e00-\u9fff]{1,6}率$")
"""按期回国率, 应贷尽贷率: some of those who should."""


@lru_cache(KEPT_READINGS)
def is_part_of_whole(name: str) -> bool:
    """Tell whether a rate counts a part of its own base, so that 100% is the most there can be.

    增长率, 毛入学率, 拨备覆盖率, 完成率 and every rate the lists do not know may be more.
    """
    plain = strip_unit(name)
    bounded = last_word(plain, "bounded-rates") or (plain.endswith("率") and BOUNDED.search(plain))
    return bool(bounded) and not last_word(plain, "open-rates")


know("bounded-rates", "open-rates", ("率",))


def may_be_part(ending: str) -> bool:
    """Tell whether a name with this ending can be a part of a whole."""
    return ending.endswith("率") or is_part_of_whole(ending)


def beyond_whole(value: ValueFacts) -> str | None:
    """Say what is wrong with a percentage as a part of a whole: `over`, `below` or `idle`."""
    low = value.number_base
    if low is None or value.kind != "percent":
        return None
    high = value.number2_base if value.comparator == "range" and value.number2_base is not None else low
    if low < 0:
        return "below"
    if high > WHOLE or (value.comparator == ">" and low >= WHOLE):
        return "over"
    idle_ceiling = value.comparator == "<=" and low == WHOLE
    return "idle" if idle_ceiling or (value.comparator == ">=" and low == 0) else None


@fact(IndicatorFacts, "string", "比率超出范围之处")
def range_problem(row: IndicatorFacts) -> str | None:
    """Give `over` (above 100%), `below` (under 0) or `idle` (≤100%, ≥0%: nothing can miss it)."""
    return beyond_whole(row.value) if is_part_of_whole(row.name) else None


RANGE = mark(name=Ends(may_be_part, lambda row: is_part_of_whole(row.name)), value=lambda row: beyond_whole(row.value))
