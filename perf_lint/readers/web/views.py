"""Put together what data grids draw apart: columns that stay in view, each half with a heading table of its own."""

from __future__ import annotations

from collections.abc import Sequence

from perf_lint.model.document import Block, Cell, Grid

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_HALVES = 4
"""Heading and rows of the left columns, heading and rows of the others."""


def joined_views(blocks: Sequence[Block]) -> list[Block]:
    """Join the halves of data grids, row by row; a half that only repeats columns of the other goes away."""
    blocks = [without_frame(block) if isinstance(block, Grid) else block for block in blocks]
    found: list[Block] = []
    at = 0
    while at < len(blocks):
        joined = _joined(blocks[at : at + _HALVES])
        found += joined or blocks[at : at + 1]
        at += _HALVES if joined else 1
    return found


def without_frame(grid: Grid) -> Grid:
    """Take away the letters over the columns and the numbers before the rows that an exported worksheet has."""
    first = [cell for cell in grid.cells if cell.row == 1 and cell.text]
    letters = "".join(cell.text for cell in first)
    if len(first) < 2 or letters != _ALPHABET[: len(first)] or first[0].column != 2:
        return grid
    numbers = [cell.text for cell in grid.cells if cell.column == 1 and cell.row > 1]
    if numbers != [str(number) for number in range(1, len(numbers) + 1)]:
        return grid
    inner = (cell._replace(column=cell.column - 1) for cell in grid.cells if cell.row > 1 and cell.column > 1)
    return grid._replace(cells=tuple(inner))


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """Give the tables that four successive blocks make together; empty where they are no halves of one grid."""
    grids = [block for block in blocks if isinstance(block, Grid)]
    if len(grids) < _HALVES:
        return []
    sizes = [_size(grid) for grid in grids]
    (first, width), (rows, left), (second, other), (count, right) = sizes
    if (first, second) != (1, 1) or rows != count or rows < 2 or (width, other) != (left, right):
        return []
    head, body, more_head, more_body = grids
    names, more = _texts(head, 1), _texts(more_head, 1)
    if not names & more:
        return [_beside(head, more_head, width), _beside(body, more_body, width)]
    if more <= names and all(_texts(more_body, row) <= _texts(body, row) for row in range(1, rows + 1)):
        return [head, body]
    return []


def _size(grid: Grid) -> tuple[int, int]:
    """Give rows and columns of a grid without merged cells, else nothing that fits."""
    if any(cell.row_span > 1 or cell.col_span > 1 for cell in grid.cells):
        return 0, 0
    return max(cell.row for cell in grid.cells), max(cell.column for cell in grid.cells)


def _texts(grid: Grid, row: int) -> set[str]:
    return {cell.text for cell in grid.cells if cell.row == row and cell.text}


def _beside(left: Grid, right: Grid, width: int) -> Grid:
    moved = (cell._replace(column=cell.column + width) for cell in right.cells)
    return left._replace(cells=tuple(sorted((*left.cells, *moved), key=_place)))


def _place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column
