"""Judge a difference between the costs and the total: what forbids the comparison, what weakens it, what repairs it."""

from __future__ import annotations

from decimal import Decimal

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.money import (
    amount,
    cost_addends,
    cost_standards,
    cost_sum,
    cost_unclear,
    funding_bases,
    is_budget_cost,
    total_of,
    total_yuan,
)
from perf_lint.facts.vocabulary import fact
from perf_lint.facts.years import is_multi_year

TEN_THOUSAND = Decimal(10000)
HALF = Decimal("0.5")


@fact(FormFacts, "string", "成本合计不能与总额相比的原因")
def cost_block(form: FormFacts) -> str | None:
    """Say why costs and total cannot be compared at all; null where they can."""
    together, total = cost_sum(form), total_yuan(form)
    if together is None or total is None:
        return "没有可相加的成本金额或没有资金总额"
    if form.kind != "target":
        return "不是项目绩效目标表"
    if is_multi_year(form):
        return "项目期跨年度，成本可能按整个项目期填写"
    if is_unit_slip(together, total):
        return "成本与总额的金额单位可能不一致"
    rows = cost_addends(form)
    if together > total and len(rows) > 1 and any(amount(row) == total for row in rows):
        return "有一行等于资金总额，其余各行可能是其中的分项"
    if together < total and (cost_standards(form) or cost_unclear(form)):
        return "成本中有单价、标准或未写明金额的行"
    return None


def is_unit_slip(one: Decimal, other: Decimal) -> bool:
    """Tell whether two amounts differ so much that one of them must be in another unit."""
    small, large = sorted((abs(one), abs(other)))
    return small > 0 and large / small >= 1000


@fact(FormFacts, "string", "成本合计存疑之处")
def cost_doubt(form: FormFacts) -> str | None:
    """Say what makes a difference less than certain; null where it is certain."""
    together, total = cost_sum(form), total_yuan(form)
    if together is None or total is None:
        return None
    rows = cost_addends(form)
    if any(row.value.comparator in ("<", "<=") for row in rows):
        return "成本按上限填写"
    if form.unread:
        return "表中有未识别的单元格"
    if any(row.level2 is None and row.value.yuan is not None and not is_budget_cost(row) for row in form.indicators):
        return "有金额行未能归入二级指标"
    if together < total and (len(rows) == 1 or together < total * HALF):
        return "成本可能没有列全"
    return None


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


@fact(FormFacts, "money", "可以与资金总额相比的成本合计")
def comparable_cost(form: FormFacts) -> Decimal | None:
    """Give the sum of the costs where it can be compared with the total; null where `cost_block` says why not."""
    return None if cost_block(form) else cost_sum(form)


@fact(FormFacts, "list(Indicator)", "超过资金总额的成本行")
def exceeding_costs(form: FormFacts) -> tuple[IndicatorFacts, ...]:
    """Give the cost rows that alone exceed every sum of the money block, mixed-up units and longer periods aside."""
    total, bases = total_yuan(form), funding_bases(form)
    if not total or form.kind != "target" or is_multi_year(form):
        return ()
    return tuple(row for row in cost_addends(form) if amount(row) > max(bases) and not is_unit_slip(amount(row), total))
