"""Write a Value in its usual spelling, one that reads back as the same value."""

from __future__ import annotations

from decimal import Decimal

from perf_lint.model.value import DateSpan, Value
from perf_lint.values.numerals import unmultiplied

SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": ""}
RISES = {"up": "提高", "down": "降低"}


def format_value(value: Value) -> str:
    """Write a value in its usual spelling (≥85%, 约2万元, 2024年8月前); text that is no number is given as written."""
    if value.kind in ("mixed", "multi", "malformed", "qualitative", "boolean", "none") or value.parts:
        return value.text.strip()
    if value.date is not None:
        written = _timed(value)
        return value.text.strip() if written is None else written
    if value.number is None:
        return value.text.strip()
    return _amount(value)


def _amount(value: Value) -> str:
    direction = RISES.get(value.direction or "", "") if value.kind == "change" else ""
    upto = ("提高到" if value.direction == "up" else "降低到") if value.direction and value.kind != "change" else ""
    if upto:
        direction = upto
    sign = SIGNS.get(value.comparator or "=", "")
    if upto and sign == ("≥" if value.direction == "up" else "≤"):
        sign = ""
    if value.approx and value.comparator == ">" and value.number is not None:
        return f"{direction}{_more_than(value.number, value.unit or '')}"
    about = "约" if value.approx else ""
    return f"{direction}{about}{sign}{_measured(value)}"


def _measured(value: Value) -> str:
    number, unit = value.number or Decimal(0), value.unit or ""
    first = format(number, "f")
    if unit in ("比", "分数") and value.number2 is not None:
        return f"{first}{':' if unit == '比' else '/'}{value.number2:f}"
    if value.comparator != "range" or value.number2 is None:
        return f"{first}{_unit(unit)}"
    if number == -value.number2 and number:
        return f"±{value.number2:f}{_unit(unit)}"
    return f"{first}{_unit(unit)}-{value.number2:f}{_unit(unit)}"


def _more_than(number: Decimal, unit: str) -> str:
    """Write 3万余人."""
    rest = unmultiplied(unit)
    return f"{number:f}{unit[: len(unit) - len(rest)]}余{_unit(rest)}"


def _unit(unit: str) -> str:
    """Write a unit; lone months and quarters are counted only with 个: 3季度 is the third quarter."""
    return f"个{unit}" if unit in ("月", "季度") else unit


def _timed(value: Value) -> str | None:
    """Write a date as plain digits where that says the same; None where only the text as written does."""
    date = value.date
    if date is None or not date.valid or value.kind == "frequency" or value.comparator not in ("=", "<="):
        return None
    if date.precision != "day" or "X" in f"{date.start or ''}{date.end or ''}":
        return None
    return _days(value.kind, date)


def _days(kind: str, date: DateSpan) -> str | None:
    if kind == "period":
        return f"{_chinese(date.start)}至{_chinese(date.end)}"
    if kind == "deadline":
        return f"{_chinese(date.end)}前" if date.end_strict else f"不晚于{_chinese(date.end)}"
    return _chinese(date.end)


def _chinese(iso: str | None) -> str:
    year, month, day = (iso or "--").split("-")
    return f"{year}年{int(month)}月{int(day)}日"
