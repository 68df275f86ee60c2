"""Say of the columns of a heading row what each holds where its words alone do not tell."""

from collections.abc import Callable

from perf_lint.layout.columns import LEVELS, TARGETS, Column, Columns
from perf_lint.layout.labels import column_role, heading_year, read_label
from perf_lint.layout.settled import is_former, is_settled
from perf_lint.text.pattern import lazy_pattern

LONGEST_YEAR = 6
"""Characters of a heading that is a year and no more (2025年度)."""
HISTORY = 2
"""Targets of so many years are the year before's and the form's own; those of more begin with the form's own."""
_AREA = lazy_pattern(r"^(?:全[省市县区州镇乡年]|本[省市县区])?(?:合计|总计|小计|汇总)?(?<=.)$")
"""A whole beside its parts."""
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


def _is_yearly(text: str) -> bool:
    return any(word in text for word in ("年度", "当年", "全年", "本年"))


def is_whole_part(text: str) -> bool:
    """Say whether a part of a wide heading stands for all of them: the whole year, the whole area."""
    return _is_yearly(text) or is_whole_area(text)


def is_whole_area(text: str) -> bool:
    """Say whether a heading is that of a whole beside its parts (合计, 全县, 全市合计)."""
    return _AREA.match(text) is not None


def with_value(items: list[Column]) -> tuple[Column, ...]:
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


def settle(items: list[Column]) -> tuple[Column, ...]:
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
