"""Put the rest of a name or a value, torn off by a page or a line break, back to its beginning."""

from __future__ import annotations

import re

from perf_lint.layout.columns import Columns
from perf_lint.layout.labels import column_role, read_label
from perf_lint.layout.levels import read_level
from perf_lint.layout.rows import Row
from perf_lint.layout.slots import LABEL, is_unfinished, looks_like_value
from perf_lint.model.document import Cell
from perf_lint.text.blanks import join_parts
from perf_lint.text.pattern import lazy_pattern

LONGEST_NAME = 500
LONGEST_VALUE = 200
"""Characters of a name and of a target that still take a rest: what is longer has taken too much already."""
LONGEST_REST = 30
"""Characters of a line outside the table that may be the rest of a cell."""
WIDEST_TABS = 4
"""Characters to the left of a cell for each column before it, where tabs part them and nothing stands in front."""
LONGEST_END = 4
"""Characters of the end of a name that a narrow column broke."""
SHORTEST_LINE = 8
"""Characters of what stands above such an end."""
FARTHEST = 5
"""Lines from a cell to its rest below a blank line, a page number and the name of the report."""
_HEADING = lazy_pattern(r"[（(]?[一二三四五六七八九十]+[)）、.．]|第.{1,3}[部章节]|附|表|注")
_OPEN_VALUE = lazy_pattern(
    r".*(?:[\d.,，、/~～—≥≤≧≦⩾⩽><=＞＜＝±和及与或至到达于约第每前近低高少过超万亿]|[（(][^）)]*)$", re.DOTALL
)
_OPEN_DATE = lazy_pattern(r".*(?:\d\s*[年月]|每[年月季周])$")
_CUT_OFF = lazy_pattern(r"[、，,/~～—和及与至到于约每]$")
_WHOLE_WORD = lazy_pattern(
    r"(?:[节预签履违合集]约|参与|[普涉惠遍波触]及|[缓饱祥平温总调亲]和|[做达得办周收领报直来]到|[终属等大小高低优]于|[备直]至)$"
)
"""Words that end as a target does that breaks off: 节约, 积极参与, 普及."""
_CUT_AFTER_YEAR = lazy_pattern(r"20\d\d\s*年$")
_IN_YEAR = ("底", "末", "初", "上半年", "下半年", "春", "夏", "秋", "冬")
"""How what belongs to a year goes on; a year alone is a target, and below it may stand the next one."""
_CUT_YEAR = lazy_pattern(r"年\s*\d{1,2}$")
_WRAPPED = frozenset(("name", "value", "description", "basis", "reason"))
_ASIDES = _WRAPPED - {"name", "value"}
"""Columns of sentences: what stands below one of them alone belongs to it."""
_COMPARES = lazy_pattern(r"[≥≤≧≦⩾⩽><=＞＜＝±约不]")


def continues(row: Row, texts: dict[str, str], cells: dict[str, Cell], columns: Columns) -> bool:
    """Take a lone cell as the rest of the name or the value of the indicator before it; False if it is neither."""
    cell, name, value = row.cells[0], cells.get("name"), cells.get("value")
    if len(row.cells) != 1 or name is None:
        return False
    before = texts.get("value", "")
    role = _role_of_line(cell, name, value, before) if row.loose else _role_of_cell(row, name, value, before, columns)
    if role == "value" and _fits_value(row, cell.text, before):
        return _join(role, texts, cell)
    if role == "name" and before and _fits_name(row, cell, name, texts["name"]):
        return _join(role, texts, cell)
    return False


def wraps(row: Row, cells: tuple[Cell, ...], above: dict[str, Cell], columns: Columns, *, torn: bool) -> list[str]:
    """Say of which columns cells right below an indicator are the second lines; of none where they may be another's.

    They are where the same line ends the name of a level (`torn`), or where the target above breaks off.
    """
    if row.aligned or row.gap or "value" not in above or "name" not in above:
        return []
    roles = [column.role if (column := columns.at(cell)) else "" for cell in cells]
    if not _WRAPPED.issuperset(roles) or not above.keys() >= set(roles):
        return []
    if any(cell.column != above[role].column for role, cell in zip(roles, cells, strict=True)):
        return []
    value = next((cell.text for role, cell in zip(roles, cells, strict=True) if role == "value"), None)
    if value is None or looks_like_value(value) or LABEL.match(cells[0].text):
        goes_on = torn or _ASIDES.issuperset(roles) or _is_end(cells, above["name"])
        return roles if value is None and goes_on else []
    return roles if torn or _goes_on(above["value"].text, value) else []


