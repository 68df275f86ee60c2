"""Put the rest of a name or a value, torn off by a page or a line break, back to its beginning."""

from __future__ import annotations

import re

from perf_lint.layout.columns import Columns
from perf_lint.layout.labels import read_label
from perf_lint.layout.levels import read_level
from perf_lint.layout.rows import Row
from perf_lint.layout.slots import LABEL, is_unfinished, looks_like_value
from perf_lint.model.document import Cell
from perf_lint.text.blanks import join_parts
from perf_lint.text.pattern import lazy_pattern

LONGEST_NAME, LONGEST_VALUE, LONGEST_REST = 500, 200, 30
_HEADING = lazy_pattern(r"[（(]?[一二三四五六七八九十]+[)）、.．]|第.{1,3}[部章节]|附|表|注")
_OPEN_VALUE = lazy_pattern(r".*(?:[\d.,，、/~～—≥≤≧≦⩾⩽><=＞＜＝±和及与或至到达于约第每前近低高少过超]|[（(][^）)]*)$", re.DOTALL)
_OPEN_DATE = lazy_pattern(r".*\d\s*[年月]$")
_COMPARES = lazy_pattern(r"[≥≤≧≦⩾⩽><=＞＜＝±约不]")


def continues(row: Row, texts: dict[str, str], cells: dict[str, Cell]) -> bool:
    """Take a lone cell as the rest of the name or the value of the indicator before it; False if it is neither."""
    cell, name, value = row.cells[0], cells.get("name"), cells.get("value")
    if len(row.cells) != 1 or name is None:
        return False
    if value is not None and _is_rest_of_value(row, cell, name, value, texts["value"]):
        return _join("value", texts, cell)
    if _is_rest_of_name(row, cell, name, texts):
        return _join("name", texts, cell)
    return False


def unfolds(row: Row, texts: dict[str, str], cells: dict[str, Cell], columns: Columns) -> bool:
    """Take a line as the second half of the one before it, parted by a line break within its last cell."""
    first = row.cells[0]
    if row.aligned or row.gap or first.column != 1 or len(row.cells) < 2 or not cells:
        return False
    role = max(cells, key=lambda key: cells[key].column)
    if role not in ("name", "value") or "name" not in cells or _distance(first, cells[role]) != 1:
        return False
    if role == "value" and not (_is_open(texts[role]) or _OPEN_DATE.match(texts[role])):
        return False
    shift = next(column.start for column in columns.items if column.role == role) - 1
    roles = {column.start: column.role for column in columns.items}
    later = {roles.get(cell.column + shift, "unknown"): cell for cell in row.cells[1:]}
    if len(later) < len(row.cells) - 1 or later.keys() & {"unknown", "aside", *cells}:
        return False
    if (role == "name" and "value" not in later) or LABEL.match(first.text):
        return False
    if _is_known(first.text) and (role == "value" or first.text.endswith("指标")):
        return False
    _join(role, texts, first)
    texts.update({key: cell.text for key, cell in later.items()})
    cells.update(later)
    return True


def _join(role: str, texts: dict[str, str], cell: Cell) -> bool:
    texts[role] = join_parts([texts[role], cell.text])
    return True


def _is_rest_of_value(row: Row, cell: Cell, name: Cell, value: Cell, before: str) -> bool:
    """Say whether a lone cell in the column of the values, or a line below a value, goes on with that value."""
    if not before or len(before) > LONGEST_VALUE or _COMPARES.match(cell.text):
        return False
    if row.loose:
        near = _distance(cell, value)
        if near not in (1, 2) or (is_unfinished(name.text) and not _is_open(before)) or _is_known(cell.text):
            return False
        if near == 1 and value.column > name.column:
            return _is_piece(cell.text)
    elif cell.column != value.column or value.column == name.column:
        folded = cell.column == 1 and not row.gap and not row.aligned and _distance(cell, value) == 1
        if not (folded and _is_open(before) and value.column > name.column):
            return False
    if _is_known(cell.text):
        return False
    if cell.text[0].isdigit():
        return _is_open(before) or _OPEN_DATE.match(before) is not None
    return _is_open(before) or (row.gap and not row.loose)


def _is_open(before: str) -> bool:
    return _OPEN_VALUE.match(before) is not None


def _is_rest_of_name(row: Row, cell: Cell, name: Cell, texts: dict[str, str]) -> bool:
    """Say whether a lone cell goes on with the name: below a break, or where the name ends in the middle."""
    if len(texts["name"]) > LONGEST_NAME or not texts.get("value"):
        return False
    same_column = _follows(row, name) if row.loose else cell.column == name.column
    if LABEL.match(cell.text) or (looks_like_value(cell.text) and (row.loose or not same_column or cell.column == 1)):
        return False
    if _is_known(cell.text) and (row.loose or not same_column or cell.column == 1 or cell.text.endswith("指标")):
        return False
    return is_unfinished(name.text) or (same_column and (row.gap or row.loose))


def _follows(row: Row, name: Cell) -> bool:
    """Say whether a loose line stands right below a name and looks like a piece of it, not like a heading."""
    text, near = row.text, _distance(row.cells[0], name)
    return near is not None and near <= 2 and _is_piece(text)


def _is_piece(text: str) -> bool:
    """Say whether a line outside the table looks like a piece of a cell, not like a heading or a sentence."""
    return len(text) <= LONGEST_REST and _HEADING.match(text) is None and not text.endswith(("。", "表"))


def _distance(cell: Cell, before: Cell) -> int | None:
    return None if cell.line is None or before.line is None else cell.line - before.line


def _is_known(text: str) -> bool:
    """Say whether a lone cell is a level name or a label, not the rest of something."""
    return read_level(text) is not None or read_label(text, tolerant=False) is not None
