"""Part the columns of a heading row by the headings in the row below it or above it."""

from perf_lint.layout.column_roles import HISTORY, is_whole_part, settle, with_value
from perf_lint.layout.columns import TARGETS, Column, Columns
from perf_lint.layout.labels import column_role, heading_year
from perf_lint.layout.rows import Row
from perf_lint.model.document import Cell


def refine(columns: Columns, row: Row) -> Columns | None:
    """Split wide columns by a second heading row (优 良 中 差; 全县 东山镇; 实施期 年度); None if it is none."""
    if not row.aligned:
        return _grades(columns, row)
    parts: dict[int, list[Cell]] = {}
    for cell in row.cells:
        column = columns.at(cell)
        if column is None or column.end == column.start or column.role == "name":
            return None
        parts.setdefault(column.start, []).append(cell)
    if not any(len(cells) > 1 for cells in parts.values()):
        return None
    items: list[Column] = []
    for column in columns.items:
        items += parts_of(column, parts.get(column.start, [])) or [column]
    if sum(column.role == "name" for column in items) > 1:
        items = list(settle(items))
    return columns._replace(items=with_value(items))


def headed_by(columns: Columns, upper: Row | None) -> Columns:
    """Let a heading of targets in the row above speak for the columns below it that name only times (半年 全年)."""
    if upper is None or any(column.role in TARGETS for column in columns.items):
        return columns
    at = next((at for at, cell in enumerate(upper.cells) if column_role(cell.text) in TARGETS), None)
    if at is None:
        return columns
    head = upper.cells[at]
    end = upper.cells[at + 1].column if at + 1 < len(upper.cells) else columns.items[-1].end + 1
    wide = Column("value", head.column, end - 1, head.text)
    below = [column for column in columns.items if head.column <= column.start < end]
    cells = [Cell(column.heading, 0, column.start, 1, column.end - column.start + 1) for column in below]
    parts = dict(zip(below, parts_of(wide, cells), strict=True))
    return columns._replace(items=tuple(parts.get(column, column) for column in columns.items))


def parts_of(column: Column, cells: list[Cell]) -> list[Column]:
    """Make a column of each part of a wide one; of two years the later one is the form's own."""
    years = [heading_year(cell.text) for cell in cells]
    if len(cells) == HISTORY and all(years) and years[0] != years[1] and column.role == "value":
        roles = ("value" if year == max(filter(None, years)) else "aside" for year in years)
        return [_part(column, cell, first=False)._replace(role=role) for cell, role in zip(cells, roles, strict=True)]
    whole = any(is_whole_part(cell.text) for cell in cells)
    return [_part(column, cell, first=at == 0 and not whole) for at, cell in enumerate(cells)]


def _grades(columns: Columns, row: Row) -> Columns | None:
    """Split the last column of a text by the grades below it (评价标准: 优 良 中 差)."""
    last = columns.items[-1]
    if last.role != "aside" or len(row.cells) < 2 or any(column_role(cell.text) != "aside" for cell in row.cells):
        return None
    grades = [Column("aside", last.start + at, last.start + at, cell.text) for at, cell in enumerate(row.cells)]
    return columns._replace(items=with_value([*columns.items[:-1], *grades]))


def _part(column: Column, cell: Cell, *, first: bool) -> Column:
    """Make a column of one part of a wide one; the first part speaks for the whole unless the parts name themselves."""
    role = column_role(cell.text)
    if role is None and column.role == "value":
        long_term = any(word in cell.text for word in ("实施期", "中期", "长期", "总体"))
        role = "long_term_value" if long_term else "value" if first or is_whole_part(cell.text) else "unknown"
    return Column(role or "unknown", cell.column, cell.column + cell.col_span - 1, cell.text)
