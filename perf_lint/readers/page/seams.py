"""Tell from two pages whether one holds the columns to the right of the other: a sheet wider than the paper."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from perf_lint.readers.page.breaks import continues
from perf_lint.readers.page.lattice import Span
from perf_lint.readers.page.tables import PageTables, Row, Table
from perf_lint.text.pattern import lazy_pattern

SAME = 1.5
"""Points: lines of one sheet that lie nearer than this on two pages are the same line."""

OUTSIDE = 3.0
"""Points: what begins this far left of a table does not belong into it."""

FIRST = 3
"""Among so many rows the heads of a list stand, below its title."""

LABELS = 2
"""Rows that begin with the same words on two pages make them two forms."""

ROWS, HEIGHTS = 5, 3
"""So many rows, of so many different heights, do not come out alike by chance."""

_UNIT = lazy_pattern(r"[(（]?(金额)?单位[:：]?.{0,8}")
_DIGITS = lazy_pattern(r"\d+")
_WORD = lazy_pattern("[\u4e00-\u9fff]{2}")


class Seam(NamedTuple):
    """How the right page lies beside the left one."""

    proven: bool
    """False where the rows are alike and nothing speaks against it, but nothing else for it."""
    edge: float
    """Where the left page's columns end."""
    cut: float
    """Where the right page's own columns begin, behind those that it repeats."""
    repeats: bool = False
    """Whether the right page begins with columns of the left one, which are printed on every page."""

    @property
    def shift(self) -> float:
        """Say how far the right page must be moved."""
        return self.edge - self.cut


def ruled_seam(left: PageTables, right: PageTables) -> Seam | None:
    """Compare two pages with ruled tables; None where the right one is no part of the same sheet."""
    if not left.ruled or not right.ruled or not same_rows(left.ruled, right.ruled):
        return None
    edge = max(table.xs[-1] for table in left.ruled)
    start = min(table.xs[0] for table in right.ruled)
    if closed_alike(left.ruled, right.ruled):
        return Seam(True, edge, start)
    one, other = left.ruled[0], right.ruled[0]
    alike = same_columns(one, other)
    count = repeated_columns(one, other)
    if count:
        return Seam(True, edge, other.xs[count], repeats=True)
    if (alike and shared(one, other)) or _same_labels(one, other):
        return None
    if cut_text(left, right, start, edge):
        return Seam(True, edge, start)
    if continues(left.ruled[-1], other) or (_is_titled(left, right) and _is_titled(right, left)):
        return None
    return Seam(irregular(left.ruled, right.ruled), edge, start)


def same_rows(left: Sequence[Table], right: Sequence[Table]) -> bool:
    """Say whether the tables of two pages have the same rows, as far as they stand at the same heights.

    No table begins or ends within a row of another; cells merged over rows leave out lines on one page or the other.
    """
    ours, theirs = _lines(left), _lines(right)
    if not (_ends_fit(left, right, theirs) and _ends_fit(right, left, ours)):
        return False
    mine = [y for y in ours if _is_within(y, right)]
    other = [y for y in theirs if _is_within(y, left)]
    common = sum(_has(theirs, y) for y in mine)
    return common > 1 and 5 * common >= 4 * min(len(mine), len(other))


def _ends_fit(tables: Sequence[Table], others: Sequence[Table], lines: Sequence[float]) -> bool:
    ends = (y for table in tables for y in (table.ys[0], table.ys[-1]))
    return all(_has(lines, y) for y in ends if _is_within(y, others))


def _is_within(y: float, tables: Sequence[Table]) -> bool:
    return any(table.ys[0] - SAME <= y <= table.ys[-1] + SAME for table in tables)


def _lines(tables: Sequence[Table]) -> list[float]:
    return sorted(y for table in tables for y in table.ys)


def closed_alike(left: Sequence[Table], right: Sequence[Table]) -> bool:
    """Say whether the left page's tables are closed on the right where the others are closed on the left, not else.

    No cell merged over the seam has a line there; tables that are closed or open all along say nothing.
    """
    if not any(table.open_right for table in left) and not any(table.open_left for table in right):
        return False
    ours, theirs = _closed(left, right=True), _closed(right, right=False)
    if not ours or len(ours) != len(theirs):
        return False
    pairs = zip(ours, theirs, strict=True)
    return all(abs(a - b) <= 2 * SAME for one, other in pairs for a, b in zip(one, other, strict=True))


def _closed(tables: Sequence[Table], *, right: bool) -> list[Span]:
    """Give the heights at which a side of a page's tables has a line."""
    found: list[Span] = []
    for table in tables:
        top = table.ys[0]
        for start, end in table.open_right if right else table.open_left:
            if start > top:
                found.append((top, start))
            top = end
        if table.ys[-1] > top:
            found.append((top, table.ys[-1]))
    return found


def same_columns(one: Table, other: Table) -> bool:
    """Say whether two tables have equal grid lines: two forms of one template, or one table over two pages."""
    return len(one.xs) == len(other.xs) and all(abs(x - y) <= 2 * SAME for x, y in zip(one.xs, other.xs, strict=True))


def shared(one: Table, other: Table) -> bool:
    """Say whether words stand at the same place of two tables, as the labels of a template do."""
    there = {(cell.row, cell.column): cell.text for cell in other.cells}
    return any(_WORD.search(cell.text) and there.get((cell.row, cell.column)) == cell.text for cell in one.cells)


