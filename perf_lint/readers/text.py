"""Read plain text: rows of tab, pipe or blank separated cells, one cell a line, and prose between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat
from operator import itemgetter

from perf_lint.model.document import Block, Cell, Document, Grid, Paragraph, new_cell
from perf_lint.readers.base import NO, POSSIBLE, Limits, too_many_cells
from perf_lint.readers.encoding import decode, guessed_encoding, looks_like_text
from perf_lint.readers.ruled import ruled, stands_below
from perf_lint.text.blanks import BREAK_TAG
from perf_lint.text.pattern import lazy_pattern

NAME = "text"
SUFFIXES = (".txt", ".text", ".tsv", ".tab", ".log")

_RULE_SIGNS = " \t|:+=_-┼├┤┬┴┌┐└┘╋─━│┃"
_DOUBLED = ("--", "==", "__", "──", "━━")
_PIPES = lazy_pattern(r"(?<!\\)[|│┃｜]")
_COLUMN = lazy_pattern(r"\S+(?:[ \u3000\xa0]\S+)*")
_WIDE_GAP = lazy_pattern(r"\S[ \u3000\xa0]{2,}\S")
_SINGLE = lazy_pattern(r"\t+[^\t]*\t*")
_BOOKMARK = lazy_pattern(r"\[bookmark:[^\]]*\]")

_STOPS = ("；", ";", "。", "，", ",", "、", "：", ":")

WORD_GAP = 3
"""Blanks between the characters of one spaced-out word, at most."""
STACKED, LONGEST_CELL = 8, 40
"""Cells of a table written one a line, at least; paragraphs of one of them, at most."""
SET_IN = "    "
"""How a line begins that may go on with a cell of the line above."""
PASSED = "----"
"""A line that says nothing, as rules between rows."""

Line = tuple[int, str]
_line_of = itemgetter(1)


def sniff(head: bytes, name: str) -> int:
    """Take whatever decodes and holds no control characters, unless another format is surer."""
    del name
    return POSSIBLE if looks_like_text(head) else NO


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Split the text into grids of cells and paragraphs, each with its line."""
    text, guessed = decode(data, path)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    lines = _unquoted(lines)
    tagged = "</table>" in text or "</TABLE>" in text
    if text.count("\n\t") >= STACKED - 1 and _is_stacked(lines):
        lines = list(_unfolded(lines))
    blocks = tuple(_with_tags(lines, path, limits) if tagged else line_blocks(lines, path, limits))
    return Document(path, NAME, blocks, (guessed_encoding(guessed),) if guessed else ())


def _unquoted(lines: list[str]) -> list[str]:
    """Blank out the signs of a quoted mail (> ) where every line has one; no cell changes its place."""
    if not all(line[:1] == ">" or not line.strip() for line in lines) or not any(lines):
        return lines
    return [line.replace(">", " ", 1) for line in lines]


def _is_stacked(lines: list[str]) -> bool:
    """Say whether nearly every line with a tab is one cell of a table."""
    cut = 0
    for line in lines:
        if "\t" in line and "\t" in line.strip():
            cut += 1
            if len(lines) <= 9 * cut:
                return False  # whatever the other lines are: so it ends for most texts
    led = sum(map(str.startswith, lines, repeat("\t")))
    return led >= STACKED and led > 9 * cut


def _unfolded(lines: list[str]) -> Iterator[str]:
    """Put the further paragraphs of a cell behind its first; a line that is passed over keeps the count.

    They have no tab and stand between two cells without a blank line.
    """
    at = 0
    while at < len(lines):
        end = at + 1
        if _is_cell(lines[at]):
            while end < len(lines) and end - at <= LONGEST_CELL and _is_further(lines[end]):
                end += 1
            if not _goes_on(lines, at, end):
                end = at + 1
        yield "\n".join(lines[at:end])
        yield from [PASSED] * (end - at - 1)
        at = end


