"""Give what a cost cell adds to the cost of the project: one amount, several in one cell, an amount for the year."""

from __future__ import annotations

from decimal import Decimal

from perf_lint.facts.aside_claims import explained_amount
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.value_view import ValueFacts
from perf_lint.facts.vocabulary import fact
from perf_lint.text.pattern import lazy_pattern

YEARLY = "元/年"
CEILINGS = ("<", "<=")
COMPARABLE = ("=", *CEILINGS)
NOT_ADDED = lazy_pattern(r"其中|包括|含|共|合计|总|小计|每|均|标准|单价|节约|结余|上年|自筹|或|第|年")
"""Words that make one of several amounts a sum, a part, a price or another year's."""
EQUALS = lazy_pattern(r"[=＝]\s*[\d.,，]+\s*[百千万亿]*元?\s*$")
EQUALS_SIGN = lazy_pattern(r"[=＝]")
SUMMED = frozenset(("计", "共", "共计", "合计", "小计", "总计"))


@fact(IndicatorFacts, "money", "成本金额（几项写在一格的为合计，按年写的为一年）")
def cost_yuan(row: IndicatorFacts) -> Decimal | None:
    """Give the amount of the cell in 元; null where it is no plain amount."""
    value = row.value
    if (explained := explained_amount(row.value_text)) is not None:
        return explained
    if value.kind == "multi":
        if (told := _told_sum(value)) is not None:
            return told
        parts = cost_parts(row)
        return sum(parts, Decimal(0)) if parts else None
    return value.number_base if is_yearly(row) else value.yuan


@fact(IndicatorFacts, "list(money)", "一格中的各项金额")
def cost_parts(row: IndicatorFacts) -> tuple[Decimal, ...]:
    """Give the amounts of the cell one by one; empty unless every one of them is a plain amount to be added."""
    value = row.value
    if value.kind != "multi" or explained_amount(row.value_text) is not None:
        only = cost_yuan(row)
        return () if only is None else (only,)
    if (told := _told_sum(value)) is not None:
        return (told,)
    if not all(_is_plain(part) for part in value.parts):
        return ()
    return tuple(part.yuan or Decimal(0) for part in value.parts)


def _told_sum(value: ValueFacts) -> Decimal | None:
    """Give what a calculation in the cell comes to: 20个×1万元/个＝20万元, 4万元/部，计12万元."""
    *factors, last = value.parts
    if (beside := beside_price(value)) is not None:
        return beside
    if last.yuan is None or last.comparator != "=" or last.approx:
        return None
    equals = EQUALS.search(value.text)
    if equals and len(EQUALS_SIGN.findall(value.text)) == 1:
        return last.yuan
    summed = (last.label or "") in SUMMED and not any(part.yuan is not None for part in factors)
    return last.yuan if summed else None


def beside_price(value: ValueFacts) -> Decimal | None:
    """Give the amount that stands beside the one price it is made of: 8元/亩，176万元."""
    if value.kind != "multi":
        return None
    prices = [part for part in value.parts if part.kind == "rate" and (part.unit_base or "").startswith("元/")]
    amounts = [part for part in value.parts if _is_plain(part)]
    if len(value.parts) != 2 or len(prices) != 1 or len(amounts) != 1 or prices[0].unit_base == YEARLY:
        return None
    return amounts[0].yuan


def _is_plain(part: ValueFacts) -> bool:
    words = f"{part.label or ''}{part.remark or ''}"
    return part.yuan is not None and part.comparator == "=" and not part.approx and not NOT_ADDED.search(words)


def is_yearly(row: IndicatorFacts) -> bool:
    """Tell an amount for the whole year (12万元/年) from a price for one of something."""
    return row.value.kind == "rate" and row.value.unit_base == YEARLY


def is_comparable(row: IndicatorFacts) -> bool:
    """Tell whether the amount is exact or a ceiling; a floor or a range adds up to nothing certain."""
    return row.value.kind == "multi" or row.value.comparator in COMPARABLE
