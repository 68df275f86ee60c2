"""Tell from the name alone, the value alone and the levels alone which rows a question is worth asking of.

Most rows have nothing of what dozens of questions look for, and names, values and levels recur from form to form. So
each question says once what it needs of each of the three, as one bit of a number; the bits that all three leave over
are the questions worth asking of a row. They are asked as ever: a mark says "perhaps", its absence "certainly not".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, NamedTuple

from perf_lint.model.form import Indicator
from perf_lint.text.endings import longest_ending
from perf_lint.text.pattern import lazy_pattern

Test = Callable[[Any], object]
"""Looks at a row, but only at the part of it that it is for; what is true of the answer counts."""


class Ends(NamedTuple):
    """Ask a name only for its ending: `asks` looks at nothing but words known to `text.endings`, at the end of a name.

    With a `test` the ending only says of which plain names that is worth asking.
    """

    asks: Callable[[str], object]
    test: Test | None = None


_name_tests: list[tuple[int, Test | Ends, bool]] = []
"""The bits of names with what they ask, and whether that is odd."""
_PLAIN_NAME = lazy_pattern("[0-9、\u4e00-\u524c\u524e-\u5b62\u5b64-\u5e73\u5e75-\u6707\u6709-\u9fa5]{4,}")
"""Chinese characters, none of them 前, 季, 年 or 月, with digits and 、."""
_tests: dict[str, list[tuple[int, Test]]] = {"of_value": [], "odd": [], "of_levels": []}
_open = dict.fromkeys(("of_name", *_tests), 0)
PLAIN_KINDS = frozenset(("percent", "count", "money"))
_PLAIN = lazy_pattern(r"[≥≤]?[0-9]+(?:\.[0-9]+)?(?:%|[\u4e00-\u9fff]{1,2})")
marked_columns: defaultdict[int, int] = defaultdict(int)
"""The questions that each field of a row opens, by its number."""
_kinds: defaultdict[str, int] = defaultdict(int)
LISTED_MARKS: dict[str, int] = {}
"""By the name of a list of rows of a form: the questions that open it; without them it is empty."""
_next = 1


def mark(
    name: Test | Ends | None = None,
    value: Test | None = None,
    levels: Test | None = None,
    *,
    kinds: Sequence[str] = (),
    odd: bool = False,
) -> int:
    """Give the bit of a question, for which the row must pass every test that is given.

    `kinds` stand in place of a test of the value: it must be of one of them. Nothing `odd` ever holds of a plain value,
    a number with its unit, or of a plain name, as `is_plain_name` has it; most of both are plain.
    """
    bit = _next_bit()
    for kind in kinds:
        _kinds[kind] |= bit
    if name is None:
        _open["of_name"] |= bit
    else:
        _name_tests.append((bit, name, odd))
        _asked_after.cache_clear()
    for part, test in (("odd" if odd and value else "of_value", value), ("of_levels", levels)):
        if test is None:
            _open[part] |= 0 if kinds and part == "of_value" else bit
        else:
            _tests[part].append((bit, test))
    return bit


def column_mark(*columns: str) -> int:
    """Give the bit of a question worth asking wherever something stands in one of these columns."""
    bit = _next_bit()
    for column in columns:
        marked_columns[Indicator._fields.index(column)] |= bit
    return bit


def _next_bit() -> int:
    """Give out a bit; all are given out when the modules of facts are imported."""
    global _next
    bit, _next = _next, _next << 1
    return bit


def marks_of_name(row: object, name: str) -> int:
    """Give the bits that the name of a row leaves open."""
    if not is_plain_name(name):
        return _open["of_name"] | sum([bit for bit, asks, _ in _name_tests if _holds(asks, row, name)])
    marks, tests = _asked_after(longest_ending(name))
    for bit, test in tests:
        if test(row):
            marks |= bit
    return marks


def _holds(asks: Test | Ends, row: object, name: str) -> bool:
    if isinstance(asks, Ends):
        return bool(asks.test(row) if asks.test else asks.asks(name))
    return bool(asks(row))


@cache
def _asked_after(ending: str) -> tuple[int, list[tuple[int, Test]]]:
    """Give the bits that an ending of plain names leaves open, and the tests that the whole name still has to pass."""
    marks, tests = _open["of_name"], []
    for bit, asks, odd in _name_tests:
        ends = asks if isinstance(asks, Ends) else Ends(_always, asks)
        if odd or not ends.asks(ending):
            continue
        if ends.test is None:
            marks |= bit
        else:
            tests.append((bit, ends.test))
    return marks, tests


def _always(_: str) -> bool:
    return True


def is_plain_name(name: str) -> bool:
    """Tell whether a name is Chinese characters, digits and 、 alone, and speaks of no years, seasons or months."""
    return _PLAIN_NAME.fullmatch(name) is not None


def marks_of_levels(row: object) -> int:
    """Give the bits that the levels of a row leave open."""
    return _passed(row, "of_levels", _open["of_levels"])


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


def marks_of_columns(row: Sequence[Any]) -> int:
    """Give the bits that the other columns of a row open."""
    marks = 0
    for number, bits in marked_columns.items():
        if row[number]:
            marks |= bits
    return marks
