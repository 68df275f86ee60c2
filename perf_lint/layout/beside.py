"""Take forms apart that stand side by side in one table or sheet: each is read down its own columns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from perf_lint.layout.columns import is_column_row
from perf_lint.layout.kinds import OPENER
from perf_lint.layout.labels import OPENERS, column_role, read_label
from perf_lint.layout.rows import Row
from perf_lint.text.blanks import squeeze


def taken_apart(rows: list[Row], telling: list[Row]) -> list[Row]:
    """Give the rows with those of a form to the right behind those of the form to its left."""
    opening = [row for row in telling if row.kinds & OPENER and row.aligned]
    if len(opening) < 2 and not any(len(_openers(row)) > 1 for row in opening):
        return rows
    found: list[Row] = []
    for _, group in groupby(rows, lambda row: row.origin):
        own = list(group)
        found.extend(_parted(own) if own[0].aligned else own)
    return found


def _openers(row: Row) -> list[tuple[str, int]]:
    """Give the labels that open a form in a row, each with its column."""
    labels = [(read_label(cell.text, tolerant=False), cell) for cell in row.cells]
    return [
        (squeeze(cell.text), cell.column)
        for label, cell in labels
        if label is not None and label.role in OPENERS and not label.has_rest
    ]


def _seams(rows: list[Row]) -> list[int]:
    """Give the columns where a project is named again, by the very same label."""
    columns: dict[str, set[int]] = {}
    for row in rows:
        for text, column in _openers(row) if row.kinds & OPENER else ():
            columns.setdefault(text, set()).add(column)
    return max((sorted(found) for found in columns.values()), key=len, default=[])[1:]


def _parted(rows: list[Row]) -> list[Row]:
    """Part the rows of one table at the seams, if no cell lies across one and every part heads its indicators."""
    seams = _seams(rows)
    first = next((at for at, row in enumerate(rows) if row.kinds & OPENER), 0)
    if not seams or any(_crosses(row, seams) for row in rows[first:]):
        return rows
    parts = [list(_between(rows, *pair)) for pair in pairwise((0, *seams, 1 << 30))]
    if not all(any(map(_heads_names, part)) for part in parts):
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


def _crosses(row: Row, seams: list[int]) -> bool:
    return any(cell.column < seam < cell.column + cell.col_span for cell in row.cells for seam in seams)