def _same_labels(one: Table, other: Table) -> bool:
    """Say whether rows of two tables begin with the same words: two forms of one kind, whatever their columns."""
    first = _leading(one, 1)
    theirs = {(cell[1], cell[2]): cell for cell in _leading(other, 1) if _WORD.search(cell[2])}
    found = (theirs.get(cell[1:]) for cell in first)
    return sum(cell is not None and _same_cell(mine, cell) for mine, cell in zip(first, found, strict=True)) >= LABELS


def repeated_columns(one: Table, other: Table) -> int:
    """Count the columns at the left of the right page that stand on the left page too, as lists print them anew.

    Their widths are equal, and every text; the heads of the other columns are others, for two forms of one kind
    have equal ones.
    """
    heads, further = heads_of(one), heads_of(other)
    widths = [b - a for a, b in pairwise(one.xs)]
    theirs = [b - a for a, b in pairwise(other.xs)]
    for count in range(min(len(widths), len(further) - 1), 0, -1):
        texts = _leading(other, count)
        if not heads or not set(heads).isdisjoint(further[count:]) or len(texts) < ROWS:
            continue
        for first in range(len(widths) - count + 1):
            alike = all(abs(a - b) <= SAME for a, b in zip(widths[first : first + count], theirs, strict=False))
            mine = _leading(one, count, first) if alike else []
            if len(mine) == len(texts) and all(map(_same_cell, mine, texts)):
                return count
    return 0


def heads_of(table: Table) -> list[str]:
    """Give the heads of a list: the first row, titles aside, with a text over each column; the corner may be blank."""
    for row in range(1, min(FIRST, len(table.ys) - 1) + 1):
        cells = [cell for cell in table.cells if cell.row == row]
        if len(cells) == len(table.xs) - 1 and all(cell.text for cell in cells[1:]):
            return [cell.text for cell in cells]
    return []


_Lead = tuple[float, int, str]
"""Upper edge, column and text of a cell."""


def _leading(table: Table, count: int, first: int = 0) -> list[_Lead]:
    """Give the cells within `count` columns, from the column behind the `first` ones on."""
    cells = (cell for cell in table.cells if cell.text and first < cell.column <= first + count - cell.col_span + 1)
    return [(table.ys[cell.row - 1], cell.column - first, cell.text) for cell in cells]


def _same_cell(one: _Lead, other: _Lead) -> bool:
    return one[1:] == other[1:] and abs(one[0] - other[0]) <= SAME


def cut_text(left: PageTables, right: PageTables, start: float, edge: float) -> bool:
    """Say whether a text runs over the seam.

    On the right page it begins off the paper, or left of the table as one of the left page; on the left page it heads
    the table and ends behind its right edge.
    """
    top = left.ruled[0].top
    if any(
        part.left < edge and part.right > edge + OUTSIDE for row in left.rows if row.top < top for part in row.parts
    ):
        return True
    parts = [(row, part) for row in right.rows for part in row.parts]
    if any(part.left < -1 for _, part in parts):
        return True
    before = [part for row, part in parts if part.left < start - OUTSIDE and _within(right.ruled, row)]
    text = _all_text(left) if before else ""
    return any(len(part.text) > 1 and part.text in text for part in before)


def _within(tables: Sequence[Table], row: Row) -> bool:
    return any(table.ys[0] < row.bottom and row.top < table.ys[-1] for table in tables)


def _all_text(page: PageTables) -> str:
    cells = (cell.text for table in page.tables for cell in table.cells)
    return "\n".join((*cells, *(part.text for row in page.rows for part in row.parts)))


def _is_titled(page: PageTables, other: PageTables) -> bool:
    """Say whether something heads a page's tables besides running heads and the unit of its sums."""
    table = page.ruled[0]
    above = (row for row in page.rows if row.top < table.top and row.parts[0].left > table.xs[0] - OUTSIDE)
    if any(not (_UNIT.fullmatch(row.text) or runs_alike(row, other)) for row in above):
        return True
    first = table.cells[0]
    return bool(first.text) and first.col_span == len(table.xs) - 1 > 1


def runs_alike(row: Row, other: PageTables) -> bool:
    """Say whether another page has the same line at the same place, but for its numbers: a running head or foot."""
    plain = _DIGITS.sub("0", row.text)
    return any(
        abs(row.top - one.top) <= 2 * SAME and plain == _DIGITS.sub("0", one.text) and row.parts[0].left >= 0
        for one in other.rows
    )


def irregular(left: Sequence[Table], right: Sequence[Table]) -> bool:
    """Say whether the common rows are many and of many heights, as no two tables have them by chance."""
    heights = _common_heights(left, right)
    return len(heights) >= ROWS and len(set(map(round, heights))) >= HEIGHTS


def common_heights(left: Sequence[Table], right: Sequence[Table]) -> int:
    """Count the rows that two pages have in common."""
    return len(_common_heights(left, right))


def _common_heights(left: Sequence[Table], right: Sequence[Table]) -> list[float]:
    lines = _lines(left)
    common = [[y for y in table.ys if _has(lines, y)] for table in right]
    return [bottom - top for ys in common for top, bottom in pairwise(ys)]


def _has(lines: Sequence[float], y: float) -> bool:
    at = bisect_left(lines, y - SAME)
    return at < len(lines) and lines[at] <= y + SAME
