"""Say of a row of headings that it is something else than the columns of indicators."""

from __future__ import annotations

from perf_lint.layout.columns import WIDEST
from perf_lint.layout.kinds import COLUMN
from perf_lint.layout.labels import column_role
from perf_lint.layout.rows import Row

_OTHER = ("其他", "其它", "其他原因")


def heads_asides(row: Row) -> bool:
    """Say whether a second heading row only parts columns that no indicator needs (经费保障 制度保障 …)."""
    asides = [column_role(cell.text) == "aside" for cell in row.cells]
    return sum(asides) > 1 and all(aside or cell.text in _OTHER for aside, cell in zip(asides, row.cells, strict=True))


def counts(row: Row) -> bool:
    """Say whether a row numbers the columns: 1 2 3 …"""
    return len(row.cells) > 2 and all(cell.text == str(at) for at, cell in enumerate(row.cells, 1))


def heads_results(row: Row) -> bool:
    """Say whether a row heads names and what was reached of them, and nothing unknown."""
    if not row.kinds & COLUMN or not 2 <= len(row.cells) <= WIDEST:
        return False
    roles = {column_role(cell.text) for cell in row.cells}
    return None not in roles and {"name", "actual"} <= roles
