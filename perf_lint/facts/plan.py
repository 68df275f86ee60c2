"""Read 资金支出计划: cumulative percentages at dates of the year."""

from __future__ import annotations

from decimal import Decimal

from perf_lint.facts.form_view import FormFacts, PlanStepFacts
from perf_lint.facts.vocabulary import fact
from perf_lint.text.pattern import lazy_pattern

PERCENT = lazy_pattern(r"(\d+(?:\.\d+)?)\s*[%％]?")
MONTH = lazy_pattern(r"(\d{1,2})\s*月")
AS_OF = lazy_pattern("底|末|前|止|累计")
FULL = Decimal(100)
ROUNDING = Decimal("0.1")
"""Percentages with decimals may miss the whole by this much: 33.3 three times."""


@fact(PlanStepFacts, "decimal", "计划支出比例（%）")
def percent(step: PlanStepFacts) -> Decimal | None:
    """Give the percentage of a step; null where it is blank or no plain number."""
    match = PERCENT.fullmatch(step.text.strip())
    return Decimal(match[1]) if match else None


@fact(FormFacts, "list(decimal)", "资金支出计划各时点的比例")
def plan_percents(form: FormFacts) -> tuple[Decimal, ...] | None:
    """Give the percentages in order; null where one is missing, the dates are not in order, or the scale is unclear."""
    read = [percent(step) for step in form.plan]
    known = tuple(number for number in read if number is not None)
    if not known or len(known) != len(read) or not _in_order(form):
        return None
    written = any("%" in step.text or "％" in step.text for step in form.plan)
    if max(known) <= 1 and not written:
        known = tuple(number * 100 for number in known)
    return None if _is_shares(form, known) else known


def _is_shares(form: FormFacts, numbers: tuple[Decimal, ...]) -> bool:
    """Tell shares of each period from cumulative ones where the labels name periods, not dates: 一季度, not 3月底."""
    return (
        abs(sum(numbers) - FULL) <= ROUNDING
        and numbers[-1] != FULL
        and not all(AS_OF.search(step.label) for step in form.plan)
    )


def _in_order(form: FormFacts) -> bool:
    months = [int(match[1]) for step in form.plan if (match := MONTH.search(step.label))]
    return months == sorted(set(months))


@fact(FormFacts, "bool", "支出计划像是分期比例")
def plan_in_shares(form: FormFacts) -> bool | None:
    """Tell whether the steps add up to 100: shares of each period written where cumulative ones are asked for."""
    numbers = plan_percents(form)
    return None if numbers is None else len(numbers) > 1 and sum(numbers) == FULL


@fact(FormFacts, "PlanStep", "低于前一时点的支出计划")
def plan_fall(form: FormFacts) -> PlanStepFacts | None:
    """Give the first step that lies below the one before it."""
    numbers = plan_percents(form) or ()
    falls = (n for n in range(1, len(numbers)) if numbers[n] < numbers[n - 1])
    position = next(falls, None)
    return None if position is None else form.plan[position]


@fact(FormFacts, "PlanStep", "超过 100% 的支出计划")
def plan_over(form: FormFacts) -> PlanStepFacts | None:
    """Give the first step above 100%."""
    numbers = plan_percents(form) or ()
    return next((step for step, number in zip(form.plan, numbers, strict=False) if number > FULL), None)


@fact(FormFacts, "PlanStep", "支出计划的最后一个时点")
def plan_last(form: FormFacts) -> PlanStepFacts | None:
    """Give the last step."""
    return form.plan[-1] if form.plan else None


@fact(FormFacts, "string", "累计后的支出计划")
def plan_cumulated(form: FormFacts) -> str | None:
    """Give the cumulative percentages that follow from shares of each period: 25%、50%、75%、100%."""
    numbers = plan_percents(form)
    if numbers is None:
        return None
    return "、".join(f"{sum(numbers[: n + 1], Decimal(0)).normalize():f}%" for n in range(len(numbers)))
