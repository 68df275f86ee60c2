"""Turn a typed value into its record: the fields of `perf-lint value`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from perf_lint.model.value import DateSpan, Value


def value_record(value: Value) -> dict[str, Any]:
    """Give every field of the record; what does not apply is null. Numbers are decimal strings."""
    return {
        "text": value.text,
        "kind": value.kind,
        "comparator": value.comparator,
        "approx": value.approx,
        "number": _number(value.number),
        "unit": value.unit,
        "number2": _number(value.number2),
        "number_base": _base(value.number_base),
        "unit_base": value.unit_base,
        "number2_base": _base(value.number2_base),
        "date": None if value.date is None else _date(value.date),
        "qualitative": value.qualitative,
        "direction": value.direction,
        "label": value.label,
        "remark": value.remark,
        "parts": [value_record(part) for part in value.parts],
    }


def plain(number: Decimal, *, trim: bool) -> str:
    """Print a decimal without exponent; `trim` removes zeros at the end of the fraction."""
    text = format(number, "f")
    if trim and "." in text:
        text = text.rstrip("0").removesuffix(".")
    return "0" if text == "-0" else text


def _number(number: Decimal | None) -> str | None:
    return None if number is None else plain(number, trim=False)


def _base(number: Decimal | None) -> str | None:
    return None if number is None else plain(number, trim=True)


def _date(date: DateSpan) -> dict[str, Any]:
    return {
        "start": date.start,
        "end": date.end,
        "end_strict": date.end_strict,
        "precision": date.precision,
        "valid": date.valid,
        "raw": list(date.raw) or None,
    }
