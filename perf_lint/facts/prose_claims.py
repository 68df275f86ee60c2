"""Read arithmetic told in words: a number of things, a price each, and 共计 a sum."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from math import prod

from perf_lint.facts.listed_sums import listed_sum
from perf_lint.facts.quantities import PEOPLE, Quantity, Reading, quantities
from perf_lint.text.pattern import lazy_pattern

SENTENCE = lazy_pattern(r"[^。;!?]+")
RESULT = lazy_pattern(r"(?:合计|共计|总计|小计|共需|总需|总额|共)[^\d,;。]{0,8}$|[,，](?:全年|计)$")
TOLD = lazy_pattern("[共计额]|总需|[,，]全年")
"""Without one of these nothing in a text is a `RESULT`."""
SHARED = lazy_pattern(r"分担|承担|配套|扣除|另|其中|不含|比例|折|优惠|税|%|余|剩|结转|约|左右")
"""Words that let a sum differ from the plain product."""
IMPLIED = {"": 1, "月": 12, "季度": 4}
"""How often a price for a month or a quarter falls due in a year."""
ASIDE = lazy_pattern(r"\([^()元]*\)")
"""A remark in brackets without money says something of the thing, not of the sum: 32座（总装机9.6兆瓦）."""
FORMULA = lazy_pattern(r"[=*×]")
WORD = lazy_pattern(r"[\u4e00-\u9fff]")
CLAUSE = lazy_pattern(r"[,、:]")
JOINED = lazy_pattern(r"[及和与并兼]|等(?![级次])|[另再外]加|加上|以外|之外|各类|相关|同时")
PER_PERIOD = lazy_pattern(r"个月|季度|[年月天日]|小时")
PLACES = frozenset(("个", "所", "家", "处", "座", "村", "镇", "乡", "街道", "社区", "站", "点", "学校"))
"""Where people work or things stand: such a number beside another multiplies nothing by itself."""
OWN_PRICE = lazy_pattern(r"(?:每[^每,]{1,3}){1,3}[^,每]*$")
DEALT = lazy_pattern("[每各均]|分别")
"""Words that deal a number out: 3个林场各4名."""
SHORT_TIMES = ("天", "日", "小时", "次", "场", "期", "课时", "学时", "节", "轮", "遍", "趟", "周", "学期")


def prose_claims(flat: str) -> Iterator[Reading]:
    """Give each checkable statement: one count, one price, one sum."""
    if not TOLD.search(flat):
        return
    for sentence in SENTENCE.finditer(flat):
        text = sentence.group()
        last = 0
        asides = [aside.span() for aside in ASIDE.finditer(text)]
        found = tuple(one for one in quantities(text) if not any(start < one.start < end for start, end in asides))
        for position, quantity in enumerate(found):
            if not quantity.is_money or quantity.per or not RESULT.search(text[last : quantity.start]):
                continue
            since = tuple(part for part in found[:position] if part.start >= last)
            claim = _claim(text[last : quantity.end], since, quantity, last) or listed_sum(text, [*since], quantity)
            if claim is not None:
                yield claim
            last = quantity.end


def _claim(text: str, parts: tuple[Quantity, ...], result: Quantity, since: int) -> Reading | None:
    prices = [part for part in parts if part.is_money]
    counts = [part for part in parts if part.is_count and part.amount != 1]
    times = [part for part in parts if part.is_time]
    if len(prices) != 1 or not prices[0].per or FORMULA.search(text):
        return None
    price = prices[0]
    if not counts and len(times) == 1 and times[0].unit.removeprefix("个") == price.per:
        counts, times = times, []
    others: list[Quantity] = []
    if len(counts) > 1 and (fitting := _fitting(text, counts, price, since)):
        counts, others = [fitting], [count for count in counts if count is not fitting]
    if len(counts) != 1 or not (counts[0].is_time or same_measure(price.per, counts[0].unit)):
        return None
    count = counts[0]
    product = price.amount * count.amount
    for factor in _factors(price, times):
        rounded = price.step * count.amount * factor if price.is_average else 0
        if abs(product * factor - result.amount) < result.step + rounded:
            return Reading(_written(count, price, factor), product * factor, result.amount)
    tail = text[max(price.end, count.end, *(part.end for part in times)) - since : result.start - since]
    certain = Decimal(1) if count.is_time else _certain_factor(price, times)
    if others and not _only_places(product, others, price, times, result):
        return None
    if certain is None or _names_more(tail) or SHARED.search(text):
        return None
    return Reading(
        _written(count, price, certain, times[0].unit if times else ""), product * certain, result.amount, ok=False
    )


def _fitting(text: str, counts: list[Quantity], price: Quantity, since: int) -> Quantity | None:
    """Give the one count that the price is for: 12 of 3个林场、12名护林员, 每人; null where words deal them out."""
    fitting = [count for count in counts if PER_PERIOD.sub("", price.per) and _is_for(price.per, count.unit)]
    before = OWN_PRICE.sub("", text[: price.start - since])
    if len(fitting) != 1 or DEALT.search(before) or any(one.start > price.start for one in counts):
        return None
    others = {count.unit for count in counts if count is not fitting[0]}
    return fitting[0] if others <= PLACES else None


def _is_for(per: str, unit: str) -> bool:
    return same_measure(PER_PERIOD.sub("", per), unit)


def _only_places(
    product: Decimal, others: list[Quantity], price: Quantity, times: list[Quantity], result: Quantity
) -> bool:
    """Tell whether multiplying by the other counts does not give the sum either: 3个林场 are where the 12 work."""
    many = prod((other.amount for other in others), start=product)
    return all(abs(many * factor - result.amount) >= result.step for factor in _factors(price, times))


def _certain_factor(price: Quantity, times: list[Quantity]) -> Decimal | None:
    """Give how often the price falls due where the text leaves no choice: 每天6元 for 200天, 每月800元 for a year."""
    if len(times) == 1 and times[0].unit.removeprefix("个") in price.per:
        return times[0].amount
    if times or any(unit in price.per for unit in SHORT_TIMES):
        return None
    return Decimal(max(number for unit, number in IMPLIED.items() if unit in price.per or not unit))


def _names_more(tail: str) -> bool:
    """Tell whether words between the last factor and 共计 name something more to pay for.

    Words that follow at once (为120名 志愿者发放生活补贴) say what the price is for, unless they join another thing.
    """
    result = RESULT.search(tail)
    told = tail[: result.start()] if result else tail
    at_once, *later = CLAUSE.split(told)
    return JOINED.search(at_once) is not None or len(WORD.findall("".join(later))) > 2


def _written(count: Quantity, price: Quantity, factor: Decimal, unit: str = "") -> str:
    return f"{count.text} × {price.text}" + (f" × {factor:f}{unit}" if factor != 1 else "")


def _factors(price: Quantity, times: list[Quantity]) -> Iterator[Decimal]:
    """Give what the product may be multiplied by: lengths of time in the text, months of a year."""
    implied = [number for unit, number in IMPLIED.items() if unit in price.per]
    for size in range(len(times) + 1):
        for chosen in combinations(times, size):
            factor = prod((part.amount for part in chosen), start=Decimal(1))
            yield from (factor * number for number in implied)


def same_measure(per: str, unit: str) -> bool:
    """Tell whether a price for `per` can be multiplied by a number of `unit`; 人, 名 and 位 are one measure."""
    bare = PER_PERIOD.sub("", per)
    if bare in ("", "个") or (len(unit) > 1 and unit.removesuffix("次") == bare):  # 1332场次, 每场600元
        return True
    return unit in bare or (unit in PEOPLE and bool(PEOPLE & set(bare)))
