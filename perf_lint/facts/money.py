"""Sort the rows of a cost block into addends and what is no addend, and add them up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from perf_lint.facts.aside_claims import explained_amount
from perf_lint.facts.cost_amount import beside_price, cost_parts, cost_yuan, is_comparable, is_yearly
from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import mark
from perf_lint.facts.priced import prices_close
from perf_lint.facts.rounding import rounding_slack
from perf_lint.facts.value_view import ValueFacts
from perf_lint.facts.vocabulary import fact, keep
from perf_lint.facts.years import stated_years
from perf_lint.model.levels import COST, ECONOMIC_COST
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordlists import contains_word

BUDGET_COSTS = frozenset((COST, ECONOMIC_COST))
"""Levels whose amounts are paid from the budget; 社会成本 and 生态环境成本 are not."""
RATE_NAME = lazy_pattern(r"(率|比|比例|比重|程度|占比|性)$")
PER_NAME = lazy_pattern(r"每(?!年)")
NO_PRICE = lazy_pattern(
    r"(?:高?标准|价格|单项)(?![和及与内])(?=[\u4e00-\u9fff、“”\"]{1,12}(?:费用?|经费|资金|款|支出)$)"
)
"""What a thing is called after is no price: 高标准农田建设费, 价格监测费."""
PORTION_NAME = lazy_pattern(r"(?:占比|比重|占.{1,8}比例)$")
"""A share of the money spent on something, which hides an amount; 控制率 and its like hide none."""
PART_NAME = lazy_pattern(r"^(其中|包括|内含)")
PART_LABEL = lazy_pattern(r"^\d+[.．\-]\d+")
WHOLE_NAME = lazy_pattern(r"项目|总|预算|资金|控制数")
SELF_RAISED = lazy_pattern(r"自筹|自有资金|单位资金|配套资金|社会资金|社会资本|企业投入|企业自|个人缴费|捐赠|银行贷款")


@fact(IndicatorFacts, "bool", "是否预算成本行", "of_levels")
def is_budget_cost(row: IndicatorFacts) -> bool:
    """Tell whether the row is a cost that the budget pays, in either framework."""
    return row.level2 in BUDGET_COSTS or (row.level2 is None and row.level1 == COST)


BUDGET_COST = mark(levels=is_budget_cost)


@fact(IndicatorFacts, "string", "成本行的种类")
def cost_role(row: IndicatorFacts) -> str | None:
    """Say what a cost row holds; null outside the cost levels.

    `addend` a plain amount; `standard` a unit price or 标准; `part` a 其中 row; `total` a 合计 row; `other` money not
    spent (savings, a whole investment); `rate`; `none`; `unclear` anything that could hide an amount.
    """
    if not is_budget_cost(row):
        return None
    if row.is_none:
        return "none"
    read, named = row.value, named_cost(row)
    told = explained_amount(row.value_text) is not None or beside_price(read) is not None
    if told and not (named.rate or named.not_spent):
        return _addend_role(row)
    if (read.per_unit and not is_yearly(row)) or named.unit_cost or _tells_price(read):
        return "standard"
    if read.share is not None or named.rate:
        return "unclear" if named.portion else "rate"
    if named.not_spent:
        return "other"
    if cost_yuan(row) is None or not is_comparable(row):
        return "unclear"
    return _addend_role(row)


class NamedCost(NamedTuple):
    """What the name of a cost row says of its amount."""

    unit_cost: bool
    rate: bool
    portion: bool
    not_spent: bool
    part: bool
    total: bool


@keep(IndicatorFacts, "of_name")
def named_cost(row: IndicatorFacts) -> NamedCost:
    """Read the name of a cost row."""
    name = row.name
    return NamedCost(
        unit_cost=PER_NAME.search(name) is not None or contains_word(NO_PRICE.sub("", name), "unit-cost-names"),
        rate=RATE_NAME.search(name) is not None,
        portion=PORTION_NAME.search(name) is not None,
        not_spent=contains_word(name, "not-spending-names"),
        part=PART_NAME.match(name) is not None,
        total=contains_word(name, "total-names"),
    )


def _tells_price(read: ValueFacts) -> bool:
    words = f"{read.label or ''} {read.remark or ''}"
    return words != " " and ("每" in words or "均" in words or "标准" in words)


def _addend_role(row: IndicatorFacts) -> str:
    named = named_cost(row)
    if named.part or PART_LABEL.match(row.label or ""):
        return "part"
    return "total" if named.total else "addend"


def _with_role(form: FormFacts, *roles: str) -> tuple[IndicatorFacts, ...]:
    return tuple([row for row in cost_rows(form) if cost_role(row) in roles])


def amount(row: IndicatorFacts) -> Decimal:
    """Give the amount of an addend in 元, zero for a row that has none."""
    return cost_yuan(row) or Decimal(0)


def total_of(rows: tuple[IndicatorFacts, ...]) -> Decimal:
    """Add up the amounts of rows, in 元."""
    return sum((amount(row) for row in rows), Decimal(0))


@fact(FormFacts, "list(Indicator)", "成本行")
def cost_rows(form: FormFacts) -> tuple[IndicatorFacts, ...]:
    """Give the budget cost rows that say something."""
    return tuple([row for row in form.asked(BUDGET_COST) if cost_role(row) not in (None, "none")])


@fact(FormFacts, "list(Indicator)", "可相加的成本行")
def cost_addends(form: FormFacts) -> tuple[IndicatorFacts, ...]:
    """Give the rows whose amounts make up the cost of the project, sub-totals and 其中 rows left out."""
    rows = _with_role(form, "addend")
    totals = _with_role(form, "total")
    if not rows:
        return totals[:1]
    half = total_of(rows) / 2
    if len(rows) > 2 and half:
        for row in rows:
            if amount(row) == half and (half in funding_bases(form) or _heads_block(row, rows)):
                return tuple(other for other in rows if other is not row)
    return rows


def _heads_block(row: IndicatorFacts, rows: tuple[IndicatorFacts, ...]) -> bool:
    """Tell whether a row that equals all others also looks like their sum: first or last, and named so."""
    return row in (rows[0], rows[-1]) and bool(WHOLE_NAME.search(row.name))


@fact(FormFacts, "list(money)", "可相加的各项成本金额")
def cost_amounts(form: FormFacts) -> tuple[Decimal, ...]:
    """Give the amounts to be added, several for a cell that holds several."""
    return tuple(part for row in cost_addends(form) for part in cost_parts(row))


@fact(FormFacts, "list(Indicator)", "单价或标准的成本行")
def cost_standards(form: FormFacts) -> tuple[IndicatorFacts, ...]:
    """Give the cost rows that state a price for one, not an amount."""
    return _with_role(form, "standard")


@fact(FormFacts, "list(Indicator)", "未写明金额的成本行")
def cost_unclear(form: FormFacts) -> tuple[IndicatorFacts, ...]:
    """Give the cost rows whose amount, if any, cannot be told."""
    return _with_role(form, "unclear")


@fact(FormFacts, "money", "成本指标合计")
def cost_sum(form: FormFacts) -> Decimal | None:
    """Add up the cost addends; null where there is none."""
    rows = cost_addends(form)
    return total_of(rows) if rows else None


@fact(FormFacts, "money", "年度资金总额")
def total_yuan(form: FormFacts) -> Decimal | None:
    """Give the yearly total in 元."""
    return form.funding.total.yuan if form.funding.total else None


def _outside(total: Decimal, fiscal: Decimal | None, other: Decimal | None, lines: list[Decimal]) -> list[Decimal]:
    """Give the sums that may stand outside the total: not those that make it up."""
    if fiscal is None and sum(lines, other or Decimal(0)) == total:
        return []
    if other is None or (fiscal is not None and fiscal + other == total):
        return lines
    return [other, *lines]


@fact(FormFacts, "list(money)", "成本可以对应的资金额")
def funding_bases(form: FormFacts) -> tuple[Decimal, ...]:
    """Give the sums of the money block that a cost block may rightly add up to.

    The total first; then the fiscal part alone, any printed line, and the total with money printed outside it: 其他资金
    that the total includes is not outside.
    """
    funding = form.funding
    total, fiscal, other = (
        part.yuan if part is not None else None for part in (funding.total, funding.fiscal, funding.other)
    )
    bases = [total, fiscal]
    lines = [item.amount.yuan for item in funding.items if item.amount.yuan is not None]
    bases.extend(lines)
    if total is not None:
        bases.extend(total + line for line in _outside(total, fiscal, other, lines))
    return tuple(base for base in bases if base)


def _other_years(form: FormFacts, row: IndicatorFacts) -> bool:
    """Tell whether a cost is named after other years than the budget's: 2025年维护费."""
    named = stated_years(row.name)
    return bool(named) and form.year is not None and form.year not in named


