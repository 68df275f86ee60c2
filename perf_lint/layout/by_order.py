"""Say which cell of an indicator row is what by their order and the names of levels, where they left their columns."""

from __future__ import annotations

from perf_lint.layout.columns import LEVELS, NO_CONTENT, Columns
from perf_lint.layout.labels import read_label
from perf_lint.layout.levels import read_fragment, read_level
from perf_lint.layout.slots import FIRST_THREE, LABEL_ONLY, Slots, looks_like_value
from perf_lint.model.document import Cell
from perf_lint.text.blanks import squeeze
from perf_lint.text.pattern import lazy_pattern

_NOT_BY_DISTANCE = frozenset((*LEVELS, *NO_CONTENT))
_SIGN_ALONE = lazy_pattern(r"^(?:[≥≤≧≦⩾⩽><=＞＜＝]=?|定性|定量|[大小等]于(?:等于)?)$")


def by_order(cells: list[Cell], columns: Columns) -> Slots:
    """Distribute by order: level names first, then the other columns from left to right."""
    slots = Slots()
    others = [role for role in columns.roles(levels=False) if role not in NO_CONTENT]
    roles = [column.role for column in columns.items]
    cells = _drop_front(cells, roles)
    count = sum(1 for column in columns.items if column.role in LEVELS)
    if count == 1 and len(cells) > count + len(others):
        count = len(LEVELS)  # the heading lost one
    levels, rest = _peel(cells, count, len(others))
    slots.levels = _order_levels(levels)
    if len(rest) > max(len(others), 1) and LABEL_ONLY.match(squeeze(rest[0].text)):
        rest = [rest[1]._replace(text=rest[0].text + rest[1].text), *rest[2:]]
    _fill(slots, rest, others, columns)
    return slots


def _drop_front(cells: list[Cell], roles: list[str]) -> list[Cell]:
    """Take away the heading of the whole block and a running number in front of the levels."""
    while cells and len(cells) > 1:
        label = read_label(cells[0].text, tolerant=False)
        block = label is not None and label.kind in ("blocks", "long_blocks") and not label.has_rest
        if block or ("number" in roles and squeeze(cells[0].text).isdigit()):
            cells = cells[1:]
        else:
            break
    return cells


def _peel(cells: list[Cell], count: int, others: int) -> tuple[list[Cell], list[Cell]]:
    """Split the leading level cells off; a name that is itself a level name stays with the rest."""
    count = count or 2
    taken = 0
    while taken < min(count, len(cells)):
        text = cells[taken].text
        level = read_level(text)
        left = len(cells) - taken - 1
        if level is None and left >= 2 and taken + 1 < len(cells):
            level = read_fragment(text)
        if level is None or (level.damaged and left < 2):
            break
        if left < min(2, others) and not level.text.endswith("指标"):
            break  # 服务对象满意度 | ≥90%: a name as people write it, not a level
        before = read_level(cells[taken - 1].text) if taken else None
        if before and before.second and not before.first and left < min(2, others):
            break
        taken += 1
    unknown = len(cells) - taken - others
    if (
        others >= 2
        and 0 < unknown <= count - taken
        and not any(
            looks_like_value(cell.text) or LABEL_ONLY.match(squeeze(cell.text))
            for cell in cells[taken : taken + unknown]
        )
    ):
        taken += unknown
    return cells[:taken], cells[taken:]


def _order_levels(levels: list[Cell]) -> tuple[Cell | None, Cell | None]:
    if len(levels) >= 2:
        return levels[0], levels[1]
    if not levels:
        return None, None
    level = read_level(levels[0].text) or read_fragment(levels[0].text)
    return (levels[0], None) if level and level.first and not level.second else (None, levels[0])


def _fill(slots: Slots, rest: list[Cell], others: list[str], columns: Columns) -> None:
    """Give the remaining cells to the remaining columns."""
    if not rest:
        return
    if len(rest) >= len(others):
        for role, cell in zip(others, rest, strict=False):
            _put(slots, role, cell)
        slots.extra.extend(rest[len(others) :])
        return
    if len(rest) == 1:
        alone = looks_like_value(rest[0].text) and any(slots.levels) and not _stands(slots, rest[0], columns)
        _put(slots, "value" if alone else "name", rest[0])
        return
    if _fill_by_distance(slots, rest, columns):
        return
    main = next((role for role in ("value", "long_term_value") if role in others), others[-1])
    at = others.index(main)
    value = _value_index(rest, others, min(at, len(rest) - 1))
    before, after = others[:at], others[at + 1 :]
    for role, cell in zip(before, rest[:value], strict=False):
        _put(slots, role, cell)
    slots.extra.extend(rest[len(before) : value])
    if value < len(rest):
        _put(slots, main, rest[value])
    for role, cell in zip(after, rest[value + 1 :], strict=False):
        _put(slots, role, cell)
    slots.extra.extend(rest[value + 1 + len(after) :])


def _stands(slots: Slots, name: Cell, columns: Columns) -> bool:
    """Say whether a lone name stands in its column, and the level cells before it in theirs."""
    own = columns.at(name)
    if own is None or own.role != "name":
        return False
    above = [columns.at(cell) for cell in slots.levels if cell]
    return all(column is not None and column.role in FIRST_THREE for column in above)


def _value_index(rest: list[Cell], others: list[str], default: int) -> int:
    """Find the value among the cells of a row that lost some: behind its sign, else what looks like one."""
    if "sign" in others:
        for index, cell in enumerate(rest[1:-1], 1):
            if _SIGN_ALONE.match(cell.text):
                return index + 1
    return next((index for index, cell in enumerate(rest) if index and looks_like_value(cell.text)), default)


def _fill_by_distance(slots: Slots, rest: list[Cell], columns: Columns) -> bool:
    """Fill by the distances between the cells where a shift of the whole row makes them fit the heading."""
    starts = {column.start: column.role for column in columns.items if column.role not in _NOT_BY_DISTANCE}
    name = next((column.start for column in columns.items if column.role == "name"), None)
    if name is None:
        return False
    shift = name - rest[0].column
    roles = {starts.get(cell.column + shift) for cell in rest}
    if None in roles or ("aside" in roles and "value" not in roles):
        return False
    for cell in rest:
        _put(slots, starts[cell.column + shift], cell)
    return True


def _put(slots: Slots, role: str, cell: Cell) -> None:
    if role == "aside":
        return
    if role == "unknown":
        slots.extra.append(cell)
    else:
        slots.fields[role] = cell
