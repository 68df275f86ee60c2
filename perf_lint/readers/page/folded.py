"""Fold texts of two lines, set beside the middle of their row, into the line of the row."""

from __future__ import annotations

from collections.abc import Sequence

from perf_lint.readers.page.lines import Line

MIDDLE = 2.0
"""Points: how far the middle of the two lines may lie from the line between them."""

CLOSE = 1.6
"""Of its height: how far the second line of a text stands below the first at most; rows stand further apart."""


def folded(lines: Sequence[Sequence[Line]]) -> list[list[list[Line]]]:
    """Give for each row its texts from left to right, each as one or two lines.

    Two lines are folded into the one between them where each text of the one stands above a text of the other, and
    nothing between the two: no lines of one text stand half as far apart.
    """
    rows: list[list[list[Line]]] = []
    at = 0
    while at < len(lines):
        pairs = _pairs(lines[at : at + 3])
        if pairs is None:
            rows.append([[part] for part in lines[at]])
            at += 1
            continue
        rows.append(sorted([*pairs, *([part] for part in lines[at + 1])], key=lambda text: text[0].left))
        at += 3
    return rows


def _pairs(three: Sequence[Sequence[Line]]) -> list[list[Line]] | None:
    """Give the texts of which one line stands above and one below the second of three lines, if all are such texts."""
    if len(three) < 3 or len(three[0]) != len(three[2]):
        return None
    above, row, below = three
    top, base, bottom = above[0].base, row[0].base, below[0].base
    if bottom - top > CLOSE * above[0].height or abs((top + bottom) / 2 - base) > MIDDLE:
        return None
    pairs = [[one, other] for one, other in zip(above, below, strict=True)]
    if not all(_meet(one, other) for one, other in pairs):
        return None
    return None if any(_meet(part, line) for part in row for pair in pairs for line in pair) else pairs


def _meet(one: Line, other: Line) -> bool:
    return one.left < other.right and other.left < one.right
