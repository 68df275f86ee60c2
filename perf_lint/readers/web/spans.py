"""Give table cells their rows and columns by the algorithm of the HTML standard ("forming a table")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perf_lint.readers.web.tree import RawCell, RawRow
from perf_lint.text.pattern import lazy_pattern

MAX_COL_SPAN, MAX_ROW_SPAN = 1000, 65534
"""The standard's own bounds."""

_NUMBER = lazy_pattern(r"[ \t\n\f\r]*\+?(\d{1,9})")


class Placed(NamedTuple):
    """A cell with its anchor (from 1) and its spans, cut at the end of its row group."""

    cell: RawCell
    row: int
    column: int
    row_span: int
    col_span: int


def place_cells(rows: Sequence[RawRow], max_slots: int) -> list[Placed]:
    """Place every cell; raise ValueError where the spans cover more than `max_slots` squares in all."""
    placed: list[Placed] = []
    slots = 0
    for start, end in _groups(rows):
        for item in _group(rows[start:end], start):
            slots += item.col_span * min(item.row_span, end - start)
            if slots > max_slots:
                raise ValueError(slots)
            placed.append(item)
    return placed


def _groups(rows: Sequence[RawRow]) -> Iterator[tuple[int, int]]:
    """Give the first row and the row behind the last of each row group."""
    start = 0
    for number, row in enumerate(rows):
        if row.group != rows[start].group:
            yield start, number
            start = number
    if rows:
        yield start, len(rows)


def _group(rows: Sequence[RawRow], offset: int) -> Iterator[Placed]:
    # By column, the row (within the group) that is the first one free again below a cell that spans rows.
    free_from: dict[int, int] = {}
    for number, row in enumerate(rows):
        column = 1
        for cell in row.cells:
            while free_from.get(column, 0) > number:
                column += 1
            width, height = _col_span(cell.col_span), _row_span(cell.row_span, len(rows) - number)
            if height > 1:
                # Where a wider cell overlaps one from above, both keep their squares, as the standard has it.
                for taken in range(column, column + width):
                    free_from[taken] = max(free_from.get(taken, 0), number + height)
            yield Placed(cell, offset + number + 1, column, height, width)
            column += width


def _col_span(text: str | None) -> int:
    number = _parse(text)
    return 1 if number is None or number == 0 else min(number, MAX_COL_SPAN)


def _row_span(text: str | None, left: int) -> int:
    """Give a row span; 0 means to the end of the group, and none goes beyond it."""
    number = _parse(text)
    if number is None:
        return 1
    return left if number == 0 else min(number, MAX_ROW_SPAN, left)


def _parse(text: str | None) -> int | None:
    """Read a non-negative integer by the standard's lenient rule (leading blanks, trailing rubbish)."""
    found = _NUMBER.match(text) if text else None
    return int(found.group(1)) if found else None
