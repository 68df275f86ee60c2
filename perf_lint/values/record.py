"""Write a Value as the JSON record: decimals as strings, dates and parts as records."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from perf_lint.model.value import DateSpan, Value
from perf_lint.text.numbers import plain_number

RECORD = [
    "text",
    "kind",
    "comparator",
    "approx",
    "number",
    "unit",
    "number2",
    "number_base",
    "unit_base",
    "number2_base",
    "dimension",
    "qualitative",
    "direction",
    "label",
    "remark",
]


def to_record(value: Value) -> dict[str, Any]:
    """Give the record of a value, every field present; `problem` only where it is malformed."""
    record: dict[str, Any] = {}
    for name in RECORD:
        found = getattr(value, name)
        base = name.endswith("_base") and isinstance(found, Decimal)
        record[name] = plain_number(found) if base else format(found, "f") if isinstance(found, Decimal) else found
    record["date"] = _date(value.date) if value.date else None
    record["parts"] = [to_record(part) for part in value.parts]
    if value.problem:
        record["problem"] = value.problem.zh
        record["problem_at"] = value.problem_at
    return record


def _date(date: DateSpan) -> dict[str, Any]:
    record: dict[str, Any] = {
        "start": date.start,
        "end": date.end,
        "precision": date.precision,
        "valid": date.valid,
    }
    if date.end_strict is not None:
        record["end_strict"] = date.end_strict
    if date.raw:
        record["raw"] = list(date.raw)
    return record if date.valid else {**record, "start": None, "end": None}