@fact(FormFacts, "bool", "成本合计与资金相符")
def cost_matches(form: FormFacts) -> bool | None:
    """Tell whether the costs add up to the total, or to another sum that the money block explains."""
    together, total = cost_sum(form), total_yuan(form)
    if together is None or total is None:
        return None
    bases = funding_bases(form)
    if together in bases:
        return True
    slack = rounding_slack(form)
    if any(abs(some - base) <= slack for some in _possible_sums(form, together) for base in bases):
        return True
    return prices_close(total - together, cost_standards(form), form.indicators)


def _possible_sums(form: FormFacts, together: Decimal) -> Iterator[Decimal]:
    """Give the sums that the cost block may mean, the plain one first."""
    yield together
    rows = cost_addends(form)
    yield total_of(tuple(row for row in rows if not SELF_RAISED.search(row.name)))
    yield total_of(tuple(row for row in rows if not is_yearly(row)))
    yield total_of(_with_role(form, "addend", "total"))
    # 年均摊销10万元 may be an amount after all
    yield together + total_of(tuple(row for row in cost_standards(form) if row.value.yuan is not None))
    yield total_of(_with_role(form, "addend", "other"))
    yield total_of(tuple(row for row in rows if not _other_years(form, row)))
    yield total_of(_with_role(form, "addend", "part"))  # rows below 其中 may be parts as well
