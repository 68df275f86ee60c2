"""Read the heading row of the indicators: which column holds what, and to which set of indicators it belongs."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from perf_lint.layout.kinds import COLUMN
from perf_lint.layout.labels import CORE, column_role, heading_year, near_column, read_label
from perf_lint.layout.levels import read_level
from perf_lint.layout.rows import Row
from perf_lint.layout.settled import is_former, is_settled
from perf_lint.model.document import Cell
from perf_lint.text.pattern import lazy_pattern

LEVELS = ("level1", "level2")
WIDEST, LONGEST_YEAR = 40, 6
"""Columns of a heading row, at most."""
TARGETS = {"value", "long_term_value", "name_value"}
"""Columns that hold what is to be reached."""


KEPT_HEADINGS = 256
"""Most forms of a run come from a few templates."""
Heading = tuple[str, int, int]
"""Text, first and last grid column of a cell."""
HISTORY = 2
"""Targets of so many years are the year before's and the form's own; those of more begin with the form's own."""


_AREA = lazy_pattern(r"^(?:全[省市县区州镇乡年]|本[省市县区])?(?:合计|总计|小计|汇总)?(?<=.)$")
"""A whole beside its parts."""
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
        items = list(_settle(items))
    return columns._replace(items=_with_value(items))


_OF_YEARS = ("value", "aside", "unknown")


def _dates_target(heading: str) -> bool:
    """Say whether a heading is a year, or names the target of one."""
    return heading_year(heading) is not None and (column_role(heading) == "value" or len(heading) <= LONGEST_YEAR)


def of_year(columns: Columns, tell: Callable[[], int | None]) -> Columns:
    """Choose among targets of several years (2024年目标值 2025年目标值) those of the form's own year."""
    dated = [column for column in columns.items if column.role in _OF_YEARS and _dates_target(column.heading)]
    if len(dated) < HISTORY:
        return columns
    year = tell()
    own = [column for column in dated if heading_year(column.heading) == year]
    if len(own) != 1 or own[0].role == "value":
        return columns
    roles = {column: "value" if column is own[0] else "aside" for column in dated}
    return columns._replace(items=tuple(one._replace(role=roles.get(one, one.role)) for one in columns.items))


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
    whole = any(_is_whole(cell.text) for cell in cells)
    return [_part(column, cell, first=at == 0 and not whole) for at, cell in enumerate(cells)]


def _grades(columns: Columns, row: Row) -> Columns | None:
    """Split the last column of a text by the grades below it (评价标准: 优 良 中 差)."""
    last = columns.items[-1]
    if last.role != "aside" or len(row.cells) < 2 or any(column_role(cell.text) != "aside" for cell in row.cells):
        return None
    grades = [Column("aside", last.start + at, last.start + at, cell.text) for at, cell in enumerate(row.cells)]
    return columns._replace(items=_with_value([*columns.items[:-1], *grades]))


def _part(column: Column, cell: Cell, *, first: bool) -> Column:
    """Make a column of one part of a wide one; the first part speaks for the whole unless the parts name themselves."""
    role = column_role(cell.text)
    if role is None and column.role == "value":
        long_term = any(word in cell.text for word in ("实施期", "中期", "长期", "总体"))
        role = "long_term_value" if long_term else "value" if first or _is_whole(cell.text) else "unknown"
    return Column(role or "unknown", cell.column, cell.column + cell.col_span - 1, cell.text)


def _is_yearly(text: str) -> bool:
    return any(word in text for word in ("年度", "当年", "全年", "本年"))


def _is_whole(text: str) -> bool:
    """Say whether a part of a wide heading stands for all of them: the whole year, the whole area."""
    return _is_yearly(text) or is_whole_area(text)


def is_whole_area(text: str) -> bool:
    """Say whether a heading is that of a whole beside its parts (合计, 全县, 全市合计)."""
    return _AREA.match(text) is not None


