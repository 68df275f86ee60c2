"""Decide whether a table goes on behind a page break, and join its parts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from perf_lint.model.document import Cell
from perf_lint.readers.page.lattice import SNAP
from perf_lint.readers.page.tables import Table
from perf_lint.text.pattern import lazy_pattern

_SIGN = lazy_pattern(r"[≥≤≧≦＞＜=＝><]+|定[性量]")
_NUMBER = lazy_pattern(r"[\d.,，]+")


def continues(before: Table, after: Table) -> bool:
    """Say whether two tables on successive pages have one column structure: equal edges, and inner lines that agree."""
    shift = before.xs[0] - after.xs[0]
    if abs(before.xs[-1] - after.xs[-1] - shift) > 2 * SNAP:
        return False
    inner, other = before.xs[1:-1], [x + shift for x in after.xs[1:-1]]
    if len(inner) > len(other):
        inner, other = tuple(other), list(inner)
    matched = sum(any(abs(x - y) <= 2 * SNAP for y in other) for x in inner)
    return 3 * matched >= 2 * len(inner)


def joined_cells(parts: Sequence[Table]) -> tuple[Cell, ...]:
    """Write the cells of one table whose parts stand on successive pages, in one count of rows and columns."""
    if len(parts) == 1:
        return parts[0].cells
    edges = _edges(parts)
    cells: list[Cell] = []
    last: dict[tuple[int, int], tuple[int, bool]] = {}
    rows = 0
    for part in parts:
        moved = [_moved(cell, part, edges, rows) for cell in part.cells]
        taken, broken = _joined_row(cells, last, moved, rows + 1)
        rows += part.rows - broken
        last = {}
        for number, cell in enumerate(moved):
            at = taken.get(number)
            if at is None:
                at = len(cells)
                cells.append(cell._replace(row=cell.row - broken))
            if cells[at].row + cells[at].row_span == rows + 1:
                last[cell.column, cell.col_span] = (at, number in part.full)
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))


def _edges(parts: Sequence[Table]) -> list[float]:
    """Give the grid lines of all parts, each part moved so that the left edges agree."""
    edges: list[float] = []
    for x in sorted(x - part.xs[0] for part in parts for x in part.xs):
        if not edges or x - edges[-1] > 2 * SNAP:
            edges.append(x)
    return edges


def _moved(cell: Cell, part: Table, edges: Sequence[float], rows: int) -> Cell:
    left, right = (part.xs[i] - part.xs[0] for i in (cell.column - 1, cell.column - 1 + cell.col_span))
    column, end = _nearest(edges, left), _nearest(edges, right)
    return cell._replace(row=cell.row + rows, column=column + 1, col_span=max(1, end - column))


def _nearest(edges: Sequence[float], x: float) -> int:
    at = bisect_left(edges, x)
    near = [i for i in (at - 1, at) if 0 <= i < len(edges)]
    return min(near, key=lambda i: abs(edges[i] - x))


def _joined_row(
    cells: list[Cell], bottom: dict[tuple[int, int], tuple[int, bool]], moved: Sequence[Cell], row: int
) -> tuple[dict[int, int], bool]:
    """Put cells of a part's first row into the cells above the break that they continue; say which, and whether all.

    A row broken within its text continues whole: the cells that ended above are empty, and every other one goes
    on from a line that was full. Of other rows only cells merged over the break are joined.
    """
    first = [number for number, cell in enumerate(moved) if cell.row == row]
    pairs = [(i, *bottom[key]) for i in first if (key := (moved[i].column, moved[i].col_span)) in bottom]
    broken = len(pairs) == len(first) and _is_broken_row(cells, moved, pairs)
    taken: dict[int, int] = {}
    for i, at, _ in pairs:
        above, below = cells[at], moved[i]
        merged = max(above.row_span, below.row_span) > 1 and not (above.text and below.text)
        # a text in the middle of a merged cell that the break cuts through is printed on both pages
        twice = above.text == below.text and above.row_span > 1 and below.row_span > 1
        if broken or ((merged or twice) and (above.text or below.text)):
            span = above.row_span + below.row_span - broken
            text = above.text if twice else above.text + below.text
            cells[at] = above._replace(text=text, row_span=span)
            taken[i] = at
    return taken, broken


def _is_broken_row(cells: Sequence[Cell], moved: Sequence[Cell], pairs: Sequence[tuple[int, int, bool]]) -> bool:
    texts = [(cells[at].text, moved[i].text, full) for i, at, full in pairs]
    goes_on = [full for above, below, full in texts if below]
    ended = [above for above, below, _ in texts if above and not below]
    if not (goes_on and ended and all(goes_on)) or not all(above for above, below, _ in texts if below):
        return False
    return not any(_begins_anew(above, below) for above, below, _ in texts if below)


def _begins_anew(above: str, below: str) -> bool:
    """Tell two contents, one below the other, from one text broken in two; in a narrow column every line is full."""
    if any(kind.fullmatch(above) and kind.fullmatch(below) for kind in (_SIGN, _NUMBER)):
        return True
    if _SIGN.match(below) and any(char.isdigit() for char in above):
        return True
    return min(len(above), len(below)) > 2 and above[-2:] == below[-2:]
