"""Part tables that hold several projects side by side: a column for each, or the halves of a copied text."""

from __future__ import annotations

from itertools import groupby

from perf_lint.layout.columns import is_column_row
from perf_lint.layout.joined import part_figure, part_targets
from perf_lint.layout.kinds import OPENER
from perf_lint.layout.labels import column_role, read_label
from perf_lint.layout.levels import read_level
from perf_lint.layout.money import is_amount
from perf_lint.layout.rows import Row
from perf_lint.model.document import Cell

_NONE = ("—", "——", "-", "－", "/", "／")
"""What stands where a project has no such indicator."""
FEWEST, MOST_FRONT = 4, 2
"""So many rows of a table, at least, give every project a cell."""


def part_projects(rows: list[Row], telling: list[Row]) -> list[Row]:
    """Give the rows with the projects of such tables one below another."""
    if not any(_lists_projects(row) or _second_name(row) for row in telling):
        return rows
    found: list[Row] = []
    for _, group in groupby(rows, key=lambda row: (row.loose, row.origin)):
        table = list(group)
        found += _parted(table) if len(table) >= FEWEST else table
    return found


def _parted(table: list[Row]) -> list[Row]:
    at = next((at for at, row in enumerate(table) if _lists_projects(row) or _second_name(row)), None)
    if at is None:
        return table
    middle = _second_name(table[at])
    if middle:
        sure = any(_heads_twice(row, middle) for row in table[at:])
        halves = [_half(row, middle, right=right) for right in (False, True) for row in table[at:]]
        return table[:at] + [row for row in halves if row] if sure else table
    columns = [cell.column for cell in table[at].cells[1:]]
    if _gives_each(table[at:], columns):
        return table[:at] + [
            _one(row, column, columns) for column in columns for row in table[at:] if _has(row, column)
        ]
    return table


def _lists_projects(row: Row) -> bool:
    """Say whether several names, and nothing else, follow the label of a project's name."""
    if not row.kinds & OPENER or len(row.cells) < 3:
        return False
    label = read_label(row.cells[0].text, tolerant=False)
    if label is None or label.role != "project_name" or label.has_rest:
        return False
    return not any(read_label(cell.text, tolerant=False) or is_amount(cell.text) for cell in row.cells[1:])


def _second_name(row: Row) -> int:
    """Give the column where a row of a text asks for a second project's name; 0 if it asks for one only."""
    if row.aligned or not row.kinds & OPENER or len(row.cells) < FEWEST:
        return 0
    labels = [(read_label(cell.text, tolerant=False), cell.column) for cell in row.cells]
    names = [column for label, column in labels if label and label.role == "project_name" and not label.has_rest]
    return names[1] if len(names) == 2 and names[0] == row.cells[0].column else 0


def _heads_twice(row: Row, middle: int) -> bool:
    """Say whether a row heads the indicators of both halves with the same columns: so none has lost its place."""
    left = [column_role(cell.text) for cell in row.cells if cell.column < middle]
    right = [column_role(cell.text) for cell in row.cells if cell.column >= middle]
    return is_column_row(row) and left == right


def _half(row: Row, middle: int, *, right: bool) -> Row | None:
    cells = tuple(cell for cell in row.cells if (cell.column >= middle) == right)
    return row.with_cells(cells) if cells else None


def _gives_each(table: list[Row], columns: list[int]) -> bool:
    """Say whether most rows have a label or a level, and a cell for each project; none heads indicators."""
    if any(is_column_row(row) for row in table):
        return False
    full = [row for row in table if _each(row, columns) and all(_leads(cell.text) for cell in _front(row, columns))]
    return len(full) >= max(FEWEST, len(table) - 1)


def _each(row: Row, columns: list[int]) -> bool:
    """Say whether a row has a cell for each project, behind its label or its levels."""
    front = len(_front(row, columns))
    return 0 < front <= MOST_FRONT and [cell.column for cell in row.cells[front:]] == columns


def _front(row: Row, columns: list[int]) -> tuple[Cell, ...]:
    return tuple(cell for cell in row.cells if cell.column < columns[0])


def _leads(text: str) -> bool:
    return read_level(text) is not None or read_label(text, tolerant=False) is not None


def _has(row: Row, column: int) -> bool:
    return any(cell.column == column and cell.text not in _NONE for cell in row.cells[1:])


def _one(row: Row, column: int, columns: list[int]) -> Row:
    """Make the row of one project: label and value, or levels, name and target."""
    cell = next(cell for cell in row.cells[1:] if cell.column == column)
    levels = tuple(one for one in _front(row, columns) if read_level(one.text))
    parts = (cell.text, "")
    if levels:
        told = part_targets(cell.text, certain=True)
        parts = told[0] if len(told) == 1 and told[0][1] else part_figure(cell.text)
    front = levels or row.cells[:1]
    return row.with_cells((*front, *(cell._replace(text=text) for text in parts if text)), aligned=False)
