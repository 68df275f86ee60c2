"""Rule out at a glance that two pages are parts of one sheet: documents have hundreds of pages, each with each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from perf_lint.readers.page.tables import PageTables, Table

STEP = 2.0
"""Points: heights are counted in these, and a neighbouring count is as good."""

FIRST = 2
"""Columns that may be printed on every page, so that equal words there say nothing."""

LEAST = 4
"""Rows without lines that make a list."""


class Outline(NamedTuple):
    """What of a page is compared first."""

    height: float
    ruled: bool
    columns: tuple[int, ...]
    """The grid lines of its first table."""
    heights: frozenset[int]
    """Where its tables have lines; of a page without tables, where its rows stand."""
    last: int
    """Where its last table ends."""
    lines: frozenset[int]
    """The same, with the neighbouring heights."""
    words: frozenset[tuple[int, int, str]]
    """What stands behind the first columns of its first table, by row and column."""
    is_open: bool
    """Whether a table is open on one side; of a page without tables, whether a text stands off the paper."""
    is_list: bool = False
    """Whether most of its rows have columns."""

    def may_lie_beside(self, other: Outline) -> bool:
        """Say whether another page, further right, may be a part of the same sheet."""
        if self.ruled != other.ruled or abs(self.height - other.height) >= 1:
            return False
        if not self.ruled:
            common = len(other.heights & self.lines)
            likely = self.is_list and common > LEAST and 3 * common >= 2 * len(other.heights)
            return likely or self.is_open or other.is_open
        if 2 * len(self.heights & other.lines) < min(len(self.heights), len(other.heights)):
            return False
        if self.columns != other.columns or self.is_open or other.is_open:
            return True
        # two forms of one template have the same labels at the same places, two pages of one table end anywhere
        return abs(self.last - other.last) <= 1 and self.words.isdisjoint(other.words)


def outline(page: PageTables) -> Outline:
    """Take the outline of a page."""
    tables = page.ruled
    if not tables:
        rows = [round(row.bottom / STEP) for row in page.rows]
        off = any(part.left < 0 or part.left > page.width for row in page.rows for part in row.parts)
        is_list = 2 * sum(len(row.parts) > 1 for row in page.rows) >= len(rows) > LEAST
        return Outline(page.height, False, (), frozenset(rows), 0, _around(rows), frozenset(), off, is_list)
    heights = [round(y / STEP) for table in tables for y in table.ys]
    is_open = any(table.open_left or table.open_right for table in tables)
    columns = tuple(round(x / STEP) for x in tables[0].xs)
    lines, last = _around(heights), round(tables[-1].ys[-1] / STEP)
    return Outline(page.height, True, columns, frozenset(heights), last, lines, _words(tables[0]), is_open)


def _around(counts: Sequence[int]) -> frozenset[int]:
    return frozenset(count + step for count in counts for step in (-1, 0, 1))


class Outlines:
    """The outlines of a document's pages, ordered so that the few alike are found without asking each with each."""

    def __init__(self, pages: Sequence[PageTables]) -> None:
        self._of = [outline(page) for page in pages]
        self._by_line: dict[int, list[int]] = {}
        self._by_last: dict[int, list[int]] = {}
        for index, one in enumerate(self._of):
            if one.ruled:
                self._by_last.setdefault(one.last, []).append(index)
                for line in one.lines:
                    self._by_line.setdefault(line, []).append(index)
        self._bare = [index for index, one in enumerate(self._of) if not one.ruled]

    def beside(self, left: int, most: int) -> list[int]:
        """Give the pages that may lie beside one, nearest first, at most so many pages further on."""
        own = self._of[left]
        if own.ruled:
            near = set(self._by_line.get(own.last, ()))
            near.update(*(self._by_last[line] for line in own.lines & self._by_last.keys()))
            found = sorted(index for index in near if left < index <= left + most)
        else:
            found = [index for index in self._bare if left < index <= left + most]
        return [index for index in found if own.may_lie_beside(self._of[index])]


def _words(table: Table) -> frozenset[tuple[int, int, str]]:
    return frozenset(
        (cell.row, cell.column, cell.text) for cell in table.cells if cell.column > FIRST and cell.text > "\u4e00"
    )