def _goes_on(lines: list[str], at: int, end: int) -> bool:
    """Say whether another cell follows at once, or after a blank line where the first paragraph stops short."""
    if end < len(lines) and _is_cell(lines[end]):
        return True
    return end + 1 < len(lines) and not lines[end] and _is_cell(lines[end + 1]) and lines[at].endswith(_STOPS)


def _is_cell(line: str) -> bool:
    return line[:1] == "\t" and "\t" not in line.strip()


def _is_further(line: str) -> bool:
    """Say whether a line can go on with the cell above it: neither blank nor a cell, a heading or a note."""
    bare = line.strip()
    return bool(bare) and "\t" not in line and not bare.endswith("表") and not bare.startswith(("注", "附", "["))


def _with_tags(lines: list[str], path: str, limits: Limits) -> Iterator[Block]:
    """Read a text that holds tables of HTML, as programs write them that read scanned pages."""
    from perf_lint.readers.web.embedded import html_blocks, moved, table_spans

    table = 0
    for tagged, start, end in table_spans(lines):
        part = lines[start:end]
        found = html_blocks(part, start, path, limits) if tagged else line_blocks(part, path, limits)
        for block in found if tagged else (moved(block, start) for block in found):
            table += isinstance(block, Grid)
            yield block._replace(table=table) if isinstance(block, Grid) else block


def line_blocks(lines: list[str], path: str, limits: Limits) -> Iterator[Block]:
    """Group lines that hold cells into grids; a line without any separator is a paragraph."""
    run: list[Line] = []
    table, room = 0, limits.max_cells
    fits = sum(map(len, lines)) + 2 * len(lines) < room  # each cell takes a character, the end of a line or of a table
    for number, raw in enumerate(lines, 1):
        line = _BOOKMARK.sub("", raw) if "[bookmark:" in raw else raw
        if "\t" in line:
            run.append((number, line))
            continue
        bare = line.strip(" \r\f\v\u3000\xa0\ufeff")
        if not bare:
            run.append((number, ""))
        elif _has_columns(bare) or (run and _continues_table(bare, line, run[-1][1])):
            run.append((number, line))
        elif not _is_rule(bare):
            room = room if fits else _room_beside(run, room, path, limits)
            grid = _grid(run, table + 1)
            run = []
            if grid:
                table += 1
                yield grid
            yield Paragraph(bare, line=number)
    if not fits:
        _room_beside(run, room, path, limits)
    grid = _grid(run, table + 1)
    if grid:
        yield grid


def _room_beside(run: list[Line], room: int, path: str, limits: Limits) -> int:
    """Give how many more cells there may be; raise ReadError where a table and the line below it are too many."""
    text = "".join(map(_line_of, run))
    room -= len(run) + text.count("\t") + text.count("|") + 1
    if room < 0:
        raise too_many_cells(path, limits)
    return room


def _continues_table(bare: str, line: str, before: str) -> bool:
    """Say whether a line goes on with the one above: two cells parted by its sign, or one below a cell of it."""
    if any(sign in bare and sign in before for sign in "|｜│┃"):
        return True
    return line.startswith(SET_IN) and stands_below(line, before)


def _is_rule(line: str) -> bool:
    """Say whether a line only draws a rule (--|---)."""
    return not line.strip(_RULE_SIGNS) and any(sign in line for sign in _DOUBLED)


def _has_columns(line: str) -> bool:
    if "|" in line or "│" in line or "┃" in line or "｜" in line:
        return len(_PIPES.findall(line)) > 1 or line[0] in "|│┃｜"
    return ("  " in line or "\u3000" in line or "\xa0" in line) and _WIDE_GAP.search(line) is not None


def _grid(run: list[Line], table: int) -> Grid | None:
    filled = list(filter(None, map(_line_of, run)))
    if not filled:
        return None
    if _is_one_a_line(filled):
        cells = list(_one_a_line(run))
    elif any("\t" in line or _PIPES.search(line) for line in filled if not _is_rule(line)):
        cells = _separated(run)
    else:
        lines = [(number, line) for number, line in run if line and not _is_rule(line)]
        rows = [list(_cells(line, number, row)) for row, (number, line) in enumerate(lines, 1)]
        ruled(rows, [line for _, line in lines])
        cells = [cell for row in rows for cell in row]
    return Grid(tuple(cells), aligned=False, table=table) if cells else None


