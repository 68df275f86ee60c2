"""Tell whether prices in the cost block, times the numbers of things they are for, make up what the amounts lack."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import product

from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.text.pattern import lazy_pattern

MOST_PRICES = 2
MEASURE = lazy_pattern(r"元/([\u4e00-\u9fff]{1,3})")
NAMED = lazy_pattern(r"([人户站村校车亩馆床场台件店点组队])均|每([\u4e00-\u9fff])(?!年)")
"""What a price is for, where its name says so: 户均补助, 每站运行补助."""


def prices_close(gap: Decimal, prices: Sequence[IndicatorFacts], rows: Iterable[IndicatorFacts]) -> bool:
    """Tell whether each price times one number of what it is for adds up to exactly the gap, in 元."""
    if not prices or len(prices) > MOST_PRICES or gap <= 0:
        return False
    counts = [row for row in rows if row.level2 == "数量指标" and row.value.kind == "count" and row.value.number_base]
    sums = [[Decimal(0), *_products(price, counts)] for price in prices]
    return any(sum(some, Decimal(0)) == gap for some in product(*sums))


def _products(price: IndicatorFacts, counts: Iterable[IndicatorFacts]) -> list[Decimal]:
    value = price.value
    amount = value.yuan if value.yuan is not None else value.number_base
    if amount is None or value.comparator == "range":
        return []
    told = MEASURE.match(value.unit_base or "") or NAMED.search(price.name)
    measure = "".join(filter(None, told.groups())) if told else ""
    return [amount * (row.value.number_base or 0) for row in counts if not measure or _is_of(row, measure)]


def _is_of(row: IndicatorFacts, measure: str) -> bool:
    return measure in (row.value.unit_base or "") or measure in row.name
