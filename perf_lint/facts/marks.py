"""Tell from the name alone, the value alone and the levels alone which rows a question is worth asking of.

Most rows have nothing of what dozens of questions look for, and names, values and levels recur from form to form. So
each question says once what it needs of each of the three, as one bit of a number; the bits that all three leave over
are the questions worth asking of a row. They are asked as ever: a mark says "perhaps", its absence "certainly not".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from perf_lint.text.pattern import lazy_pattern

Test = Callable[[Any], object]
"""Looks at a row, but only at the part of it that it is for; what is true of the answer counts."""
_tests: dict[str, list[tuple[int, Test]]] = {"of_name": [], "of_value": [], "odd": [], "of_levels": []}
_open = dict.fromkeys(_tests, 0)
PLAIN_KINDS = frozenset(("percent", "count", "money"))
_PLAIN = lazy_pattern(r"[≥≤]?[0-9]+(?:\.[0-9]+)?(?:%|[\u4e00-\u9fff]{1,2})")
_columns: defaultdict[str, int] = defaultdict(int)
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
    odd: bool = False,
) -> int:
    """Give the bit of a question, for which the row must pass every test that is given.

    `kinds` stand in place of a test of the value: it must be of one of them. The test of an `odd` value never
    holds of a plain one, which is most of them: a number with its unit.
    """
    bit = _next_bit()
    for kind in kinds:
        _kinds[kind] |= bit
    for part, test in (("of_name", name), ("odd" if odd else "of_value", value), ("of_levels", levels)):
        if test is None:
            _open[part] |= 0 if kinds and part == "of_value" else bit
        else:
            _tests[part].append((bit, test))
    return bit


def column_mark(*columns: str) -> int:
    """Give the bit of a question worth asking wherever something stands in one of these columns."""
    bit = _next_bit()
    for column in columns:
        _columns[column] |= bit
    return bit


def _next_bit() -> int:
    """Give out a bit; all are given out when the modules of facts are imported."""
    global _next
    bit, _next = _next, _next << 1
    return bit


def marks_of(row: object, part: str) -> int:
    """Give the bits that the name or the levels of a row leave open."""
    return _passed(row, part, _open[part])


def marks_of_value(row: object, text: str, kind: str) -> int:
    """Give the bits that the target of a row leaves open."""
    marks = _passed(row, "of_value", _open["of_value"] | _kinds.get(kind, 0))
    return marks if is_plain(text, kind) else _passed(row, "odd", marks)


def is_plain(text: str, kind: str) -> bool:
    """Tell whether a target is a number with a sign before it and its unit behind it, and nothing else."""
    return kind in PLAIN_KINDS and _PLAIN.fullmatch(text) is not None


def _passed(row: object, part: str, marks: int) -> int:
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
