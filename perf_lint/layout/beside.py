"""Take forms apart that stand side by side in one table or sheet: each is read down its own columns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from perf_lint.layout.columns import is_column_row
from perf_lint.layout.kinds import OPENER
from perf_lint.layout.labels import OPENERS, column_role, read_label
from perf_lint.layout.rows import Row
from perf_lint.text.blanks import squeeze


def taken_apart(rows: list[Row]) -> list[Row]:
    """Give the rows with those of a form to the right behind those of the form to its left."""
    if not any(row.kinds & OPENER and len(row.cells) > 3 and row.aligned and _seams(row) for row in rows):
        return rows
    found: list[Row] = []
    for _, group in groupby(rows, lambda row: row.origin):
        own = list(group)
        found.extend(_parted(own) if own[0].aligned else own)
    return found


def _seams(row: Row) -> tuple[int, ...]:
    """Give the columns where a row names a project again, by the very same label."""
    columns: dict[str, list[int]] = {}
    for cell in row.cells:
        label = read_label(cell.text, tolerant=False)
        if label is not None and label.role in OPENERS and not label.has_rest:
            columns.setdefault(squeeze(cell.text), []).append(cell.column)
    return tuple(max(columns.values(), key=len, default=[])[1:])


def _parted(rows: list[Row]) -> list[Row]:
    """Part the rows of one table at the seams, if no cell lies across one and every part heads its indicators."""
    seams = next((found for row in rows if row.kinds & OPENER and (found := _seams(row))), ())
    edges = (0, *seams, 1 << 30)
    parts = [list(_between(rows, *pair)) for pair in pairwise(edges)]
    if not seams or not all(any(map(_heads_names, part)) for part in parts):
        return rows
    first = next(at for at, row in enumerate(rows) if row.kinds & OPENER)
    if any(_crosses(row, seams) for row in rows[first:]):
        return rows
    return [row for part in parts for row in part]


def _between(rows: list[Row], start: int, end: int) -> Iterator[Row]:
    gap = False
    for row in rows:
        cells = tuple(cell for cell in row.cells if start <= cell.column < end)
        gap = gap or row.gap
        if cells:
            yield row.with_cells(cells, gap=gap)
            gap = False


def _heads_names(row: Row) -> bool:
    """Say whether a row heads names and levels or targets, so that indicators can follow."""
    return is_column_row(row) and any(column_role(cell.text) in ("name", "name_value") for cell in row.cells)


def _crosses(row: Row, seams: tuple[int, ...]) -> bool:
    return any(cell.column < seam < cell.column + cell.col_span for cell in row.cells for seam in seams)
