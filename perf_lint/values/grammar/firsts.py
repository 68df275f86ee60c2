"""Tell with which characters a pattern can begin, so that at run time only those that may fit are tried."""

from __future__ import annotations

import re
from typing import Any

Ranges = list[tuple[int, int]]
ANYTHING: Ranges = [(0, 0x10FFFF)]
ZERO_WIDTH = frozenset(["AT", "ASSERT", "ASSERT_NOT"])


def firsts(source: str) -> Ranges:
    """Give the ranges of code points with which a match of `source` can begin."""
    ranges, may_be_empty = _sequence(re._parser.parse(source))  # noqa: SLF001
    return ANYTHING if may_be_empty else sorted(set(ranges))


def _sequence(items: Any) -> tuple[Ranges, bool]:
    """Give the beginnings of a sequence, and whether it can match nothing."""
    found: Ranges = []
    for item in items:
        ranges, may_be_empty = _item(str(item[0]), item[1])
        found += ranges
        if not may_be_empty:
            return found, False
    return found, True


def _item(name: str, value: Any) -> tuple[Ranges, bool]:
    if name in ZERO_WIDTH:
        return [], True
    if name == "LITERAL":
        return [(value, value)], False
    if name == "IN":
        return _class(value), False
    if name == "SUBPATTERN":
        return _sequence(value[-1])
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        ranges, may_be_empty = _sequence(value[2])
        return ranges, may_be_empty or value[0] == 0
    if name == "BRANCH":
        branches = [_sequence(branch) for branch in value[1]]
        return [one for ranges, _ in branches for one in ranges], any(empty for _, empty in branches)
    return ANYTHING, False


def _class(items: Any) -> Ranges:
    found: Ranges = []
    for name, value in items:
        if str(name) not in ("LITERAL", "RANGE"):
            return ANYTHING
        found.append((value, value) if str(name) == "LITERAL" else (value[0], value[1]))
    return found
