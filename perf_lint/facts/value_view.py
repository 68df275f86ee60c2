"""Show a typed value to rules, with what follows from it at once."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from perf_lint.facts.vocabulary import declare, kept
from perf_lint.model.value import Value

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
        (
            self.text, self.kind, self.comparator, self.approx, self.number, self.unit, self.number2, self.number_base,
            self.unit_base, self.number2_base, self.dimension,
        ) = model[:11]  # fmt: skip
        self.qualitative = model.qualitative
        self.direction = model.direction
        self.label = model.label
        self.remark = model.remark
        self.problem_at = model.problem_at

    @kept
    def parts(self) -> tuple[ValueFacts, ...]:
        """Give the parts of a mixed or multiple value."""
        return tuple(ValueFacts(part, self.path, self.in_cost) for part in self.model.parts)

    @property
    def problem(self) -> str | None:
        """Say in Chinese why a malformed value was rejected."""
        return self.model.problem.zh if self.model.problem else None

    @property
    def yuan(self) -> Decimal | None:
        """Give a plain amount in 元: money, or in a cost row a number that ends in 万; no unit price, no range."""
        if self.comparator == "range":
            return None
        if self.kind == "money" and self.unit_base == "元":
            return self.number_base
        if self.in_cost and self.kind == "number" and self.unit in TEN_THOUSANDS:
            return self.number_base
        return None

    @property
    def per_unit(self) -> bool:
        """Tell a price for one unit (428元/次) from an amount."""
        return self.kind == "rate"

    @property
    def is_unit_price(self) -> bool:
        """Tell whether the value is money for one of something: 元/次, 万元/年."""
        return self.kind == "rate" and (self.unit_base or "").startswith("元/")

    @property
    def is_number(self) -> bool:
        """Tell whether the whole value is one number or range, with or without a unit."""
        return self.number_base is not None and self.kind not in ("mixed", "multi", "malformed")

    @property
    def share(self) -> Decimal | None:
        """Give a percentage, ratio or per mille as a fraction of 1."""
        return self.number_base if self.unit_base == "1" and self.comparator != "range" else None

    @property
    def is_none(self) -> bool:
        """Tell whether the value says that there is nothing: 无, 空, — or blank."""
        return self.kind == "none" or not self.text.strip()

    @property
    def is_time(self) -> bool:
        """Tell whether the value is a date, deadline, period or duration."""
        return self.kind in ("date", "deadline", "period", "duration")

    @kept
    def start(self) -> dt.date | None:
        """Give the first day of a date or period whose year is stated."""
        span = self.model.date
        return _day(span.start) if span else None

    @kept
    def end(self) -> dt.date | None:
        """Give the last day of a date, deadline or period whose year is stated."""
        span = self.model.date
        return _day(span.end) if span else None

    @property
    def start_year(self) -> int | None:
        """Give the stated year of the start."""
        span = self.model.date
        return span.start_year if span else None

    @property
    def end_year(self) -> int | None:
        """Give the stated year of the end, also of an impossible date."""
        span = self.model.date
        return span.end_year if span else None

    @property
    def precision(self) -> str | None:
        """Give `day` `tenday` `month` `quarter` `half` or `year`."""
        span = self.model.date
        return span.precision if span else None

    @property
    def date_valid(self) -> bool | None:
        """Tell whether the date exists in the calendar; null where the value is no date."""
        span = self.model.date
        return span.valid if span else None


declare(
    "Value",
    {
        "parts": ("list(Value)", "值的各部分"),
        "problem": ("string", "无法识别的原因"),
        "yuan": ("money", "金额（元）"),
        "per_unit": ("bool", "是否单价（元/人 等）"),
        "is_unit_price": ("bool", "是否单价金额"),
        "is_number": ("bool", "是否数值"),
        "share": ("decimal", "比例（1 为 100%）"),
        "is_none": ("bool", "是否为无"),
        "is_time": ("bool", "是否时间"),
        "start": ("date", "起始日期"),
        "end": ("date", "截止日期"),
        "start_year": ("int", "起始年份"),
        "end_year": ("int", "截止年份"),
        "precision": ("string", "时间精度"),
        "date_valid": ("bool", "日期是否存在"),
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


def _day(iso: str | None) -> dt.date | None:
    return dt.date.fromisoformat(iso) if iso and "X" not in iso else None
