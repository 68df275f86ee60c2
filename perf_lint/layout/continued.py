"""Put the rest of a name or a value, torn off by a page or a line break, back to its beginning."""

from __future__ import annotations

import re

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


def _join(role: str, texts: dict[str, str], cell: Cell) -> bool:
    texts[role] = join_parts([texts[role], cell.text])
    return True


def _is_rest_of_value(row: Row, cell: Cell, name: Cell, value: Cell, before: str) -> bool:
    """Say whether a lone cell in the column of the values, or a line below a value, goes on with that value."""
    if not before or len(before) > LONGEST_VALUE or _COMPARES.match(cell.text):
        return False
    if row.loose:
        near = _distance(cell, value)
        if near != 1 and not (near == 2 and _is_open(before) and not is_unfinished(name.text)):
            return False
    elif cell.column != value.column or value.column == name.column:
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
    if near is None or near > 2 or len(text) > LONGEST_REST:
        return False
    return _HEADING.match(text) is None and not text.endswith(("。", "表"))


def _distance(cell: Cell, before: Cell) -> int | None:
    return None if cell.line is None or before.line is None else cell.line - before.line


def _is_known(text: str) -> bool:
    """Say whether a lone cell is a level name or a label, not the rest of something."""
    return read_level(text) is not None or read_label(text, tolerant=False) is not None
