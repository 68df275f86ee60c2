"""Undo what plain text does to tables: cells on lines of their own, columns parted by blanks."""

from __future__ import annotations

from functools import lru_cache

from perf_lint.layout.header import TEXT_ROLES
from perf_lint.layout.heading_row import read_columns
from perf_lint.layout.labels import CORE, Label, column_role, money_unit, read_label
from perf_lint.layout.levels import both_levels, read_level
from perf_lint.layout.listed import listed
from perf_lint.layout.money import is_amount, is_unit
from perf_lint.layout.rows import Row, adjacent
from perf_lint.layout.signs import cut_at_signs
from perf_lint.layout.slots import looks_like_value
from perf_lint.layout.strung import LONGEST_DATE, fields_of, path_of, steps_below
from perf_lint.layout.titles import is_heading, is_title
from perf_lint.model.document import Cell
from perf_lint.text.pattern import lazy_pattern

LONGEST_LABEL, MOST_PIECES = 16, 6
"""Of a label that a copy from a narrow cell broke over lines (年度 总体 目标)."""
LONGEST_END = 4
LONGEST_PIECE = 10
"""Of the first piece of a name that a copy of a narrow cell broke over lines (产出 | 指标)."""
_BOXES = frozenset("【〖[［〔")
_BOXED = lazy_pattern(r"[【〖\[［〔]([^】〗\]］〕]{2,12})[】〗\]］〕]\s*[:：]?\s*(.*)$")
"""A label in brackets with its value behind it: 【项目名称】…"""
_HEADINGS = frozenset(("一级", "二级", "三级", "指标", "绩效"))
_FIGURES = frozenset("≥≤><=＞＜＝约0123456789")
"""How lines begin that head columns, or that hold a target."""
LONGEST = 200
"""Longer lines are prose."""


def regroup(rows: list[Row], telling: list[Row]) -> list[Row]:
    """Give the rows with loose lines put together or cut where the labels show that they are cells of a table."""
    lines = [row for row in telling if row.loose]
    if not lines:
        return rows
    for row in lines:
        begin = row.cells[0].text[:2]
        if begin in _HEADINGS or begin[0] in _FIGURES:
            rows, lines = _mended(rows)
            break
    if any(len(row.text) <= LONGEST_PIECE and row.text.isalpha() for row in lines):
        rows = _whole_lines(rows)
        lines = [row for row in rows if row.loose]
    found: list[Row] = []
    done = at = 0
    for row in lines:
        at = rows.index(row, at)
        if at >= done and len(row.text) <= LONGEST and not (_is_alone(row.text) and not _broken_label(rows, at)):
            found += rows[done:at]
            done = _take(rows, at, found)
    return found + rows[done:] if done else rows


@lru_cache(4096)
def _is_alone(text: str) -> bool:
    """Say whether a line is neither cut nor put together with those below it, but perhaps to a broken label."""
    if column_role(text) or read_label(text, tolerant=False) or read_level(text) or both_levels(text):
        return False
    if text[0] in _BOXES or _may_be_torn(text) or path_of(text) or fields_of(text):
        return False
    words = text.split()
    return len(words) < 3 and not _begins_with_field(words)


