"""Find the one change that makes the costs add up."""

from __future__ import annotations

from decimal import Decimal

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.money import amount, cost_addends, cost_sum, is_budget_cost, total_of, total_yuan
from perf_lint.facts.vocabulary import fact
from perf_lint.text.numbers import TEN_THOUSAND


@fact(FormFacts, "Indicator", "填在别处、恰好补足成本差额的行")
def cost_closing_row(form: FormFacts) -> IndicatorFacts | None:
    """Give the one money row outside the cost levels whose amount closes the gap exactly."""
    together, total = cost_sum(form), total_yuan(form)
    if together is None or total is None or together >= total:
        return None
    fits = [
        row
        for row in form.indicators
        if not is_budget_cost(row) and row.names_money and row.value.yuan == total - together
    ]
    return fits[0] if len(fits) == 1 else None


@fact(FormFacts, "Indicator", "单位改为元或万元后合计相符的成本行")
def cost_unit_row(form: FormFacts) -> IndicatorFacts | None:
    """Give the one addend whose unit, 元 taken for 万元 or the other way round, explains the whole gap."""
    total = total_yuan(form)
    rows = cost_addends(form)
    if total is None:
        return None
    fits = [row for row in rows if total - (total_of(rows) - amount(row)) in _other_units(amount(row))]
    return fits[0] if len(fits) == 1 else None


def _other_units(yuan: Decimal) -> tuple[Decimal, Decimal]:
    return (yuan * TEN_THOUSAND, yuan / TEN_THOUSAND)


@fact(FormFacts, "Indicator", "去掉后合计相符的成本行")
def cost_extra_row(form: FormFacts) -> IndicatorFacts | None:
    """Give the one addend that exceeds the total exactly by itself: without it the costs add up."""
    together, total = cost_sum(form), total_yuan(form)
    rows = cost_addends(form)
    if together is None or total is None or len(rows) < 2:
        return None
    fits = [row for row in rows if amount(row) == together - total]
    return fits[0] if len(fits) == 1 else None
