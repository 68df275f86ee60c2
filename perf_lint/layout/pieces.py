"""Put together again the pieces of a name or a label that a narrow cell broke over lines (产出 | 指标)."""

from __future__ import annotations

from perf_lint.layout.fields import TEXT_ROLES
from perf_lint.layout.labels import column_role, read_label
from perf_lint.layout.levels import read_level
from perf_lint.layout.rows import Row, adjacent

MOST_PIECES = 6
"""Lines that are looked at for the pieces of one label (年度 总体 目标)."""
LONGEST_LABEL = 16
"""Characters of all pieces of a label together."""
LONGEST_END = 4
"""Characters of a piece that may be the end of a label; a longer one is a label of its own where it is one."""
LONGEST_PIECE = 10
"""Characters of the first piece of a name."""


def whole_names(rows: list[Row]) -> list[Row]:
    """Put label and level names together again that stand in pieces on lines of their own (产出 | 指标)."""
    found: list[Row] = []
    at = 0
    while at < len(rows):
        row = rows[at]
        count = _pieces_of_name(rows, at) if row.loose and len(row.text) <= LONGEST_PIECE and row.text.isalpha() else 1
        if count > 1:
            cell = row.cells[0]._replace(text=_together(rows[at : at + count]))
            row = row.with_cells((cell,))
        found.append(row)
        at += count
    return found


def _pieces_of_name(rows: list[Row], at: int) -> int:
    """Count the lines from `at` that make one name together, as many as do; 1 where none do."""
    found = 1
    for count in range(2, MOST_PIECES):
        lines = rows[at : at + count]
        if len(lines) < count or not lines[-1].loose or not _is_piece(lines[-1].text):
            break
        if not adjacent(lines[-2], lines[-1]):
            break
        text = _together(lines)
        if len(text) > LONGEST_LABEL:
            break
        if _is_name(text, lines[-1].text):
            found = count
    return found


def _is_name(text: str, end: str) -> bool:
    """Say whether pieces make the name of a level, a column or a field; a field that `end` names alone is its own."""
    level = read_level(text)
    if (level and not level.damaged and not level.broken) or column_role(text):
        return True
    label = read_label(text, tolerant=False)
    return label is not None and not label.has_rest and (len(end) < LONGEST_END or not read_label(end, tolerant=False))


def _is_piece(text: str) -> bool:
    """Say whether a line can be the end of a name: letters, or its remark in brackets."""
    return text.isalpha() or (text[0] in "（(" and text[-1] in "）)" and not text[1:-1].isdigit())


def _together(lines: list[Row]) -> str:
    return "".join(line.text for line in lines)


def broken_label(rows: list[Row], at: int) -> int:
    """Count the short loose lines from `at` that make a label only with the first cell of the row of cells behind."""
    text = ""
    for count, row in enumerate(rows[at : at + MOST_PIECES]):
        text += row.cells[0].text
        if len(text) > LONGEST_LABEL:
            return 0
        if not row.loose:
            label = read_label(text, tolerant=False)
            return count if label is not None and not label.has_rest else 0
    return 0


def torn_label(rows: list[Row], at: int) -> tuple[Row, int] | None:
    """Put together lines whose first words make the label of a text (年度总 完成 | 体目标 保障); count them."""
    label, body = "", []
    for count, row in enumerate(rows[at : at + MOST_PIECES], 1):
        piece, _, rest = row.text.partition(" ")
        if not row.loose or not may_be_torn(row.text):
            return None
        label += piece
        body.append(rest)
        known = read_label(label, tolerant=False)
        if known and count > 1 and known.role in TEXT_ROLES and any(body):
            cell = row.cells[0]
            text = "".join(body)
            cells = (cell._replace(text=label, column=1, row=1), cell._replace(text=text, column=2, row=1))
            return Row(cells, row.origin, gap=rows[at].gap), count
        if known:
            return None
    return None


def may_be_torn(text: str) -> bool:
    """Say whether a line begins with a few letters that may be a piece of a label."""
    piece = text.partition(" ")[0]
    return len(piece) <= LONGEST_END and piece.isalpha()


def mended_label(lines: list[Row]) -> Row:
    """Put the pieces of a label in front of the rest of its row."""
    first, last = lines[0].cells[0], lines[-1]
    whole = last.cells[0]._replace(text="".join(line.cells[0].text for line in lines), line=first.line, char=first.char)
    return last.with_cells((whole, *last.cells[1:]), gap=True)
