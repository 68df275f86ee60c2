"""Say how sure a difference between costs and total is."""

from __future__ import annotations

from decimal import Decimal

from perf_lint.facts.cost_amount import CEILINGS, cost_parts, is_yearly
from perf_lint.facts.cost_repair import cost_unit_row
from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.money import amount, cost_addends, cost_role, cost_standards, cost_sum, is_budget_cost, total_yuan
from perf_lint.facts.vocabulary import fact
from perf_lint.facts.years import is_multi_year
from perf_lint.text.numbers import YUAN
from perf_lint.text.pattern import lazy_pattern

GRANT = lazy_pattern(r"(?:补助|补贴|资助|奖励|奖金|奖补)(?:费|金|资金)?$")
"""Several grants side by side may be what one recipient gets."""
HALF = Decimal("0.5")
DECIMALS = lazy_pattern(r"\.(\d+)")
PARTIAL = "成本可能没有列全"
PRICES = "另有只写单价或标准的成本行"
YEARLY = "按年写的金额按一年计算"
SMALL = "差额很小，可能是约数或四舍五入"
CEILING = "成本按上限填写"
UNREAD = "表中有未读格"
LASTING = "项目期跨年度，请确认成本写的是本年度的金额"
UNPLACED = "有金额行未能归入二级指标"
ENGLISH = {
    PARTIAL: "the costs may not all be listed",
    PRICES: "other cost rows state only a price or a standard",
    YEARLY: "amounts for a year are counted once",
    SMALL: "a small difference, perhaps rounded",
    CEILING: "the costs are ceilings",
    UNREAD: "the form has cells that were not understood",
    LASTING: "the project runs over several years: are the costs those of this year?",
    UNPLACED: "a row with money belongs to no known level",
}


@fact(FormFacts, "string", "成本合计存疑之处")
def cost_doubt(form: FormFacts) -> str | None:
    """Say what makes a difference less than certain; null where it is certain."""
    together, total = cost_sum(form), total_yuan(form)
    if together is None or total is None:
        return None
    rows = cost_addends(form)
    if abs(together - total) < _coarseness(form, rows):
        return SMALL
    if together < total and cost_standards(form):
        return PRICES
    if any(is_yearly(row) for row in rows):
        return YEARLY
    if any(row.value.comparator in CEILINGS for row in rows):
        return CEILING
    if form.unread:
        return UNREAD
    if is_multi_year(form):
        return LASTING
    if any(row.level2 is None and row.value.yuan is not None and not is_budget_cost(row) for row in form.indicators):
        return UNPLACED
    return PARTIAL if together < total and _is_partial(form, rows, together < total * HALF) else None


@fact(FormFacts, "string", "成本合计存疑之处（英文）")
def cost_doubt_en(form: FormFacts) -> str | None:
    """Say the doubt in English."""
    doubt = cost_doubt(form)
    return ENGLISH[doubt] if doubt else None


@fact(FormFacts, "string", "成本差额的严重程度")
def cost_gap_level(form: FormFacts) -> str:
    """Grade a difference: `error` where it is certain, `info` where the rows need not be all there is.

    Costs that add up exactly once one row's 元 is read as 万元 are all there is.
    """
    doubt = cost_doubt(form)
    if doubt is None:
        return "error"
    together, total = cost_sum(form), total_yuan(form)
    if doubt in (SMALL, PRICES):
        return "info"
    if cost_unit_row(form) is not None:
        return "warning"
    enough = 1 if doubt == YEARLY else HALF
    short = together is not None and total is not None and together < total * enough
    return "info" if short else "warning"


def _coarseness(form: FormFacts, rows: tuple[IndicatorFacts, ...]) -> Decimal:
    """Give by how much rounding may part the sum from the total.

    Half a unit of the total's last decimal, a unit of the coarsest 约 amount, or of the last decimal of each amount
    that is written less finely than the total.
    """
    steps = [_last_place(row) for row in rows if row.value.approx]
    total = form.funding.total
    if total:
        decimals = DECIMALS.search(total.text)
        fine = YUAN.get(total.unit, Decimal(1)).scaleb(-len(decimals[1]) if decimals else 0)
        coarser = [_last_place(row) for row in rows if _has_decimals(row) and _last_place(row) > fine]
        steps += [fine / 2 if decimals else Decimal(0), sum(coarser, Decimal(0))]
    return max(steps, default=Decimal(0))


def _is_partial(form: FormFacts, rows: tuple[IndicatorFacts, ...], short: bool) -> bool:
    """Tell whether the addends need not be all the costs.

    There is only one, they are not half of the total, a row beside them states the total, or they are grants.
    """
    if short or sum(len(cost_parts(row)) for row in rows) == 1:
        return True
    if any(cost_role(row) == "total" and amount(row) == total_yuan(form) for row in form.indicators):
        return True
    return sum(GRANT.search(row.name) is not None for row in rows) > 1


def _has_decimals(row: IndicatorFacts) -> bool:
    return row.value.number is not None and int(row.value.number.as_tuple().exponent) < 0


def _last_place(row: IndicatorFacts) -> Decimal:
    """Give one unit of the last written place of an amount, in 元."""
    number, yuan = row.value.number, row.value.yuan
    if not number or yuan is None:
        return Decimal(0)
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) * (yuan / number)
