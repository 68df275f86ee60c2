"""Find tables that lie on their side: a row for 一级指标, 二级指标, 指标值 …, or a small card for each indicator."""

from __future__ import annotations

from perf_lint.layout.columns import is_column_row
from perf_lint.layout.kinds import COLUMN
from perf_lint.layout.labels import CORE, column_role
from perf_lint.layout.rows import Row

FEWEST = 3
"""Headings that lie below one another: fewer are no table of indicators."""
NEEDED = {"name", "value"}
"""Columns without which nothing is turned."""


def upright(rows: list[Row], telling: list[Row]) -> list[Row]:
    """Give the rows with such tables set upright."""
    heading = [row for row in telling if row.kinds & COLUMN and len(row.cells) > 1 and not is_column_row(row)]
    if len(heading) < FEWEST - 1:
        return rows
    fronted = any(column_role(row.cells[1].text) in CORE for row in heading)
    if not fronted and not {column_role(row.cells[0].text) for row in heading} >= NEEDED:
        return rows
    from perf_lint.layout.lying import set_upright, without_front

    return set_upright(without_front(rows) if fronted else rows)
