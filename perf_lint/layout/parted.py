"""Part the target of a text into the columns that a second heading row names (一季度 全年; 全县 东山镇)."""

from __future__ import annotations

from perf_lint.layout.column_roles import is_whole_area
from perf_lint.layout.columns import Column, Columns
from perf_lint.layout.labels import column_role
from perf_lint.layout.rows import Row
from perf_lint.layout.second_heading import parts_of
from perf_lint.text.blanks import squeeze
from perf_lint.text.pattern import lazy_pattern

LONGEST, FEWEST = 10, 2
"""Of the name of a time or a place; so many stand below one heading."""
_TIME = lazy_pattern(
    r"^(?:(?:20\d\d年?)?(?:第?[一二三四1-4]季度?[末内]?|[上下]半年|前[一二三]季度|全年|半年|年[度末底中初]|\d{1,2}(?:[-~至]\d{1,2})?月[末底份]?)"
    r"|20\d\d年?度?|[中长近远]期|实施期|总体|当年)(?:累计|目标值?|指标值?|计划)?$"
)
_PLACE = lazy_pattern(
    r"^[^\d≥≤><=，。；：]+(?:[省市县区州盟旗镇乡村]|街道|苏木|园区|开发区|新区|农场|林场|本级|合计|小计|总计)$"
)


def in_turn(columns: Columns, row: Row) -> Columns | None:
    """Part the only target of a text by the times or places below it; None if the row names none.

    Where cells merged to the right were copied as one, the columns behind the target lie farther to the right.
    """
    if len(row.cells) < FEWEST or not _names_parts(row):
        return None
    at = next((at for at, column in enumerate(columns.items) if column.role == "value"), None)
    if at is None:
        return None
    wide, behind = columns.items[at], columns.items[at + 1 :]
    first = row.cells[0].column
    if first not in (1, wide.start) or any(column.role == "long_term_value" for column in columns.items):
        return None
    cells = [cell._replace(column=wide.start + cell.column - first) for cell in row.cells]
    parts = parts_of(wide, cells)
    shift = max(parts[-1].end + 1 - behind[0].start, 0) if behind else 0
    moved = [Column(one.role, one.start + shift, one.end + shift, one.heading) for one in behind]
    return columns._replace(items=(*columns.items[:at], *parts, *moved))


def _names_parts(row: Row) -> bool:
    """Say whether every cell is a time, or every cell a place."""
    keys = [squeeze(cell.text) for cell in row.cells]
    if any(len(key) > LONGEST or column_role(key) not in (None, "aside") for key in keys):
        return False
    return all(map(_TIME.match, keys)) or all(_PLACE.match(key) or is_whole_area(key) for key in keys)
