"""Say which cell of an indicator row is a level, the name, the value and so on."""

from __future__ import annotations

from perf_lint.layout.columns import LEVELS, NO_CONTENT, Columns
from perf_lint.layout.labels import read_label
from perf_lint.layout.levels import read_fragment, read_level
from perf_lint.layout.rows import Row
from perf_lint.model.document import Cell
from perf_lint.text.blanks import squeeze
from perf_lint.text.pattern import lazy_pattern

_VALUE = lazy_pattern(
    r"^(?:[≥≤≧≦⩾⩽><=＞＜＝±约≈近第$]|[\d０-９]|达|不[低高少超]|小于|大于|优于|是/否|无$|[一二三四五六七八九十百]+[次个人件])"
)
_FIRST_THREE = (*LEVELS, "name")
_SIGNED = frozenset((*LEVELS, "value", "sign"))
"""Columns that may begin with a comparison, or be levels."""
_NOT_BY_DISTANCE = frozenset((*LEVELS, *NO_CONTENT))
_KINDS = ("定性", "定量")
_SIGNS = frozenset("≥≤≧≦⩾⩽><=＞＜＝±")
_SIGN_ALONE = lazy_pattern(r"^(?:[≥≤≧≦⩾⩽><=＞＜＝]=?|定性|定量|[大小等]于(?:等于)?)$")
_MEASURED = lazy_pattern(r"^[≥≤]?\d[\d.,]*[万亿]?(?:[%％‰]|[\u4e00-\u9fff]{1,3})$")
_NUMBERED = lazy_pattern(r"^\d{1,2}(?:[、．]|\.(?!\d))")
_LABEL_ONLY = lazy_pattern(r"^(?:指标\d{1,2}|\d{1,2}[.、]?|[(]\d{1,2}[)]|[①-⑳])[:.]?$")
LABEL = lazy_pattern(
    r"^(指标\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|\d{1,2}[、．]|\d{1,2}\.(?!\d)|\d{1,2}[)）]"
    r"|\d{1,2}(?:\.\d{1,2}){2,}(?!\d))[\s:：、.．]*"
)
"""The number in front of a name."""
LABEL_BEGINS = frozenset("指（(")
"""With numerals, all that a label can begin with."""
STARS = frozenset("★☆*＊")
DOTS = "….。· "
"""What a blank line of a template may hold."""
NAME_LEADERS = LABEL_BEGINS | STARS | frozenset(DOTS)
"""With numerals, all that may stand in front of a name or in its place."""
_CONTINUES = ("、", "，", ",", "（", "(", "和", "及", "与", "的", "或", "/")


NO_LEVELS = (None, None)


class Slots:
    """The cells of a row by what they are."""

    __slots__ = ("extra", "fields", "in_columns", "levels", "whole")

    def __init__(
        self,
        levels: tuple[Cell | None, Cell | None] = NO_LEVELS,
        in_columns: bool = False,
        fields: dict[str, Cell] | None = None,
    ) -> None:
        """Begin with these cells; in its columns, a level cell says by its place which level it is."""
        self.levels = levels
        self.in_columns = in_columns
        self.fields: dict[str, Cell] = {} if fields is None else fields
        self.extra: list[Cell] = []
        """Cells that no column takes."""
        self.whole = False
        """The fields are an indicator as they stand: a name without a number, a target, and nothing to decide."""


def looks_like_value(text: str) -> bool:
    """Say whether a cell begins like a target: a comparison, a number, 约, 不低于."""
    return _VALUE.match(text) is not None and _NUMBERED.match(text) is None


def distribute(row: Row, columns: Columns) -> Slots:
    """Distribute the cells: by their columns where the row fits them, else by their order and the level names."""
    by_column = _by_columns(row, columns)
    if by_column:
        return by_column
    return _by_order(list(row.cells), columns)


def _by_columns(row: Row, columns: Columns) -> Slots | None:
    """Distribute by column; None where the row is shifted against the heading."""
    found: dict[str, Cell] = {}
    extra: list[Cell] = []
    aside: list[Cell] = []
    for cell in row.cells:
        column = columns.at(cell)
        role = column.role if column else "unknown"
        if column is None and not row.aligned:
            return None
        if role == "unknown":
            extra.append(cell)
        elif role == "aside":
            aside.append(cell)
        elif role not in found:
            found[role] = cell
        elif role == "name" and _LABEL_ONLY.match(squeeze(found[role].text)):
            found[role] = cell._replace(text=f"{found[role].text}{cell.text}")
        else:
            extra.append(cell)
    if _is_shifted(found, extra or aside, row):
        return None
    found.pop("block", None)
    if "sign" not in found and (sign := next((cell for cell in aside if _is_comparison(cell.text)), None)):
        found["sign"] = sign  # below a heading that usually tells 定量 from 定性
    found.pop("group", None)
    slots = Slots((found.pop("level1", None), found.pop("level2", None)), True, found)
    slots.extra = extra
    return slots


