"""Find the sheets that were printed on several pages side by side: down first and then over, or over first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from perf_lint.model.document import Cell
from perf_lint.readers.page.breaks import continues
from perf_lint.readers.page.outlines import Outlines
from perf_lint.readers.page.seams import Seam, common_heights, ruled_seam
from perf_lint.readers.page.tables import PageTables, Table
from perf_lint.readers.page.unruled_seams import unruled_seam

MAX_DOWN = 80
"""Pages of one strip: further down no right-hand page is looked for."""


NEAR = 3.0
"""Points: how far the texts of one column begin apart on two pages."""

LIKELY = 3
"""Rows that two pages must have in common before the one is said to look like a part of the other's sheet."""

MOST_OPEN, CUT_CELLS = 0.9, 2
"""How much of a side may be open, and how many cells must be, where a seam and not the style left out the line."""


class Sheet(NamedTuple):
    """A sheet: for each of its pages downwards the indices of its parts from left to right, and their seams."""

    rows: tuple[tuple[int, ...], ...]
    seams: tuple[tuple[Seam, ...], ...]

    @property
    def end(self) -> int:
        """Give the index of the page behind it."""
        return max(max(row) for row in self.rows) + 1


class Found(NamedTuple):
    """What was found out about the pages of a document."""

    sheets: tuple[Sheet, ...]
    doubts: tuple[tuple[int, int], ...]
    """Pairs of indices: the second page may hold further columns of the first."""


def find_sheets(pages: Sequence[PageTables]) -> Found:
    """Give the sheets wider than a page, proven, and the pages that only look so."""
    seams = _Seams(pages)
    sheets: list[Sheet] = []
    doubts: list[tuple[int, int]] = []
    at = 0
    while at < len(pages):
        sheet = _sheet_at(seams, at)
        if sheet is not None:
            sheets.append(sheet)
            at = sheet.end
            continue
        rights = {right for _, right in doubts}
        free = (right for right in seams.beside(at) if right not in rights)
        doubts += [(at, right) for right in islice(free, 1) if at not in rights and seams.is_likely(at, right)]
        at += 1
    taken = {index for sheet in sheets for row in sheet.rows for index in row}
    return Found(tuple(sheets), tuple(pair for pair in _with_last(doubts, len(pages)) if pair[1] not in taken))


def _with_last(doubts: list[tuple[int, int]], count: int) -> list[tuple[int, int]]:
    """Add the pair behind the last two where they lie equally far apart: the last pages have few rows to compare."""
    if len(doubts) < 2:
        return doubts
    (a, b), (left, right) = doubts[-2:]
    follows = (left - a, right - b) == (1, 1) and left + 1 < doubts[0][1] and right + 1 < count
    return [*doubts, (left + 1, right + 1)] if follows else doubts


class _Seams:
    """Compares pages, each pair once, and only those that end at the same height."""

    def __init__(self, pages: Sequence[PageTables]) -> None:
        self.pages = pages
        outlines = Outlines(pages)
        self._near = [outlines.beside(index, MAX_DOWN) for index in range(len(pages))]
        self._found: dict[tuple[int, int], Seam | None] = {}

    def between(self, left: int, right: int) -> Seam | None:
        """Give the seam of two pages, None where they are no parts of one sheet."""
        if right not in self._near[left]:
            return None
        key = (left, right)
        if key not in self._found:
            one, other = self.pages[left], self.pages[right]
            self._found[key] = ruled_seam(one, other) or unruled_seam(one, other)
        return self._found[key]

    def is_likely(self, left: int, right: int) -> bool:
        """Say whether two pages have enough rows in common to speak of it."""
        one, other = self.pages[left].ruled, self.pages[right].ruled
        return not one or common_heights(one, other) >= LIKELY

    def beside(self, left: int) -> Iterator[int]:
        """Give the pages that may hold further columns of one, nearest first."""
        return (right for right in self._near[left] if self.between(left, right))

    def goes_on(self, above: int, below: int) -> bool:
        """Say whether a table runs from one page on to the other; without lines, by where its columns begin."""
        one, other = self.pages[above], self.pages[below]
        if one.ruled and other.ruled:
            return continues(one.ruled[-1], other.ruled[0])
        common = sum(any(abs(a - b) <= NEAR for b in one.starts) for a in other.starts)
        return bool(common) and 3 * common >= 2 * min(len(one.starts), len(other.starts))


