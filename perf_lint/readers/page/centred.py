"""Put texts that stand in the middle of their rows, in a table without lines, on the line where those rows begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from perf_lint.readers.page.bands import ON_LINE, Block, Body, blocks_on, is_even
from perf_lint.readers.page.lines import Line

OFF = 0.22
"""Of a row's height: how far the middle of a group of rows may lie from its label; one row more moves it by half."""

MIN_ROWS = 3
"""Of fewer rows nobody can tell how labels stand to them."""

TOP = 0.4
"""Of a row's height: how far above its middle a label stands that is set at its top; the edge is at half of it."""

CLOSE = 1.6
"""Of its height: how far below a line the next one of the same text stands at most."""

MAX_LINES, MAX_WAYS = 8, 50
"""Lines of one label; ways to group that are looked at."""


class Settled(NamedTuple):
    """An indicator table without lines whose every text was given its row."""

    heads: tuple[Line, ...]
    columns: tuple[dict[int, Block], ...]
    """For each column its cells by row, from 0; a label by the first row of its group."""
    edges: tuple[float, ...]
    """The heights between the rows, the first above the first row."""
    groups: int
    """So many columns at the left hold labels of groups, each as far down as the next one."""


def settled(body: Body, more: bool) -> Settled | None:
    """Give every text its row, where that is possible in one way only: one of a row, or the label of several rows.

    The groups of a column must be all rows; the last group of a page with `more` behind it may go on there. The rows
    are those of the column on which all others fit, with the most columns that have one line in every row.
    """
    best: Settled | None = None
    most = 0
    for anchor in sorted(body.columns[1:], key=len, reverse=True):
        rows = [line.base for line in anchor]
        found = _arranged(body, rows, more) if len(rows) >= MIN_ROWS else None
        if found is not None:
            columns, groups = found
            whole = sum(_is_whole(column, len(rows)) for column in columns)
            if whole > most:
                best, most = Settled(body.heads, tuple(columns), tuple(_edges(rows)), groups), whole
    return best


def _is_whole(column: dict[int, Block], rows: int) -> bool:
    return len(column) == rows and all(len(block.lines) == 1 for block in column.values())


def _arranged(body: Body, rows: list[float], more: bool) -> tuple[list[dict[int, Block]], int] | None:
    """Give each column's texts by row, and how many of the leading columns hold labels of groups."""
    direct = [blocks_on(column, rows) for column in body.columns]
    names = next((at for at, column in enumerate(direct) if column is not None and len(column) == len(rows)), None)
    # a column beside the names must agree on the rows, or the lines of one wrapped text would be rows
    if names is None or len(direct) - names < 2 or any(column is None for column in direct[names:]):
        return None
    if not any(column is None or 0 not in column for column in direct[:names]):
        return [column for column in direct if column is not None], 0
    leading = body.columns[:names]
    groups = [_grouped(column, rows, more) for column in leading]
    if any(column is None for column in groups):
        groups = [_at_tops(column, rows) for column in leading]
    found = [column for column in (*groups, *direct[names:]) if column is not None]
    return (found, names) if len(found) == len(direct) else None


def _grouped(column: Sequence[Line], rows: Sequence[float], more: bool) -> dict[int, Block] | None:
    """Give labels by the first row of the groups in whose middle they stand; the groups must be all rows.

    Of several ways the one with the most labels holds: two labels on rows of their own are no label of two lines.
    """
    ways = sorted(islice(_tilings(column, _edges(rows), 0, more), MAX_WAYS), key=len)
    unsure = len(ways) == MAX_WAYS or (len(ways) > 1 and len(ways[-2]) == len(ways[-1]))
    return None if unsure or not ways else ways[-1]


def _at_tops(column: Sequence[Line], rows: Sequence[float]) -> dict[int, Block] | None:
    """Give labels by the row at whose top they stand, the first at the first row; None where one stands elsewhere."""
    edges = _edges(rows)
    found: dict[int, Block] = {}
    for line in column:
        row = bisect_right(edges, line.base) - 1
        above = rows[row] - line.base if 0 <= row < len(rows) else -1.0
        if row in found or not -ON_LINE <= above <= TOP * (edges[row + 1] - edges[row]):
            return None
        found[row] = Block((line,))
    return found if 0 in found else None


def _tilings(column: Sequence[Line], edges: Sequence[float], first: int, more: bool) -> Iterator[dict[int, Block]]:
    """Give every way to take lines for labels, and rows from `first` on for their groups, with nothing left over."""
    if not column or first == len(edges) - 1:
        if not column and first == len(edges) - 1:
            yield {}
        return
    for end in range(1, min(len(column), MAX_LINES) + 1):
        block = Block(tuple(column[:end]))
        last = _last_row(block.middle, edges, first)
        if last is None and more and end == len(column) and 2 * block.middle - edges[first] > edges[-1]:
            last = len(edges) - 2
        if last is not None and is_even(block.lines):
            for rest in _tilings(column[end:], edges, last + 1, more):
                yield {first: block, **rest}


def _last_row(middle: float, edges: Sequence[float], first: int) -> int | None:
    """Say which row ends the group that begins at `first` and has its middle here."""
    for last in range(first, len(edges) - 1):
        height = edges[last + 1] - edges[last]
        if abs((edges[first] + edges[last + 1]) / 2 - middle) <= OFF * height:
            return last
    return None


def _edges(rows: Sequence[float]) -> list[float]:
    """Give the edges between rows, taken half-way between their base lines."""
    inner = [(a + b) / 2 for a, b in pairwise(rows)]
    return [2 * rows[0] - inner[0], *inner, 2 * rows[-1] - inner[-1]]


def is_plain(found: Settled) -> bool:
    """Say whether every text stands on the line of its row, labels too."""
    return not found.groups and all(len(block.lines) == 1 for column in found.columns for block in column.values())


def is_top_aligned(body: Body) -> bool:
    """Say whether every text begins on the line of its row: further lines follow close below."""
    for anchor in body.columns[1:]:
        rows = {round(line.base) for line in anchor}
        same = sum({round(line.base) for line in column} == rows for column in body.columns)
        if same > 1 and all(_follows(column, at, rows) for column in body.columns for at in range(len(column))):
            return True
    return False


def _follows(column: Sequence[Line], at: int, rows: set[int]) -> bool:
    line = column[at]
    if round(line.base) in rows:
        return True
    return at > 0 and line.base - column[at - 1].base <= CLOSE * line.height
