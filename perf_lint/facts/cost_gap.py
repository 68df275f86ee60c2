"""Say whether costs and total can be compared at all, and which cost exceeds the total by itself."""

from __future__ import annotations

from decimal import Decimal

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.money import (
    SELF_RAISED,
    amount,
    cost_addends,
    cost_standards,
    cost_sum,
    cost_unclear,
    funding_bases,
    total_yuan,
)
from perf_lint.facts.vocabulary import fact
from perf_lint.facts.years import is_multi_year

NEAR = Decimal("1.2")
"""Costs of a whole project period are more than this times a year's."""
HALF = Decimal("0.5")
UNIT_SLIP = 1000
"""Amounts this many times apart differ in their unit, not in their size."""


@fact(FormFacts, "string", "成本合计不能与总额相比的原因")
def cost_block(form: FormFacts) -> str | None:
    """Say why costs and total cannot be compared at all; null where they can."""
    together, total = cost_sum(form), total_yuan(form)
    if together is None or total is None:
        return "没有可相加的成本金额" if together is None else "没有资金总额"
    if form.kind != "target":
        return "不是项目绩效目标表"
    if is_multi_year(form) and together > total * NEAR:
        return "项目期跨年度，成本可能按整个项目期填写"
    if is_unit_slip(together, total):
        return "成本与总额的金额单位可能不一致"
    rows = cost_addends(form)
    if together > total and len(rows) > 1 and any(amount(row) == total for row in rows):
        return "有一行等于资金总额，其余各行可能是其中的分项"
    if together < total and (cost_unclear(form) or (cost_standards(form) and together < total * HALF)):
        return "成本中有单价、标准或未写明金额的行"
    if together < total and any(_is_price(form, row, total - together) for row in rows):
        return "有的金额乘以数量才是全部成本，可能是单价"
    return None


def _is_price(form: FormFacts, row: IndicatorFacts, gap: Decimal) -> bool:
    """Tell whether some number of things in the form makes the amount a price that explains the whole gap."""
    numbers = (other.value.number_base for other in form.indicators if other.value.kind in ("count", "number"))
    return any(number is not None and amount(row) * number == gap + amount(row) for number in numbers)


def is_unit_slip(one: Decimal, other: Decimal) -> bool:
    """Tell whether two amounts differ so much that one of them must be in another unit."""
    small, large = sorted((abs(one), abs(other)))
    return small > 0 and large / small >= UNIT_SLIP


@fact(FormFacts, "money", "可以与资金总额相比的成本合计")
def comparable_cost(form: FormFacts) -> Decimal | None:
    """Give the sum of the costs where it can be compared with the total; null where `cost_block` says why not."""
    return None if cost_block(form) else cost_sum(form)


@fact(FormFacts, "bool", "去掉超过总额的成本行后是否相符")
def cost_rest_matches(form: FormFacts) -> bool:
    """Tell whether the costs without the exceeding ones make the total: then these are of more than this budget."""
    beyond = {row.path for row in exceeding_costs(form)}
    rest = [amount(row) for row in cost_addends(form) if row.path not in beyond]
    return bool(beyond and rest) and sum(rest, Decimal(0)) == total_yuan(form)


@fact(FormFacts, "list(Indicator)", "超过资金总额的成本行")
def exceeding_costs(form: FormFacts) -> tuple[IndicatorFacts, ...]:
    """Give the cost rows that alone exceed every sum of the money block, mixed-up units and longer periods aside."""
    total, bases = total_yuan(form), funding_bases(form)
    if not total or form.kind != "target" or is_multi_year(form):
        return ()
    rows = (row for row in cost_addends(form) if not SELF_RAISED.search(row.name))
    return tuple(row for row in rows if amount(row) > max(bases) and not is_unit_slip(amount(row), total))
