"""Cut lines at the labels in them, and put a label on a line of its own before its value."""

from __future__ import annotations

from perf_lint.layout.fields import TEXT_ROLES
from perf_lint.layout.labels import Label, column_role, money_unit, read_label
from perf_lint.layout.money import is_amount, is_unit
from perf_lint.layout.rows import Row, adjacent
from perf_lint.layout.strung import fields_of
from perf_lint.layout.titles import is_title
from perf_lint.model.document import Cell
from perf_lint.text.pattern import lazy_pattern

BOXES = frozenset("【〖[［〔")
_BOXED = lazy_pattern(r"[【〖\[［〔]([^】〗\]］〕]{2,12})[】〗\]］〕]\s*[:：]?\s*(.*)$")
"""A label in brackets with its value behind it: 【项目名称】…"""
LONGEST = 200
"""Longer lines are prose."""
_NOTHING = ("-", "—", "--", "——", "/", "无")
"""What stands for a sum that there is not."""
_NO_PAIR = ("block", "purpose_block", "goal", "task", *TEXT_ROLES)
"""Labels that head more than the line below them."""
_UNITS = ("单位", "金额单位", "（单位", "(单位", "（金额单位", "(金额单位")
"""How a word begins that may name the unit of money."""


def label_and_value(rows: list[Row], at: int) -> Row | None:
    """Put a label that stands on a line of its own before the line below it, which is its value."""
    label = read_label(rows[at].text, tolerant=False)
    if label is None or label.kind not in ("fields", "funds") or label.has_rest or label.role in _NO_PAIR:
        return None
    below = rows[at + 1] if at + 1 < len(rows) else None
    if below is None or not below.loose or len(below.text) > LONGEST or not adjacent(rows[at], below):
        return None
    other = read_label(below.text, tolerant=False)
    if (other and (label.role != "attribute" or other.kind != "funds")) or is_title(below.text):
        return None
    if column_role(below.text) or (label.kind == "funds" and not is_amount(below.text) and below.text not in _NOTHING):
        return None
    return row_of([rows[at], below])


def row_of(lines: list[Row]) -> Row:
    """Make a row of lines that hold one cell each."""
    cells = tuple(line.cells[0]._replace(row=1, column=at) for at, line in enumerate(lines, 1))
    return Row(cells, lines[0].origin, gap=lines[0].gap)


def split_labels(row: Row) -> Row:
    """Cut a line such as 项目名称 农村公路养护 主管部门：县交通局 单位：万元 at its labels."""
    boxed = _BOXED.match(row.text) if row.text[0] in BOXES else None
    if boxed and (_field(boxed[1]) if boxed[2] else _heads_block(boxed[1])):
        return cut_row(row, [piece for piece in boxed.groups() if piece])
    text = row.text
    if ("：" in text or ":" in text) and (fields := fields_of(text)):
        return cut_row(row, fields)
    words = text.split()
    if not begins_with_field(words):
        return row
    pieces: list[str] = []
    labels = 0
    for word in words:
        label = _field(word)
        if label or (word.startswith(_UNITS) and money_unit(word)) or not pieces:
            labels += 1
            pieces += [word, ""] if label and not label.has_rest else [word]
        else:
            pieces[-1] = f"{pieces[-1]} {word}".strip()
    if labels == 1 and len(pieces) == 1:
        return row  # 年度目标：one text with blanks in it
    return cut_row(row, [piece for piece in pieces if piece])


def begins_with_field(words: list[str]) -> bool:
    """Say whether the first word of a line is a field, a unit of money in front of it apart."""
    return len(words) > 1 and _field(words[1] if is_unit(words[0]) else words[0]) is not None


def _heads_block(text: str) -> bool:
    label = read_label(text, tolerant=False)
    return label is not None and label.kind == "blocks"


def _field(word: str) -> Label | None:
    label = read_label(word, tolerant=False)
    return label if label and label.kind in ("fields", "funds") else None


def cut_row(row: Row, pieces: list[str]) -> Row:
    """Make a row of the pieces of a line, each at its place in it; an empty one leaves its column blank."""
    line = row.cells[0]
    cells, start = [], 0
    for at, piece in enumerate(pieces, 1):
        start = max(line.text.find(piece, start), start)
        if piece:
            cells.append(Cell(piece, 1, at, line=line.line, char=start + (line.char or 1), page=line.page))
        start += len(piece)
    return Row(tuple(cells), row.origin, gap=row.gap)
