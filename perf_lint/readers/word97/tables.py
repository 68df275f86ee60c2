"""Build grids from rows whose cells are measured in twentieths of a point from the margin."""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from perf_lint.model.document import Cell

NEAR = 40
"""Twips: edges nearer than this are one grid line."""

_MERGED, _VERTICAL, _RESTART = 0x02, 0x20, 0x40


class Edge(NamedTuple):
    """One cell of a row as the file defines it."""

    left: int
    right: int
    joins_left: bool
    joins_above: bool


class Row(NamedTuple):
    """A table row: its texts and, where the file tells, its cells' edges."""

    texts: Sequence[str]
    edges: Sequence[Edge]


def row_edges(definition: bytes, vertical: bytes) -> list[Edge]:
    """Read a row's definition (sprmTDefTable) and a later vertical merge (sprmTVertMerge)."""
    if len(definition) < 3:
        return []
    count = definition[2]
    if len(definition) < 3 + 2 * (count + 1):
        return []
    bounds = struct.unpack_from(f"<{count + 1}h", definition, 3)
    flags_at = 3 + 2 * (count + 1)
    edges = []
    for number in range(count):
        at = flags_at + 20 * number
        (flags,) = struct.unpack_from("<H", definition, at) if at + 2 <= len(definition) else (0,)
        joins_above = bool(flags & _VERTICAL) and not flags & _RESTART
        if len(vertical) >= 3 and vertical[1] == number:
            joins_above = vertical[2] == 1
        edges.append(Edge(bounds[number], bounds[number + 1], bool(flags & _MERGED), joins_above))
    return edges


def table_cells(rows: Sequence[Row]) -> tuple[Cell, ...]:
    """Give the cells of a table with their spans, merged ones at their anchors."""
    lines = _grid_lines(rows)
    cells: list[Cell] = []
    above: dict[int, int] = {}
    for number, row in enumerate(rows, 1):
        below: dict[int, int] = {}
        for text, edge in zip(row.texts, row.edges, strict=False):
            column, end = _index(lines, edge.left), _index(lines, edge.right)
            if edge.joins_left and cells and cells[-1].row == number:
                last = cells[-1]
                cells[-1] = last._replace(col_span=max(last.col_span, end - last.column + 1), text=last.text + text)
                continue
            if edge.joins_above and not text and column in above:
                at = above[column]
                cells[at] = cells[at]._replace(row_span=number - cells[at].row + 1)
            else:
                at = len(cells)
                cells.append(Cell(text, number, column + 1, 1, max(1, end - column)))
            below[column] = at
        above = below
    return tuple(cells)


def _grid_lines(rows: Sequence[Row]) -> list[int]:
    lines: list[int] = []
    for x in sorted({x for row in rows for edge in row.edges for x in (edge.left, edge.right)}):
        if not lines or x - lines[-1] > NEAR:
            lines.append(x)
    return lines


def _index(lines: Sequence[int], x: int) -> int:
    at = bisect_left(lines, x)
    near = [i for i in (at - 1, at) if 0 <= i < len(lines)]
    return min(near, key=lambda i: abs(lines[i] - x))
