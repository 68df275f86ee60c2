"""Put amounts together again whose thousands commas cut them into fields (1,437,000 written without quotes)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from perf_lint.text.pattern import lazy_pattern

Numbered = tuple[int, list[str]]
"""A row's first line and its fields."""

_HEAD = lazy_pattern(r"[¥￥]?[-+]?[1-9]\d{0,2}")
_GROUP = lazy_pattern(r"\d{3}")
_TAIL = lazy_pattern(r"\d{3}(?:\.\d+)?元?")


def whole_amounts(rows: Sequence[Numbered]) -> list[Numbered]:
    """Join the pieces of amounts in rows that are too long by just those pieces; all other rows stay as they are."""
    widths = Counter(len(fields) for _, fields in rows)
    width = max(widths, key=lambda count: (widths[count], -count), default=0)
    head = next((len(fields) for _, fields in rows if sum(map(bool, fields)) > 2), width)
    if head < width and all(len(_joined(fields)) == head for _, fields in rows if len(fields) == width):
        width = head  # every row of a bulk export holds an amount, only its heading does not
    return [(line, _fitted(fields, width)) for line, fields in rows]


def _fitted(fields: list[str], width: int) -> list[str]:
    if len(fields) <= width:
        return fields
    joined = _joined(fields)
    return joined if len(joined) == width else fields


def _joined(fields: list[str]) -> list[str]:
    found: list[str] = []
    at = 0
    while at < len(fields):
        end = _end(fields, at)
        found.append(",".join(field.strip() for field in fields[at:end]) if end > at + 1 else fields[at])
        at = end
    return found


def _end(fields: list[str], at: int) -> int:
    """Give the index behind the pieces of the amount that begins at `at`, one further where none does."""
    end = at + 1
    if not _HEAD.fullmatch(fields[at].strip()):
        return end
    while end < len(fields) and _GROUP.fullmatch(fields[end].strip()):
        end += 1
    if end < len(fields) and _TAIL.fullmatch(fields[end].strip()):
        end += 1
    return end
