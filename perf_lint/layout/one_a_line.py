"""Put the cells of a table that stand on lines of their own, below headings that do so too, back into rows."""

from __future__ import annotations

from perf_lint.layout.heading_row import read_columns
from perf_lint.layout.labelled_lines import LONGEST, row_of
from perf_lint.layout.labels import read_label
from perf_lint.layout.levels import read_level
from perf_lint.layout.rows import Row
from perf_lint.layout.slots import looks_like_value
from perf_lint.layout.titles import is_heading

NAME_AND_TARGET = 2
"""Columns of a table whose names may be put together again: with more of them nobody can tell."""


def stacked(rows: list[Row], at: int, heading: int, found: list[Row]) -> int:
    """Put lines that hold one cell each back into rows; give the index behind the last of them."""
    found.append(row_of(rows[at : at + heading]))
    roles = read_columns(found[-1])[0].roles(levels=False)
    width = sum(role != "block" for role in roles)
    at += heading
    cells: list[Row] = []
    while at < len(rows) and _is_cell(rows[at]):
        row = rows[at]
        plain = sum(1 for cell in cells if read_level(cell.text) is None)
        opens = read_level(row.text) is not None and plain > 0
        if plain == width == NAME_AND_TARGET and _tears_name(rows, at, cells[-1]):
            whole = cells[-2].cells[0]._replace(text=cells[-2].text + cells[-1].text)
            cells[-2:] = [cells[-2].with_cells((whole,))]
            plain -= 1
        if cells and (plain >= width or (opens and plain > 1)):
            found.append(row_of(cells))
            cells = []
        cells.append(row)
        at += 1
    if cells:
        found.append(row_of(cells))
    return at


def _tears_name(rows: list[Row], at: int, last: Row) -> bool:
    """Say whether the last line before `at` ends a name and not a row: the line at `at` is the target of both."""
    if looks_like_value(last.text) or not looks_like_value(rows[at].text):
        return False
    behind = rows[at + 1] if at + 1 < len(rows) else None
    return behind is None or not behind.loose or not looks_like_value(behind.text)


def _is_cell(row: Row) -> bool:
    if not row.loose or len(row.text) > LONGEST or is_heading(row):
        return False
    label = read_label(row.text, tolerant=False)
    return label is None or (label.kind == "blocks" and not label.has_rest) or read_level(row.text) is not None
