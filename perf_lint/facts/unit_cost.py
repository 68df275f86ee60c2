"""Multiply a price for one by the number of things in the same form."""

from __future__ import annotations

from decimal import Decimal

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.money import cost_rows, is_budget_cost
from perf_lint.facts.quantities import PEOPLE
from perf_lint.facts.vocabulary import declare, fact
from perf_lint.model.levels import QUANTITY
from perf_lint.text.pattern import lazy_pattern

SHARED = lazy_pattern(r"分担|承担|配套|自筹|各级|共担|分级|按比例|结转|部分|补助|补贴")
"""Words that say the budget pays only a part of the price."""
PER = lazy_pattern(r"元/(.+)")
YEAR = lazy_pattern(r"[·、/]?年$")


class UnitCostFacts:
    """A price for one and the quantity it is paid for; `product` in 元."""

    TYPE = "UnitCost"
    __slots__ = ("__dict__", "path", "price", "product", "quantity")

    def __init__(self, price: IndicatorFacts, quantity: IndicatorFacts, product: Decimal) -> None:
        self.path = f"{price.path}.value"
        self.price = price
        self.quantity = quantity
        self.product = product


declare(
    "UnitCost",
    {
        "path": ("string", "字段路径"),
        "price": ("Indicator", "单位成本指标"),
        "quantity": ("Indicator", "对应的数量指标"),
        "product": ("money", "单位成本乘数量"),
    },
)


@fact(FormFacts, "list(UnitCost)", "单位成本与数量")
def unit_costs(form: FormFacts) -> tuple[UnitCostFacts, ...]:
    """Give the prices of the cost block whose unit exactly one 数量 row counts, where the budget pays all of it."""
    if any(SHARED.search(text) for text in (form.goal, form.purpose, form.project_name) if text):
        return ()
    found = (_match(form, row) for row in cost_rows(form))
    return tuple(match for match in found if match is not None)


def _match(form: FormFacts, row: IndicatorFacts) -> UnitCostFacts | None:
    price = row.value
    unit = PER.fullmatch(price.unit_base or "") if price.kind == "rate" else None
    if unit is None or price.comparator == "range" or price.number_base is None or SHARED.search(row.name):
        return None
    measure = YEAR.sub("", unit[1])
    fits = [
        other
        for other in form.indicators
        if other.level2 == QUANTITY and not is_budget_cost(other) and _counts(other, measure)
    ]
    if len(fits) != 1:
        return None
    return UnitCostFacts(row, fits[0], price.number_base * (fits[0].value.number_base or 0))


def _counts(row: IndicatorFacts, measure: str) -> bool:
    value = row.value
    if value.kind != "count" or value.number_base is None or value.comparator == "range":
        return False
    return value.unit_base == measure or ({value.unit_base or "", measure} <= PEOPLE)