def _is_end(cells: tuple[Cell, ...], name: Cell) -> bool:
    """Say whether a lone text is the end of a long name, in a text that blanks align: no cell is left out there."""
    rest = cells[0]
    aligned = rest.char is not None and rest.char > WIDEST_TABS * rest.column
    return aligned and len(cells) == 1 and len(rest.text) <= LONGEST_END and len(name.text) >= SHORTEST_LINE


def join_all(roles: list[str], texts: dict[str, str], cells: tuple[Cell, ...]) -> None:
    """Put the second lines behind the first."""
    for role, cell in zip(roles, cells, strict=True):
        _join(role, texts, cell)


def _goes_on(value: str, rest: str) -> bool:
    """Say whether a value breaks off so that only the rest makes it whole: a date, a number before its unit."""
    from perf_lint.values.units import known

    if _CUT_AFTER_YEAR.search(value):
        return rest.startswith(_IN_YEAR)
    if (_CUT_OFF.search(value) and not _WHOLE_WORD.search(value)) or (
        (value[-1].isdigit() or value[-1] in "万亿") and known(rest)
    ):
        return True
    return (_CUT_YEAR.search(value) is not None and rest[0] == "月") or (
        value[-1] == "月" and rest[0] in "底前末份上中下"
    )


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
    starts = [column.start for column in columns.items if column.role == role]
    if not starts:  # a second heading, since that line, has no such column
        return False
    shift = starts[0] - 1
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
    rest = cell.text if texts[role] else cell.text.lstrip(":： ")  # a number may stand alone before the break
    texts[role] = join_parts([texts[role], rest])
    return True


def _role_of_line(cell: Cell, name: Cell, value: Cell | None, before: str) -> str:
    """Say to what a line outside the table belongs; empty if to nothing."""
    distance = _distance(cell, name)
    if distance is None or distance > FARTHEST or not _is_piece(cell.text) or _heads(cell.text):
        return ""
    if value is None or (is_unfinished(name.text) and not _is_open(before)):
        return "name"
    below = distance == 1 and value.column > name.column
    return "value" if below or _is_open(before) else "name"


def _role_of_cell(row: Row, name: Cell, value: Cell | None, before: str, columns: Columns) -> str:
    """Say to what a lone cell of the table belongs: by its column, if need be by how the value ends."""
    cell = row.cells[0]
    column = columns.at(cell)
    role = column.role if column else ""
    in_name = cell.column == name.column or role == "name"
    in_value = value is not None and (cell.column == value.column or role == "value")
    stacked = value is not None and value.line != name.line  # one cell a line: every row begins in column 1
    lost = cell.column == 1 and not row.aligned and not stacked
    if in_name != in_value and not lost:
        return "name" if in_name else "value"
    if (in_value or lost) and _is_open(before):
        return "value"
    return "name" if in_name or is_unfinished(name.text) or (lost and row.gap) else ""


def _fits_value(row: Row, rest: str, before: str) -> bool:
    """Say whether a text can be the rest of a value: it neither begins nor follows a whole one."""
    if not before or len(before) > LONGEST_VALUE or _COMPARES.match(rest):
        return False
    if _is_known(rest) or LABEL.match(rest):
        return False
    if _is_open(before) or row.loose or _goes_on(before, rest):
        return True
    begins = rest[0].isdigit()
    return row.gap and (not begins or _OPEN_DATE.match(before) is not None or not any(map(str.isdigit, before)))


def _is_open(before: str) -> bool:
    return _OPEN_VALUE.match(before) is not None


def _fits_name(row: Row, cell: Cell, name: Cell, before: str) -> bool:
    """Say whether a text can be the rest of a name: below a break, or where the name ends in the middle."""
    text, sure = cell.text, not row.loose and cell.column > 1
    if len(before) > LONGEST_NAME or LABEL.match(text) or (looks_like_value(text) and not sure):
        return False
    if _is_known(text) and (not sure or text.endswith("指标")):
        return False
    return is_unfinished(name.text) or row.gap or row.loose


def _is_piece(text: str) -> bool:
    """Say whether a line outside the table looks like a piece of a cell, not like a heading or a sentence."""
    return len(text) <= LONGEST_REST and _HEADING.match(text) is None and not text.endswith(("。", "表"))


def _heads(text: str) -> bool:
    """Say whether a line begins with a level, or is a heading (完成情况), and so no piece of a cell."""
    end = text.find("指标") + len("指标")
    return column_role(text) is not None or (end > len("指标") and read_level(text[:end]) is not None)


def _distance(cell: Cell, before: Cell) -> int | None:
    return None if cell.line is None or before.line is None else cell.line - before.line


def _is_known(text: str) -> bool:
    """Say whether a lone cell is a level name or a label, not the rest of something."""
    return read_level(text) is not None or read_label(text, tolerant=False) is not None