def _mended(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Give the rows, and those that are loose lines, with numbers put together and lines cut at what parts cells."""
    from perf_lint.layout.glued import unglued
    from perf_lint.layout.torn import whole_numbers

    rows = unglued(cut_at_signs(whole_numbers(rows)))
    return rows, [row for row in rows if row.loose]


def _take(rows: list[Row], at: int, found: list[Row]) -> int:
    """Add what the row at `at` makes, with those below it or alone; give the index behind the last one used."""
    row = rows[at]
    if count := _broken_label(rows, at):
        found.append(_mend(rows[at : at + count + 1]))
        return at + count + 1
    if heading := _heading_run(rows, at):
        return _stack(rows, at, heading, found)
    steps, count = steps_below(rows, at) if len(row.cells[0].text) <= LONGEST_DATE else ([], 0)
    if steps:
        found.append(_row(steps))
        return at + count
    if pair := _pair(rows, at):
        found.append(pair)
        return at + 2
    if torn := _torn_label(rows, at):
        found.append(torn[0])
        return at + torn[1]
    names = row.text.split()
    if len(names) >= 3 and sum(column_role(name) in CORE for name in names) >= 3:
        return _split_lines(rows, at, found)
    if "指标" in row.cells[0].text and (parts := path_of(row.cells[0].text)):
        found.append(_cut(row, parts))
        return at + 1
    if told := listed(rows, at):
        found.extend(told[0])
        return told[1]
    found.append(_split_labels(row))
    return at + 1


def _whole_lines(rows: list[Row]) -> list[Row]:
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


def _broken_label(rows: list[Row], at: int) -> int:
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


def _torn_label(rows: list[Row], at: int) -> tuple[Row, int] | None:
    """Put together lines whose first words make the label of a text (年度总 完成 | 体目标 保障); count them."""
    label, body = "", []
    for count, row in enumerate(rows[at : at + MOST_PIECES], 1):
        piece, _, rest = row.text.partition(" ")
        if not row.loose or not _may_be_torn(row.text):
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


def _may_be_torn(text: str) -> bool:
    """Say whether a line begins with a few letters that may be a piece of a label."""
    piece = text.partition(" ")[0]
    return len(piece) <= LONGEST_END and piece.isalpha()


def _mend(lines: list[Row]) -> Row:
    """Put the pieces of a label in front of the rest of its row."""
    first, last = lines[0].cells[0], lines[-1]
    whole = last.cells[0]._replace(text="".join(line.cells[0].text for line in lines), line=first.line, char=first.char)
    return last.with_cells((whole, *last.cells[1:]), gap=True)


def _heading_run(rows: list[Row], at: int) -> int:
    """Count the column headings that follow one another as lines of their own, from `at`; 0 if they make no table."""
    roles = []
    for row in rows[at : at + 12]:
        role = column_role(row.text) if row.loose else None
        if role is None:
            break
        roles.append(role)
    return len(roles) if len(roles) >= 3 and {"name", "value"} <= set(roles) else 0


def _stack(rows: list[Row], at: int, heading: int, found: list[Row]) -> int:
    """Put lines that hold one cell each back into rows; give the index behind the last of them."""
    found.append(_row(rows[at : at + heading]))
    roles = read_columns(found[-1])[0].roles(levels=False)
    width = sum(role != "block" for role in roles)
    at += heading
    cells: list[Row] = []
    while at < len(rows) and _is_cell(rows[at]):
        row = rows[at]
        plain = sum(1 for cell in cells if read_level(cell.text) is None)
        opens = read_level(row.text) is not None and plain > 0
        if plain == width == len(_PLAIN) and _tears_name(rows, at, cells[-1]):
            whole = cells[-2].cells[0]._replace(text=cells[-2].text + cells[-1].text)
            cells[-2:] = [cells[-2].with_cells((whole,))]
            plain -= 1
        if cells and (plain >= width or (opens and plain > 1)):
            found.append(_row(cells))
            cells = []
        cells.append(row)
        at += 1
    if cells:
        found.append(_row(cells))
    return at


_PLAIN = ("name", "value")
"""The columns of a table whose names may be put together again: with more of them nobody can tell."""


def _tears_name(rows: list[Row], at: int, last: Row) -> bool:
    """Say whether the last line before `at` ends a name and not a row: the line at `at` is the target of both."""
    if looks_like_value(last.text) or not looks_like_value(rows[at].text):
        return False
    behind = rows[at + 1] if at + 1 < len(rows) else None
    return behind is None or not behind.loose or not looks_like_value(behind.text)


def _is_cell(row: Row) -> bool:
    if not row.loose or len(row.text) > LONGEST or is_heading(row):
        return False
    label = read_label(row.text, tolerant=False)
    return label is None or (label.kind == "blocks" and not label.has_rest) or read_level(row.text) is not None


def _pair(rows: list[Row], at: int) -> Row | None:
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
    return _row([rows[at], below])


_NOTHING = ("-", "—", "--", "——", "/", "无")
_NO_PAIR = ("block", "purpose_block", "goal", "task", *TEXT_ROLES)


def _row(lines: list[Row]) -> Row:
    cells = tuple(line.cells[0]._replace(row=1, column=at) for at, line in enumerate(lines, 1))
    return Row(cells, lines[0].origin, gap=lines[0].gap)


def _split_lines(rows: list[Row], at: int, found: list[Row]) -> int:
    """Cut lines at blanks below a heading line that is cut so; give the index behind the last of them."""
    names = rows[at].text.split()
    heading = _cut(rows[at], names)
    behind = len(names) - 1 - max((at for at, name in enumerate(names) if column_role(name) == "name"), default=0)
    found.append(heading)
    at += 1
    while at < len(rows) and rows[at].loose and len(rows[at].text) <= LONGEST and not is_heading(rows[at]):
        row = rows[at]
        words = row.text.split()
        label = read_label(words[0], tolerant=False)
        if label and label.kind not in ("blocks", "long_blocks") and read_level(words[0]) is None:
            break
        found.append(_cut(row, _pieces(words, behind)))
        at += 1
    return at


def _pieces(words: list[str], behind: int) -> list[str]:
    """Leave the level names and the value apart, or all of the `behind` columns; what stands between is the name."""
    front = 0
    while front < len(words) - 2 and _leads(words[front]):
        front += 1
    back = len(words)
    if back - front >= 2:
        back = next((at for at in range(front + 1, len(words)) if _begins_target(words, at)), len(words) - 1)
    if len(words) - back == behind:
        return [*words[:front], " ".join(words[front:back]), *words[back:]]
    middle, end = " ".join(words[front:back]), " ".join(words[back:])
    return [*words[:front], *(part for part in (middle, end) if part)]


def _begins_target(words: list[str], at: int) -> bool:
    """Say whether a target begins at a word; 5G and the like belong to the name where a figure follows."""
    if not looks_like_value(words[at]):
        return False
    return not (_NAMED.match(words[at]) and any(map(looks_like_value, words[at + 1 :])))


_NAMED = lazy_pattern(r"\d{1,2}[A-Z]{1,2}$")


def _leads(word: str) -> bool:
    label = read_label(word, tolerant=False)
    return read_level(word) is not None or (label is not None and label.kind == "blocks")


def _split_labels(row: Row) -> Row:
    """Cut a line such as 项目名称 农村公路养护 主管部门：县交通局 单位：万元 at its labels."""
    boxed = _BOXED.match(row.text) if row.text[0] in _BOXES else None
    if boxed and (_field(boxed[1]) if boxed[2] else _heads_block(boxed[1])):
        return _cut(row, [piece for piece in boxed.groups() if piece])
    text = row.text
    if ("：" in text or ":" in text) and (fields := fields_of(text)):
        return _cut(row, fields)
    words = text.split()
    if not _begins_with_field(words):
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
    return _cut(row, [piece for piece in pieces if piece])


def _begins_with_field(words: list[str]) -> bool:
    return len(words) > 1 and _field(words[1] if is_unit(words[0]) else words[0]) is not None


_UNITS = ("单位", "金额单位", "（单位", "(单位", "（金额单位", "(金额单位")


def _heads_block(text: str) -> bool:
    label = read_label(text, tolerant=False)
    return label is not None and label.kind == "blocks"


def _field(word: str) -> Label | None:
    label = read_label(word, tolerant=False)
    return label if label and label.kind in ("fields", "funds") else None


def _cut(row: Row, pieces: list[str]) -> Row:
    """Make a row of the pieces of a line."""
    line = row.cells[0]
    cells, start = [], 0
    for at, piece in enumerate(pieces, 1):
        place = line.text.find(piece, start)
        start = max(place, start)
        cells.append(Cell(piece, 1, at, line=line.line, char=start + 1, page=line.page))
        start += len(piece)
    return Row(tuple(cells), row.origin, gap=row.gap)
