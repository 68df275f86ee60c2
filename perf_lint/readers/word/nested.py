"""Order what a table with tables inside holds: its own grid, and the tables that its cells hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from perf_lint.model.document import Cell, Grid

Item = str | list[Grid]
"""The lines of a paragraph, or a table's grid followed by the grids nested in it."""
Position = tuple[int, int]
"""Row and column of a cell, from 1."""


def arranged(cells: Sequence[Cell], holders: Mapping[Position, Sequence[Item]], number: int) -> Iterator[Item]:
    """Give table `number` and the tables in it; `holders` are the cells that hold tables, with all they hold.

    A row that does nothing but set several tables side by side parts the table: what its cells hold follows in order,
    and in the rows below too.
    """
    parts = False
    kept: list[Cell] = []
    nested: list[Grid] = []
    for row, group in groupby(cells, key=lambda cell: cell.row):
        own = list(group)
        held = [holders[row, cell.column] for cell in own if (row, cell.column) in holders]
        parts = parts or len(held) > 1
        if parts and held and all((row, cell.column) in holders for cell in own if cell.text.strip()):
            yield from _grid(kept, nested, number)
            kept, nested = [], []
            for items in held:
                yield from items
        else:
            kept += own
            nested += (grid for items in held for item in items if not isinstance(item, str) for grid in item)
    yield from _grid(kept, nested, number)


def _grid(cells: list[Cell], nested: list[Grid], number: int) -> Iterator[Item]:
    """Give the rows gathered so far, unless nothing stands in them."""
    if nested or any(cell.text.strip() for cell in cells):
        yield [Grid(tuple(cells), table=number), *nested]
