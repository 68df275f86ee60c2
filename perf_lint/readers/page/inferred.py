"""Make a table of an indicator table without lines, where its columns and rows are beyond doubt."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from perf_lint.model.document import Cell
from perf_lint.readers.page.bands import Block, Body, bodies_of
from perf_lint.readers.page.centred import Settled, is_plain, is_top_aligned, settled
from perf_lint.readers.page.content import PageContent
from perf_lint.readers.page.lines import Line, cell_text, is_full

LEAST = 3
"""Columns and rows: what has fewer is read line by line."""


class Inferred(NamedTuple):
    """A table made of the lines `first` to `end` of a page, as a ruled one would be."""

    first: int
    end: int
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Cell, ...]
    full: frozenset[int]
    groups: int
    """So many columns at the left hold labels of groups of rows, in their middle."""
    starts: tuple[float, ...]
    """Where the texts of each column begin."""
    needed: bool
    """False where every row can be read from left to right as well: no label between rows, no blank cell."""


def inferred(lines: list[list[Line]], page: PageContent) -> tuple[list[Inferred], bool]:
    """Give the tables among a page's lines, and whether there is one that nobody can make out.

    A table whose every text stands on the line of its row is not unclear even where that fails.
    """
    bodies = bodies_of(lines) if len(lines) > LEAST else []
    found = [_made(body, page, page.more and body is bodies[-1]) for body in bodies if len(body.columns) >= LEAST]
    return [made for made, _ in found if made is not None], any(unclear for _, unclear in found)


def _made(body: Body, page: PageContent, more: bool) -> tuple[Inferred | None, bool]:
    """Make one table; where that fails, say whether its rows are unclear."""
    found = settled(body, more)
    places = _places(body) if found is not None else None
    if found is None or places is None:
        return None, not is_top_aligned(body)
    if body.side is not None:
        found, places = _with_side(found, body.side), [0, *(place + 1 for place in places)]
    head = body.heads[0]
    xs = _edges(found, places)
    ys = (head.base - 1.5 * head.height, *found.edges)
    needed = not is_plain(found) or _has_gaps(found)
    starts = tuple(min(line.left for block in column.values() for line in block.lines) for column in found.columns)
    cells, full = _cells(found, places, xs, ys, page)
    made = Inferred(body.first - 1, body.end, xs, ys, tuple(cells), frozenset(full), found.groups, starts, needed)
    return made, False


def _with_side(found: Settled, side: Block) -> Settled:
    """Add the text beside the whole table as a column of its own, whose only cell begins beside the heads."""
    heads, columns = (side.lines[0], *found.heads), ({-1: side}, *found.columns)
    return found._replace(heads=heads, columns=columns, groups=found.groups + 1)


def _has_gaps(found: Settled) -> bool:
    """Say whether a row leaves out a cell behind its name, which reading from left to right would not see."""
    rows = len(found.edges) - 1
    names = next((at for at, column in enumerate(found.columns) if len(column) == rows), 0)
    return any(len(column) < rows for column in found.columns[names + 1 :])


def _places(body: Body) -> list[int] | None:
    """Give the head above each column, by its number; None where a column has none of its own."""
    places: list[int] = []
    for column in body.columns:
        left, right = min(line.left for line in column), max(line.right for line in column)
        above = [n for n, head in enumerate(body.heads) if head.left < right and left < head.right]
        if not above:
            near = [abs(head.left + head.right - left - right) for head in body.heads]
            above = [near.index(min(near))]
        if len(above) > 1 or (places and above[0] <= places[-1]):
            return None
        places.append(above[0])
    return places


def _edges(found: Settled, places: Sequence[int]) -> tuple[float, ...]:
    """Give the grid lines between the columns, half-way between what stands in them."""
    extents = [(head.left, head.right) for head in found.heads]
    for place, column in zip(places, found.columns, strict=True):
        for block in column.values():
            left, right = extents[place]
            extents[place] = (
                min(left, *(line.left for line in block.lines)),
                max(right, *(line.right for line in block.lines)),
            )
    inner = [(before[1] + after[0]) / 2 for before, after in pairwise(extents)]
    return (extents[0][0], *inner, extents[-1][1])


def _cells(
    found: Settled, places: Sequence[int], xs: Sequence[float], ys: Sequence[float], page: PageContent
) -> tuple[list[Cell], set[int]]:
    """Give the cells of heads and rows, blank ones too, and which of them are full."""
    blocks = {(0, n): (Block((head,)), 1) for n, head in enumerate(found.heads)}
    rows = len(found.edges) - 1
    for number, (place, column) in enumerate(zip(places, found.columns, strict=True)):
        ends = [*sorted(column)[1:], rows]
        for row, end in zip(sorted(column), ends, strict=True):
            # the row of the heads is the one before the first
            blocks[row + 1, place] = (column[row], end - row if number < found.groups else 1)
    covered = {(r, c) for (row, c), (_, span) in blocks.items() for r in range(row + 1, row + span)}
    cells: list[Cell] = []
    full: set[int] = set()
    for row in range(rows + 1):
        for column_number in range(len(found.heads)):
            if (row, column_number) in covered:
                continue
            block, span = blocks.get((row, column_number), (None, 1))
            box = (xs[column_number], ys[row], xs[column_number + 1], ys[row + span])
            number, shown = page.shown(box)
            if block is not None and is_full(block.lines, box[2] - box[0]):
                full.add(len(cells))
            text = cell_text(block.lines, box[2] - box[0]) if block is not None else ""
            cells.append(Cell(text, row + 1, column_number + 1, span, page=number, box=shown))
    return cells, full
