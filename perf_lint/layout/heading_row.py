"""Read the heading row of the indicators: which column holds what, and to which set of indicators it belongs."""

from functools import lru_cache

from perf_lint.layout.column_roles import settle, with_value
from perf_lint.layout.columns import LEVELS, TARGETS, Column, Columns
from perf_lint.layout.labels import column_role, near_column, read_label
from perf_lint.layout.rows import Row

KEPT_HEADINGS = 256
"""Most forms of a run come from a few templates."""
Heading = tuple[str, int, int]
"""Text, first and last grid column of a cell."""


def under(upper: Row | None, row: Row) -> Row:
    """Add to a heading row the headings of the row above that reach down into it, or have nothing below them."""
    if upper is None or not row.aligned or upper.origin != row.origin:
        return row
    number = row.cells[0].row
    reaching = [cell for cell in upper.cells if cell.row < number < cell.row + cell.row_span]
    if upper.cells[0].row == number - 1 and all(_is_heading(cell.text) for cell in upper.cells):
        taken = {column for cell in row.cells for column in range(cell.column, cell.column + cell.col_span)}
        reaching += [cell for cell in upper.cells if cell.row_span == 1 and cell.column not in taken]
    cells = sorted([*row.cells, *reaching], key=lambda cell: cell.column)
    return row.with_cells(tuple(cells))


def _is_heading(text: str) -> bool:
    if column_role(text):
        return True
    label = read_label(text, tolerant=False)
    return label is not None and not label.has_rest


def read_columns(row: Row, *, long_first: bool = True) -> tuple[Columns, ...]:
    """Turn a heading row into one set of columns, or two where names and values stand twice side by side.

    `long_first` says which of two unlabelled sets is the one of the 实施期.
    """
    headings = tuple([(cell.text, cell.column, cell.column + cell.col_span - 1) for cell in row.cells])
    return _read_columns(headings, row.aligned, long_first)


@lru_cache(KEPT_HEADINGS)
def _read_columns(headings: tuple[Heading, ...], aligned: bool, long_first: bool) -> tuple[Columns, ...]:
    items = [Column(_role(text), start, end, text) for text, start, end in headings]
    if aligned:
        items = _both_levels(items)
    second = _second_set(items)
    if second is None:
        return (Columns(with_value(list(settle(items)))),)
    own = {column.role for column in items[second:]}
    shared = [column for column in items[:second] if column.role in LEVELS and column.role not in own]
    left, right = settle(items[:second]), settle(shared + items[second:])
    return long_set(Columns(left), long_term=long_first), long_set(Columns(right), long_term=not long_first)


def long_set(columns: Columns, *, long_term: bool = True) -> Columns:
    """Say whether a set belongs to the 实施期; if so, a 中期指标值 that is its only target is just its target."""
    if not long_term or any(column.role == "value" for column in columns.items):
        return columns._replace(long_term=long_term)
    items = (column._replace(role="value") if column.role == "long_term_value" else column for column in columns.items)
    return Columns(tuple(items), long_term=True)


def _role(text: str) -> str:
    """Give the role of the column that a heading cell names."""
    role = column_role(text) or near_column(text)
    if role is None:
        label = read_label(text, tolerant=False)
        role = label.role if label and label.kind in ("fields", "funds", "blocks", "long_blocks") else "unknown"
    return "block" if role in ("blocks", "long_blocks") else role


def _both_levels(items: list[Column]) -> list[Column]:
    """Part a heading of levels that spans two columns where no other names the 二级指标 (指标类别)."""
    if any(column.role == "level2" for column in items):
        return items
    found: list[Column] = []
    for column in items:
        if column.role == "level1" and column.end > column.start:
            found.append(column._replace(end=column.start))
            column = column._replace(role="level2", start=column.start + 1, heading="")  # noqa: PLW2901
        found.append(column)
    return found


def _second_set(items: list[Column]) -> int | None:
    """Find where a second set begins: the first level or name column that comes again after a value."""
    seen: set[str] = set()
    for index, column in enumerate(items):
        if column.role in ("level2", "name") and column.role in seen and seen & TARGETS:
            if not any(later.role in TARGETS for later in items[index:]):
                return None
            whole = items[index - 1].role == "level1" and "level1" in {one.role for one in items[: index - 1]}
            return index - 1 if whole else index
        seen.add(column.role)
    return None
