"""Hold the columns of a set of indicators, and tell the row that heads them."""

from typing import NamedTuple

from perf_lint.layout.kinds import COLUMN
from perf_lint.layout.labels import CORE, column_role
from perf_lint.layout.rows import Row
from perf_lint.model.document import Cell

LEVELS = ("level1", "level2")
WIDEST = 40
"""Columns of a heading row, at most."""
TARGETS = {"value", "long_term_value", "name_value"}
"""Columns that hold what is to be reached."""
NO_CONTENT = ("block", "number", "third", "group")
"""Columns that rows read by their order leave out."""


class Column(NamedTuple):
    """One column: its role and the grid columns that its heading covers."""

    role: str
    start: int
    end: int
    heading: str = ""


class Columns(NamedTuple):
    """The columns of one set of indicators, from left to right."""

    items: tuple[Column, ...]
    long_term: bool = False
    """The set belongs to the 实施期, not to the year."""

    def roles(self, *, levels: bool) -> tuple[str, ...]:
        """List the roles of the level columns, or of the others."""
        return tuple(column.role for column in self.items if (column.role in LEVELS) == levels)

    def at(self, cell: Cell) -> Column | None:
        """Find the column in which a cell begins."""
        at = cell.column
        for column in self.items:
            if column.start <= at <= column.end:
                return column
        return None


IMPLIED = Columns(tuple(Column(role, at, at) for at, role in enumerate(("level1", "level2", "name", "value"), 1)))
"""What stands when a form lost its heading row."""


def is_column_row(row: Row) -> bool:
    """Say whether a row heads the indicator columns."""
    spare = len(row.cells) - 2
    if not row.kinds & COLUMN or not 0 <= spare <= WIDEST - 2:
        return False
    first = None
    for cell in row.cells:
        role = column_role(cell.text)
        if role not in CORE:
            if not spare:
                return False  # too few are left: so it ends for most rows
            spare -= 1
        elif first is None:
            first = role
        elif role != first:
            return True
    return False
