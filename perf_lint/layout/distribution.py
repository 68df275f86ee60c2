"""Say which cell of an indicator row is a level, the name, the value and so on, by the columns it stands in."""

from __future__ import annotations

from perf_lint.layout.columns import LEVELS, Columns
from perf_lint.layout.levels import read_fragment, read_level
from perf_lint.layout.rows import Row
from perf_lint.layout.slots import (
    FIRST_THREE,
    LABEL_ONLY,
    SIGNS,
    Slots,
    is_figure,
    is_measured,
    is_signed,
    looks_like_value,
)
from perf_lint.model.document import Cell
from perf_lint.text.blanks import squeeze

_SIGNED = frozenset((*LEVELS, "value", "sign"))
"""Columns that may begin with a comparison, or be levels."""


def distribute(row: Row, columns: Columns) -> Slots:
    """Distribute the cells: by their columns where the row fits them, else by their order and the level names."""
    by_column = _by_columns(row, columns)
    if by_column:
        return by_column
    from perf_lint.layout.by_order import by_order

    return by_order(list(row.cells), columns)


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
        elif role == "name" and LABEL_ONLY.match(squeeze(found[role].text)):
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
    if value is None or len(found) < 2 or not found.keys().isdisjoint(FIRST_THREE):
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


def _is_misplaced(found: dict[str, Cell], beyond: list[Cell]) -> bool:
    """Say whether cells contradict the columns in which they stand, in a text whose separators may be lost."""
    name, value = found.get("name"), found.get("value")
    for role in FIRST_THREE:
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
    return len(text) <= 2 and text[0] in SIGNS and text[-1] in SIGNS


def _is_level(text: str) -> bool:
    return read_level(text) is not None
