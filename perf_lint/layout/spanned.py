"""Part a heading that spans several columns by what stands below it."""

from perf_lint.layout.columns import LEVELS, Column, Columns
from perf_lint.layout.levels import read_level
from perf_lint.layout.rows import Row


def spread(columns: Columns, rows: list[Row]) -> Columns:
    """Part a heading of names (绩效指标) that spans the levels too, or one of levels in words of its own (级次)."""
    at = next((at for at, column in enumerate(columns.items) if column.role == "name" or _is_wide(column)), None)
    if at is None or any(column.role in LEVELS for column in columns.items):
        return columns
    wide = columns.items[at]
    cells = [cell for row in rows for cell in row.cells if wide.start <= cell.column <= wide.end]
    starts = sorted({cell.column for cell in cells})
    levels = [level for cell in cells if cell.column == starts[0] and (level := read_level(cell.text))]
    if not levels or not 2 <= len(starts) <= 3:
        return columns
    first = any(level.first and not level.second for level in levels)
    roles = ("level1", "level2", "name") if len(starts) > 2 else ("level1" if first else "level2", "name")
    if wide.role != "name":
        if len(starts) > 2 or not first:
            return columns
        roles = LEVELS
    ends = [*(start - 1 for start in starts[1:]), wide.end]
    parts = [Column(role, start, end, wide.heading) for role, start, end in zip(roles, starts, ends, strict=True)]
    return columns._replace(items=(*columns.items[:at], *parts, *columns.items[at + 1 :]))


def _is_wide(column: Column) -> bool:
    return column.role in ("unknown", "block") and column.end > column.start
