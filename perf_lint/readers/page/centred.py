"""Put texts that stand in the middle of their rows, in a table without lines, on the line where those rows begin."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
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
"""Lines of one label; of so many ways to group none is certain."""


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
    ways = _ways(column, _edges(rows), more)
    return None if ways is None or ways.total >= MAX_WAYS or ways.best > 1 else ways.groups


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


class _Ways(NamedTuple):
    """The ways to take the lines of a column, up to some line, for labels of rows up to some row."""

    total: int
    best: int
    """How many of them have the most labels."""
    groups: dict[int, Block]
    """One of those: each label by the first row of its group."""

    def joined(self, other: _Ways) -> _Ways:
        """Give the ways of both."""
        less, more = sorted((self, other), key=lambda ways: len(ways.groups))
        best = more.best + less.best if len(less.groups) == len(more.groups) else more.best
        return _Ways(self.total + other.total, best, more.groups)


def _ways(column: Sequence[Line], edges: Sequence[float], more: bool) -> _Ways | None:
    """Find the ways to take all lines for labels whose groups are all rows; None where there is none.

    What comes behind a line and a row is the same however they were reached: of many rows there are more ways than
    could be tried one by one.
    """
    reached: list[dict[int, _Ways]] = [{} for _ in range(len(column) + 1)]
    reached[0][0] = _Ways(1, 1, {})
    for at, states in enumerate(reached):
        for first, ways in states.items():
            for block, last in _labels(column[at:], edges, first, more):
                found = _Ways(ways.total, ways.best, {**ways.groups, first: block})
                behind = reached[at + len(block.lines)]
                behind[last + 1] = behind[last + 1].joined(found) if last + 1 in behind else found
    return reached[-1].get(len(edges) - 1)


def _labels(column: Sequence[Line], edges: Sequence[float], first: int, more: bool) -> Iterator[tuple[Block, int]]:
    """Give what may be the next label, from the first line on, and the last row of the group that begins at `first`."""
    if first == len(edges) - 1:
        return
    for end in range(1, min(len(column), MAX_LINES) + 1):
        block = Block(tuple(column[:end]))
        last = _last_row(block.middle, edges, first)
        if last is None and more and end == len(column) and 2 * block.middle - edges[first] > edges[-1]:
            last = len(edges) - 2
        if last is not None and is_even(block.lines):
            yield block, last


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
