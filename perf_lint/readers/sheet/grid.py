"""Join the cells and merged areas of a worksheet into a grid."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from perf_lint.model.document import Cell, Grid

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""The edges of an Excel sheet."""


class Area(NamedTuple):
    """A merged area, edges included, all from 1."""

    top: int
    left: int
    bottom: int
    right: int


class RawCell(NamedTuple):
    """A cell of the file before merging."""

    row: int
    column: int
    text: str
    remarks: tuple[str, ...] = ()


class SheetGrid(NamedTuple):
    """A grid, and what had to be left out to make it."""

    grid: Grid
    covered: tuple[RawCell, ...]
    """Cells under a merged area that hold text nobody sees."""
    overlapping: int
    """Merged areas that were ignored."""


def build(cells: list[RawCell], areas: Iterable[Area], sheet: str, hidden: bool) -> SheetGrid:
    """Place the cells of a sheet; empty rows and columns at the far ends are cut off, merged areas with them."""
    cells.sort(key=itemgetter(0, 1))
    last_row, last_column = _extent(cells)
    cells = [cell for cell in cells if cell.row <= last_row and cell.column <= last_column]
    sweep = _Sweep(areas)
    placed: list[Cell] = []
    covered: list[RawCell] = []
    seen = (0, 0)
    for cell in cells:
        row, column, text, remarks = cell
        if (row, column) == seen:
            continue  # a second cell at the same place: damaged, the first one stands
        seen = (row, column)
        area = sweep.at(row, column)
        if area is None:
            spans = (1, 1)
        elif area.top == row and area.left == column:
            spans = (min(area.bottom, last_row) - row + 1, min(area.right, last_column) - column + 1)
        else:
            if text.strip():
                covered.append(cell)
            continue
        placed.append(
            Cell(text, row, column, *spans, None, None, f"{letters(column)}{row}", None, None, remarks),
        )
    return SheetGrid(Grid(tuple(placed), sheet=sheet, hidden=hidden), tuple(covered), sweep.overlapping)


def _extent(cells: list[RawCell]) -> tuple[int, int]:
    """Find the last row with text, and the last column that rows up to there have cells in."""
    last_row = max((cell.row for cell in cells if cell.text.strip() or cell.remarks), default=0)
    filled = max((cell.column for cell in cells if cell.text.strip() or cell.remarks), default=0)
    near = filled + 64  # formatting may reach to column XFD; a form's empty cells never stand that far out
    last_column = max((cell.column for cell in cells if cell.row <= last_row and cell.column <= near), default=0)
    return last_row, last_column


class _Sweep:
    """Find the merged area of each cell, for cells asked in reading order."""

    __slots__ = ("_lefts", "_open", "_row", "_waiting", "overlapping")

    def __init__(self, areas: Iterable[Area]) -> None:
        self._waiting = sorted(set(areas), reverse=True)
        self._open: list[tuple[int, Area]] = []
        self._lefts: list[int] = []
        self._row = 0
        self.overlapping = 0

    def at(self, row: int, column: int) -> Area | None:
        if row != self._row:
            self._enter(row)
        index = bisect_right(self._lefts, column) - 1
        if index < 0:
            return None
        area = self._open[index][1]
        return area if column <= area.right else None

    def _enter(self, row: int) -> None:
        self._row = row
        still = [entry for entry in self._open if entry[1].bottom >= row]
        while self._waiting and self._waiting[-1].top <= row:
            area = self._waiting.pop()
            if area.bottom < row:
                continue
            at = bisect_right(still, area.left, key=itemgetter(0))
            is_clear = (at == 0 or still[at - 1][1].right < area.left) and (
                at == len(still) or still[at][0] > area.right
            )
            if is_clear:
                insort(still, (area.left, area))
            else:
                self.overlapping += 1
        self._open = still
        self._lefts = [left for left, _ in still]


@cache
def letters(column: int) -> str:
    """Name a column: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


@cache
def column_number(name: str) -> int:
    """Give the number of a column: A is 1; 0 for what is no column name."""
    value = 0
    if len(name) > 3:
        return 0
    for char in name.upper():
        if not "A" <= char <= "Z":
            return 0
        value = value * 26 + ord(char) - 64
    return value if value <= LAST_COLUMN else 0


def area(reference: str) -> Area | None:
    """Read `B2:D5`; None for what is no area of a sheet or only one cell."""
    first, _, last = reference.replace("$", "").partition(":")
    start, end = split_address(first), split_address(last)
    if start is None or end is None or start == end:
        return None
    rows, columns = sorted((start[0], end[0])), sorted((start[1], end[1]))
    return Area(rows[0], columns[0], rows[1], columns[1])


def split_address(address: str) -> tuple[int, int] | None:
    """Read `D12` as (12, 4); None for what is no cell of a sheet."""
    name = address.rstrip("0123456789")
    digits = address[len(name) :]
    if not digits or len(digits) > 7:
        return None
    row, column = int(digits), column_number(name)
    return (row, column) if column and 0 < row <= LAST_ROW else None
