"""Tell from the name alone, the value alone and the levels alone which rows a question is worth asking of.

Most rows have nothing of what dozens of questions look for, and names, values and levels recur from form to form. So
each question says once what it needs of each of the three, as one bit of a number; the bits that all three leave over
are the questions worth asking of a row. They are asked as ever: a mark says "perhaps", its absence "certainly not".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

Test = Callable[[Any], object]
"""Looks at a row, but only at the part of it that it is for; what is true of the answer counts."""
PARTS = ("of_name", "of_value", "of_levels")
_tests: dict[str, list[tuple[int, Test]]] = {part: [] for part in PARTS}
_open = dict.fromkeys(PARTS, 0)
_columns: dict[str, int] = {}
_kinds: defaultdict[str, int] = defaultdict(int)
LISTED_MARKS: dict[str, int] = {}
"""By the name of a list of rows of a form: the questions that open it; without them it is empty."""
_next = 1


def mark(
    name: Test | None = None,
    value: Test | None = None,
    levels: Test | None = None,
    *,
    kinds: Sequence[str] = (),
    columns: Sequence[str] = (),
) -> int:
    """Give the bit of a question, for which the row must pass every test that is given.

    `kinds` stand in place of a test of the value: it must be of one of them. Where something stands in one of
    `columns`, the question is worth asking whatever the tests say.
    """
    global _next  # bits are given out once, when the modules of facts are imported
    bit, _next = _next, _next << 1
    for column in columns:
        _columns[column] = _columns.get(column, 0) | bit
    for kind in kinds:
        _kinds[kind] |= bit
    for part, test in zip(PARTS, (name, value, levels), strict=True):
        if test is None:
            _open[part] |= 0 if kinds and part == "of_value" else bit
        else:
            _tests[part].append((bit, test))
    return bit


def marks_of(row: object, part: str, kind: str = "") -> int:
    """Give the bits that one part of a row leaves open; `kind` is that of its value, where the part is the value."""
    marks = _open[part] | _kinds.get(kind, 0)
    for bit, test in _tests[part]:
        if test(row):
            marks |= bit
    return marks


def marks_of_columns(row: object) -> int:
    """Give the bits that the other columns of a row open."""
    marks = 0
    for column, bits in _columns.items():
        if getattr(row, column):
            marks |= bits
    return marks