def _sheet_at(seams: _Seams, start: int) -> Sheet | None:
    for other in seams.beside(start):
        rows = _over_first(seams, start) if other == start + 1 else _down_first(seams, start, other - start)
        found = tuple(tuple(filter(None, (seams.between(a, b) for a, b in pairwise(row)))) for row in rows)
        proven = any(seam.proven for row in found for seam in row)
        if proven or (len(rows) > 1 and _arranged(seams, rows)):
            return Sheet(tuple(rows), found)
    return None


def _over_first(seams: _Seams, start: int) -> list[tuple[int, ...]]:
    """Read pages as left, right, left, right …: each row of pages goes on below the one before, in every column."""
    first = [start]
    while seams.between(first[-1], first[-1] + 1) and _is_further(seams, first, first[-1] + 1):
        first.append(first[-1] + 1)
    rows = [tuple(first)]
    while True:
        row = tuple(index + len(first) for index in rows[-1])
        if row[-1] >= len(seams.pages) or not _fits(seams, rows[-1], row):
            return rows
        rows.append(row)


def _is_further(seams: _Seams, row: list[int], index: int) -> bool:
    """Tell a further page to the right from the next left one, whose table is the first one's continuation."""
    return len(row) == 1 or not (seams.goes_on(row[0], index) and seams.between(row[0], row[1] + 1) is None)


def _down_first(seams: _Seams, start: int, down: int) -> list[tuple[int, ...]]:
    """Read pages as left, left …, right, right …, `down` pages in each strip."""
    rows: list[tuple[int, ...]] = [(start + i, start + i + down) for i in range(down)]
    if not all(seams.between(row[0], row[1]) for row in rows):
        return []
    while all(seams.between(row[-1], row[-1] + down) for row in rows):
        rows = [(*row, row[-1] + down) for row in rows]
    return rows


def _fits(seams: _Seams, above: tuple[int, ...], row: tuple[int, ...]) -> bool:
    beside = all(seams.between(a, b) for a, b in pairwise(row))
    return beside and all(seams.goes_on(a, b) for a, b in zip(above, row, strict=True))


def _arranged(seams: _Seams, rows: Sequence[tuple[int, ...]]) -> bool:
    """Say whether every strip goes on from page to page: rows that match on all of them are proof enough."""
    return all(seams.goes_on(a, b) for above, row in pairwise(rows) for a, b in zip(above, row, strict=True))


def unfinished(pages: Sequence[PageTables], found: Found) -> list[int]:
    """Give the indices of pages whose tables go on to the right, where no page holds the rest.

    Cells with text that have no line on their right, where the other rows and the left side are closed.
    """
    known = {row[i] for sheet in found.sheets for row in sheet.rows for i in range(len(row) - 1)}
    known |= {left for left, _ in found.doubts}
    return [index for index, page in enumerate(pages) if index not in known and any(map(_is_cut, page.tables))]


def _is_cut(table: Table) -> bool:
    height = sum(bottom - top for top, bottom in table.open_right)
    if not height or table.open_left or height > MOST_OPEN * (table.ys[-1] - table.ys[0]):
        return False
    cells = (cell for cell in table.cells if cell.text and cell.column > 1)
    cut = [cell for cell in cells if cell.column + cell.col_span == len(table.xs)]
    return sum(_is_open(table, cell) for cell in cut) >= CUT_CELLS


def _is_open(table: Table, cell: Cell) -> bool:
    top, bottom = table.ys[cell.row - 1], table.ys[cell.row - 1 + cell.row_span]
    return any(start <= top and bottom <= end for start, end in table.open_right)