def _with_value(items: list[Column]) -> tuple[Column, ...]:
    """Let the best grade (优), or the whole area (全县合计), be the target where grades or places are all there is."""
    if not any(column.role == "value" for column in items):
        at = next((at for at, column in enumerate(items) if _is_best(column)), None)
        if at is not None:
            items[at] = items[at]._replace(role="value")
    return tuple(items)


def _is_best(column: Column) -> bool:
    if column.role == "aside":
        return column.heading == "优"
    return column.role == "unknown" and is_whole_area(column.heading)


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
        return (Columns(_with_value(list(_settle(items)))),)
    own = {column.role for column in items[second:]}
    shared = [column for column in items[:second] if column.role in LEVELS and column.role not in own]
    left, right = _settle(items[:second]), _settle(shared + items[second:])
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


def _goal_apart(items: list[Column]) -> list[Column]:
    """Let 绩效目标 be the project's goal where another column holds the targets."""
    if sum(column.role == "value" for column in items) < 2:
        return items
    return [column._replace(role="goal") if _says_goal(column) else column for column in items]


def _says_goal(column: Column) -> bool:
    label = read_label(column.heading, tolerant=False) if column.role == "value" else None
    return label is not None and label.kind == "fields" and label.role == "goal"


def _named_by_place(items: list[Column]) -> list[Column]:
    """Let the only column between the levels and the target hold the names where no heading says so (年度指标)."""
    roles = [column.role for column in items]
    at = max((at for at, role in enumerate(roles) if role in LEVELS), default=-1) + 1
    if not 0 < at < len(roles) - 1 or {"name", "name_value"} & set(roles):
        return items
    if roles[at] not in ("block", "unknown", "goal") or roles[at + 1] not in TARGETS:
        return items
    return [*items[:at], items[at]._replace(role="name"), *items[at + 1 :]]


def _told_by_place(items: list[Column]) -> list[Column]:
    """Tell headings with two meanings by their place: 指标内容 behind the targets, 单位 in front of the levels."""
    found: list[Column] = []
    seen: set[str] = set()
    years = [year for column in items if column.role == "value" and (year := heading_year(column.heading))]
    own = max(years) if len(years) == HISTORY else min(years, default=None)
    yearly = [column for column in items if column.role == "value" and _is_yearly(column.heading)]
    targets = [column for column in items if column.role == "value"]
    settled = len(targets) > 1 and any(is_settled(column.heading) for column in targets)
    for column in items:
        role = column.role
        if role == "name_value" and targets:
            role = "name"
        if settled and role == "value" and is_former(column.heading):
            role = "aside"
        if len(yearly) == 1 and role == "value" and column is not yearly[0] and not _says_goal(column):
            role = "unknown" if seen & {"long_term_value"} else "long_term_value"  # 目标值 beside 年度目标值
        if len(years) > 1 and role == "value" and heading_year(column.heading) != own:
            role = "aside"
        elif role == "name" and "name" in seen and seen & TARGETS:
            role = "description"
        elif role == "unit" and not seen & {*LEVELS, "name"}:
            role = "filing_unit"
        seen.add(role)
        found.append(column._replace(role=role))
    return found


def _settle(items: list[Column]) -> tuple[Column, ...]:
    """Resolve columns that carry the same role: the first stands; a name column beside a fuller one is a block."""
    items = _named_by_place(_goal_apart(_told_by_place(items)))
    names = [column for column in items if column.role == "name"]
    levels = {column.role for column in items}
    settled: list[Column] = []
    taken: set[str] = set()
    for column in items:
        role = column.role
        if role == "name" and len(names) > 1 and column is not names[-1]:
            role = "block" if column is items[0] or not levels & set(LEVELS) else "level2"
            role = "block" if role in taken or (role == "level2" and "level2" in levels) else role
            if role == "block" and column.heading.startswith("三级") and {*LEVELS} <= levels:
                role = "group" if names[-1].heading.startswith("四级") else "third"
        elif role in taken and role not in ("unknown", "aside"):
            role = "aside" if role == "level1" else "unknown"  # 指标类型: 定性 or 定量
        taken.add(role)
        settled.append(column if role == column.role else column._replace(role=role))
    return tuple(settled)
