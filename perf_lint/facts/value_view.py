"""Show a typed value to rules, with what follows from it at once."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from perf_lint.facts.vocabulary import declare, fact
from perf_lint.model.value import DateSpan, Value

TEN_THOUSANDS = frozenset(("万", "亿", "千", "百"))
"""Multipliers that a cost context completes with 元."""


class ValueFacts:
    """A 指标值 as rules see it; dates with an unstated year have a month and no `start` or `end`."""

    TYPE = "Value"
    __slots__ = (
        "__dict__", "approx", "comparator", "dimension", "direction", "in_cost", "kind", "label", "model", "number",
        "number2", "number2_base", "number_base", "path", "problem_at", "qualitative", "remark", "text", "unit",
        "unit_base",
    )  # fmt: skip

    def __init__(self, model: Value, path: str, in_cost: bool = False) -> None:
        self.model = model
        self.path = path
        self.in_cost = in_cost
        self.text = model.text
        self.kind = model.kind
        self.comparator = model.comparator
        self.approx = model.approx
        self.number = model.number
        self.unit = model.unit
        self.number2 = model.number2
        self.number_base = model.number_base
        self.unit_base = model.unit_base
        self.number2_base = model.number2_base
        self.dimension = model.dimension
        self.qualitative = model.qualitative
        self.direction = model.direction
        self.label = model.label
        self.remark = model.remark
        self.problem_at = model.problem_at


declare(
    "Value",
    {
        "path": ("string", "字段路径"),
        "text": ("string", "指标值原文"),
        "kind": ("string", "指标值类型"),
        "comparator": ("string", "比较符号"),
        "approx": ("bool", "是否约数"),
        "number": ("decimal", "数值"),
        "unit": ("string", "计量单位"),
        "number2": ("decimal", "范围上限"),
        "number_base": ("decimal", "换算后的数值"),
        "unit_base": ("string", "换算后的单位"),
        "number2_base": ("decimal", "换算后的范围上限"),
        "dimension": ("string", "量纲"),
        "qualitative": ("string", "定性描述"),
        "direction": ("string", "变化方向"),
        "label": ("string", "值中的指标名"),
        "remark": ("string", "值中的说明"),
        "problem_at": ("int", "无法识别的位置"),
    },
)


@fact(ValueFacts, "list(Value)", "值的各部分")
def parts(value: ValueFacts) -> tuple[ValueFacts, ...]:
    """Give the parts of a mixed or multiple value."""
    return tuple(ValueFacts(part, value.path, value.in_cost) for part in value.model.parts)


@fact(ValueFacts, "string", "无法识别的原因")
def problem(value: ValueFacts) -> str | None:
    """Say in Chinese why a malformed value was rejected."""
    return value.model.problem.zh if value.model.problem else None


@fact(ValueFacts, "money", "金额（元）")
def yuan(value: ValueFacts) -> Decimal | None:
    """Give a plain amount in 元: money, or in a cost row a number that ends in 万; no unit price, no range."""
    if value.comparator == "range":
        return None
    if value.kind == "money" and value.unit_base == "元":
        return value.number_base
    if value.in_cost and value.kind == "number" and value.unit in TEN_THOUSANDS:
        return value.number_base
    return None


@fact(ValueFacts, "bool", "是否单价（元/人 等）")
def per_unit(value: ValueFacts) -> bool:
    """Tell a price for one unit (428元/次) from an amount."""
    return value.kind == "rate"


@fact(ValueFacts, "bool", "是否单价金额")
def is_unit_price(value: ValueFacts) -> bool:
    """Tell whether the value is money for one of something: 元/次, 万元/年."""
    return value.kind == "rate" and (value.unit_base or "").startswith("元/")


@fact(ValueFacts, "bool", "是否数值")
def is_number(value: ValueFacts) -> bool:
    """Tell whether the whole value is one number or range, with or without a unit."""
    return value.number_base is not None and value.kind not in ("mixed", "multi", "malformed")


@fact(ValueFacts, "decimal", "比例（1 为 100%）")
def share(value: ValueFacts) -> Decimal | None:
    """Give a percentage, ratio or per mille as a fraction of 1."""
    return value.number_base if value.unit_base == "1" and value.comparator != "range" else None


@fact(ValueFacts, "bool", "是否为无")
def is_none(value: ValueFacts) -> bool:
    """Tell whether the value says that there is nothing: 无, 空, — or blank."""
    return value.kind == "none" or not value.text.strip()


@fact(ValueFacts, "bool", "是否时间")
def is_time(value: ValueFacts) -> bool:
    """Tell whether the value is a date, deadline, period or duration."""
    return value.kind in ("date", "deadline", "period", "duration")


def _span(value: ValueFacts) -> DateSpan | None:
    return value.model.date


def _day(iso: str | None) -> dt.date | None:
    return dt.date.fromisoformat(iso) if iso and "X" not in iso else None


@fact(ValueFacts, "date", "起始日期")
def start(value: ValueFacts) -> dt.date | None:
    """Give the first day of a date or period whose year is stated."""
    span = _span(value)
    return _day(span.start) if span else None


@fact(ValueFacts, "date", "截止日期")
def end(value: ValueFacts) -> dt.date | None:
    """Give the last day of a date, deadline or period whose year is stated."""
    span = _span(value)
    return _day(span.end) if span else None


@fact(ValueFacts, "int", "起始年份")
def start_year(value: ValueFacts) -> int | None:
    """Give the stated year of the start."""
    span = _span(value)
    return span.start_year if span else None


@fact(ValueFacts, "int", "截止年份")
def end_year(value: ValueFacts) -> int | None:
    """Give the stated year of the end, also of an impossible date."""
    span = _span(value)
    return span.end_year if span else None


@fact(ValueFacts, "string", "时间精度")
def precision(value: ValueFacts) -> str | None:
    """Give `day` `tenday` `month` `quarter` `half` or `year`."""
    span = _span(value)
    return span.precision if span else None


@fact(ValueFacts, "bool", "日期是否存在")
def date_valid(value: ValueFacts) -> bool | None:
    """Tell whether the date exists in the calendar; null where the value is no date."""
    span = _span(value)
    return span.valid if span else None