def _is_one_a_line(filled: list[str]) -> bool:
    """Say whether nearly all lines are one cell behind a tab."""
    enough = max(4, (len(filled) * 9 + 9) // 10)
    spare = len(filled) - enough
    for line in filled:
        if line[0] != "\t":
            spare -= 1
        if spare < 0:
            return False
    return sum([_SINGLE.fullmatch(line) is not None for line in filled]) >= enough


def _separated(run: list[Line]) -> list[Cell]:
    """Cut the lines of a table at their separators, rules between the rows left out."""
    cells: list[Cell] = []
    row = 0
    for number, line in run:
        if line and (line[-1] not in _RULE_SIGNS or line.strip(_RULE_SIGNS) or not _is_rule(line)):
            row += 1
            cells += _cut(line.split("\t"), 1, number, row) if "\t" in line else _cells(line, number, row)
    return cells


def _cells(line: str, number: int, row: int) -> Iterable[Cell]:
    """Cut one line at its separators; empty cells only leave their column number."""
    if "\t" in line:
        return _cut(line.split("\t"), 1, number, row)
    if _PIPES.search(line):
        parts = _PIPES.split(line)
        led = not parts[0].strip()
        parts = [BREAK_TAG.sub("\n", part) for part in parts]
        offset = len(parts[0]) + 2 if led else 1
        return _cut(parts[1:] if led else parts, offset, number, row)
    return _spaced(line, number, row)


def _cut(parts: list[str], char: int, number: int, row: int) -> list[Cell]:
    """Make cells of the parts that are not blank; the first part begins at the character `char` of its line."""
    found: list[Cell] = []
    for column, part in enumerate(parts, 1):
        if not part:
            char += 1
            continue
        bare = part.strip()
        if bare:
            start = char if bare is part else char + part.index(bare[0])
            found.append(new_cell(Cell, (bare, row, column, 1, 1, number, start, None, None, None, ())))
        char += len(part) + 1
    return found


def _spaced(line: str, number: int, row: int) -> Iterator[Cell]:
    """Cut at two blanks or more; single characters close to one another are one spaced-out word (项  目  名  称)."""
    column, word, start, end = 0, "", 0, 0
    for found in _COLUMN.finditer(line):
        part = found[0]
        lone = len(part) == 1 and not part.isascii()
        if word and not (lone and found.start() - end <= WORD_GAP and part != word[-1]):
            column += 1
            yield Cell(word, row, column, line=number, char=start)
            word = ""
        if lone:
            start = start if word else found.start() + 1
            word += part
            end = found.end()
            continue
        column += 1
        yield Cell(part, row, column, line=number, char=found.start() + 1)
    if word:
        yield Cell(word, row, column + 1, line=number, char=start)


def _one_a_line(run: list[Line]) -> Iterator[Cell]:
    """Read a table that was written one cell a line: blank lines part its rows, a lone tab is an empty cell.

    Where no blank line stands, a lone tab behind a text parts the rows.
    """
    row, column, fresh = 1, 0, True
    filled = [at for at, (_, line) in enumerate(run) if line]
    parted = filled[-1] - filled[0] >= len(filled)
    for at, (number, line) in enumerate(run):
        if not parted and at and line and not line.strip() and run[at - 1][1].strip():
            fresh = True
            continue
        whole = bool(line) and _SINGLE.fullmatch(line) is None
        if (fresh or whole) and column:
            row, column = row + 1, 0
        fresh = not line or whole
        if whole:
            yield from _cells(line, number, row)
            row += 1
        elif line:
            column += 1
            bare = line.strip()
            if bare:
                yield Cell(bare, row, column, line=number, char=line.index(bare[0]) + 1)
