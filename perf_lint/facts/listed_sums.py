"""Read sums told as a list: 水费20万元、电费55万元、取暖费15万元，合计90万元."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from perf_lint.facts.quantities import Quantity, Reading
from perf_lint.text.pattern import lazy_pattern

JOINT = lazy_pattern(r"^[、,，和及与]+[\u4e00-\u9fff“”\"]{0,16}$")
"""What stands between two amounts of a list: a comma and the name of the next."""
END = lazy_pattern(r"^[、,，]?(?:以上)?(?:合计|共计|总计|共)(?:需|为|约)?$")
NOT_ADDED = lazy_pattern(
    r"其中|中央|省级|市级|县级|区级|上级|配套|已|剩|余|结转|累计|总投资|原|调|减|增|另|含|包括|每|均|约|左右|以上|以内|或|至|比"
)
"""Words that make the amounts sources, parts or years rather than things to be added."""


def listed_sum(text: str, amounts: list[Quantity], result: Quantity) -> Reading | None:
    """Check amounts in a row against the sum behind them; null unless nothing else stands between them."""
    if len(amounts) < 2 or any(not one.is_money or one.per for one in amounts):
        return None
    row = [*amounts, result]
    gaps = [text[one.end : other.start] for one, other in pairwise(row)]
    if not END.match(gaps[-1]) or not all(JOINT.match(gap) for gap in gaps[:-1]):
        return None
    computed = sum((one.amount for one in amounts), Decimal(0))
    ok = abs(computed - result.amount) < max(result.step, *(one.step for one in amounts))
    if not ok and (NOT_ADDED.search(text[: result.start]) or max(one.amount for one in amounts) >= result.amount):
        return None
    return Reading(" + ".join(one.text for one in amounts), computed, result.amount, ok=ok)
