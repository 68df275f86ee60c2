"""Add up 权重 and 分值."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import column_mark
from perf_lint.facts.vocabulary import fact
from perf_lint.text.pattern import lazy_pattern

NUMBER = lazy_pattern(r"(\d+(?:\.\d+)?)\s*[%％分]?")
FULL = frozenset(map(Decimal, (100, 90)))
"""All points, or all but the 10 that 预算执行率 carries outside the indicators."""


@fact(IndicatorFacts, "decimal", "权重数值")
def weight_number(row: IndicatorFacts) -> Decimal | None:
    """Give the weight of a row; null where it is blank or no plain number."""
    match = NUMBER.fullmatch((row.weight or "").strip())
    return Decimal(match[1]) if match else None


@fact(FormFacts, "list(Indicator)", "有权重的指标")
def weighted_rows(form: FormFacts) -> tuple[IndicatorFacts, ...]:
    """Give the rows that carry a weight."""
    return tuple(row for row in form.asked(WEIGHED) if weight_number(row) is not None)


WEIGHED = column_mark("weight")


@fact(FormFacts, "decimal", "权重合计")
def weight_sum(form: FormFacts) -> Decimal | None:
    """Add up the weights; null unless every row that is not 无 has one and nothing in the form stayed unread."""
    rows = [row for row in form.indicators if not row.is_none]
    numbers = [weight_number(row) for row in rows]
    known = [number for number in numbers if number is not None]
    if not known or len(known) != len(rows) or form.unread:
        return None
    together = sum(known, Decimal(0))
    return together * 100 if max(known) < 1 else together


@fact(FormFacts, "bool", "每一行的权重")
def weights_right(form: FormFacts) -> bool | None:
    """Tell whether the weights total 100 or 90, over the form, over each level, or over each of two sets of targets."""
    together = weight_sum(form)
    if together is None:
        return None
    if any(abs(together - full) <= _rounding(form) for full in FULL):
        return True
    return together / 2 in FULL or _levels_full(form, 1) or _levels_full(form, 2)


def _rounding(form: FormFacts) -> Decimal:
    """Give by how much weights with decimals may miss: half a unit of the last place each (33.3 three times)."""
    exponents = [int((weight_number(row) or Decimal(0)).as_tuple().exponent) for row in weighted_rows(form)]
    whole = max((weight_number(row) or Decimal(0) for row in weighted_rows(form)), default=Decimal(0)) >= 1
    return sum((Decimal(1).scaleb(exponent) / 2 for exponent in exponents if exponent < 0 and whole), Decimal(0))


def _levels_full(form: FormFacts, level: int) -> bool:
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in weighted_rows(form):
        sums[(row.level1 if level == 1 else row.level2) or ""] += weight_number(row) or 0
    return len(sums) > 1 and set(sums.values()) <= {Decimal(100), Decimal(1)}
