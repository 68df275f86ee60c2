"""Check an amount against the count and the price that stand behind it: 6.4万元（16个站，每站4000元）."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from perf_lint.facts.prose_claims import SHARED, SHORT_TIMES, same_measure
from perf_lint.facts.quantities import TIME_UNITS, Quantity, Reading, flatten, quantities
from perf_lint.text.pattern import lazy_pattern

EXPLAINED = lazy_pattern(r"^[^(),]*元(?:\((?P<inside>[^()]*\d[^()]*元[^()]*)\)|,(?P<after>[^()]*\d[^()]*元[^()]*))$")


_ENDS = ("）", ")", "元")
TIMES = lazy_pattern(r"^[^*×]*\d[^*×\d]*[*×]\d[^*×]*$")


def aside_claims(flat: str) -> Iterator[Reading]:
    """Give the statement where the brackets hold exactly one count and one price for it, and no length of time."""
    told = EXPLAINED.match(flat)
    if told is None or SHARED.search(flat):
        return
    reason = told["inside"] or told["after"]
    outside, inside = quantities(flat[: flat.index(reason) - 1]), quantities(reason)
    prices = [one for one in inside if one.is_money]
    counts = [one for one in inside if one.is_count]
    if len(outside) != 1 or not outside[0].is_money or outside[0].per or len(inside) != 2:
        return
    if len(prices) != 1 or len(counts) != 1:
        return
    price, count, stated = prices[0], counts[0], outside[0]
    if not (_is_for(price, count) or TIMES.search(reason)):
        return
    computed = price.amount * count.amount
    slack = stated.step + (price.step * count.amount if price.is_average else 0)
    yield Reading(f"{count.text} × {price.text}", computed, stated.amount, abs(computed - stated.amount) < slack)


@lru_cache(maxsize=1024)
def explained_amount(text: str) -> Decimal | None:
    """Give the amount of a cell that also says how it comes about, right or wrong; null for any other cell."""
    if "元" not in text or not text.endswith(_ENDS):
        return None
    return next((reading.stated for reading in aside_claims(flatten(text))), None)


def _is_for(price: Quantity, count: Quantity) -> bool:
    """Tell whether a price is for one of the things counted, once or for the year."""
    per = price.per.removesuffix("年") if price.per != "年" else ""
    often = any(unit in per for unit in (*TIME_UNITS, *SHORT_TIMES) if unit != count.unit)
    return bool(per) and not often and same_measure(per, count.unit)