def _is_shifted(found: dict[str, Cell], extra: list[Cell], row: Row) -> bool:
    """Say whether the cells do not stand where their columns are."""
    if not row.aligned and _is_misplaced(found, extra):
        return True
    if not row.aligned and not extra and (_weighs_first(found) or _lacks_name(found)):
        return False
    name, value = found.get("name"), found.get("value") or found.get("long_term_value")
    if name and value and not _is_level(name.text):
        return False
    levels = [found[role] for role in LEVELS if role in found]
    named = [_is_level(cell.text) for cell in levels]
    if name and value:
        return not all(named) or any(cell.column > value.column for cell in extra)
    if not row.aligned:
        if name is None and levels and not extra and len(levels) == len(found):
            return not all(is_level or read_fragment(cell.text) for is_level, cell in zip(named, levels, strict=True))
        if name is None or not levels or not all(named) or extra:
            return True
        return _is_level(name.text) or looks_like_value(name.text)  # else the row leaves its value blank
    if name is None and value is None:
        return not all(named)
    if name and _is_level(name.text) and not levels:
        return True
    return not all(named) and len(levels) > 0


def _lacks_name(found: dict[str, Cell]) -> bool:
    """Say whether a row stands in its columns and only its name is blank: its target is a number with its unit."""
    value = found.get("value")
    if value is None or len(found) < 2 or not found.keys().isdisjoint(_FIRST_THREE):
        return False
    if "sign" in found:
        return is_signed(found["sign"].text) and is_figure(value.text)
    return is_measured(value.text) and not any(
        looks_like_value(cell.text) for role, cell in found.items() if role != "value"
    )


def _weighs_first(found: dict[str, Cell]) -> bool:
    """Say whether a row only gives a 一级 cell its figure (预算执行率 | 10): the rest of it is blank."""
    figures = [cell.text for role, cell in found.items() if role in ("weight", "score")]
    alone = len(figures) > 0 and len(found) == len(figures) + 1 and "level1" in found
    return alone and all(map(is_figure, figures))


def is_figure(text: str) -> bool:
    """Say whether a cell is a bare number, of points or a share."""
    return (text[0].isdigit() or text[0] == ".") and text.rstrip("分%").replace(".", "", 1).isdigit()


def is_measured(text: str) -> bool:
    """Say whether a cell is a number with its unit and nothing else: ≥8000张."""
    return _MEASURED.match(text) is not None


def _is_misplaced(found: dict[str, Cell], beyond: list[Cell]) -> bool:
    """Say whether cells contradict the columns in which they stand, in a text whose separators may be lost."""
    name, value = found.get("name"), found.get("value")
    for role in _FIRST_THREE:
        if role in found and is_signed(found[role].text):
            return True
    if value is None:
        return bool(name and beyond and looks_like_value(beyond[0].text))
    if "level1" not in found and "level2" not in found:
        lone = name and name.text.endswith("指标") and _is_level(name.text)
        return bool(lone) and not looks_like_value(value.text)
    levels = [read_level(found[role].text) if role in found else None for role in LEVELS]
    if "level2" in found and levels[1] is None:
        other = any(is_signed(cell.text) for role, cell in found.items() if role not in _SIGNED)
        return other or bool(levels[0] and levels[0].second and not levels[0].first)
    if name and levels == [None, None] and name.text.endswith("指标") and _is_level(name.text):
        return not looks_like_value(value.text)
    first_level = levels[1] is not None and levels[1].first is not None and levels[1].second is None
    return bool(name and first_level and "level1" not in found and _is_level(name.text))


def _is_comparison(text: str) -> bool:
    return len(text) <= 2 and text[0] in _SIGNS and text[-1] in _SIGNS


def is_signed(text: str) -> bool:
    """Say whether a cell begins with a comparison, or says whether its target has a number."""
    return text[0] in _SIGNS or text in _KINDS


def _is_level(text: str) -> bool:
    return read_level(text) is not None


def _by_order(cells: list[Cell], columns: Columns) -> Slots:
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
    if len(rest) > max(len(others), 1) and _LABEL_ONLY.match(squeeze(rest[0].text)):
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
            looks_like_value(cell.text) or _LABEL_ONLY.match(squeeze(cell.text))
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
    return all(column is not None and column.role in _FIRST_THREE for column in above)


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


def is_unfinished(text: str) -> bool:
    """Say whether a name breaks off in the middle."""
    return text.endswith(_CONTINUES) or text.count("（") + text.count("(") > text.count("）") + text.count(")")
