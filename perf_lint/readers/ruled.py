"""Number the columns of text that blanks align, so that a cell left out leaves its column free."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import east_asian_width

from perf_lint.model.document import Cell
from perf_lint.text.pattern import lazy_pattern

FEWEST_COLUMNS, FEWEST_ROWS = 4, 3
"""A row rules those below it where it has so many cells and so many rows stand exactly below its cells."""
MOST_APART = 1
"""So many rows between them may stand otherwise (a name longer than its column)."""

LONGEST_REST = 12
"""Characters of a name or a target that go on in a line of their own, at most."""
_WORD = lazy_pattern(r"\S+(?:[ \u3000\xa0]\S+)*")
Span = tuple[int, int]


def ruled(rows: Sequence[list[Cell]], lines: Sequence[str]) -> None:
    """Give cells the column below which they stand; `rows` and their `lines` run side by side, nothing else changes."""
    starts = [_starts(cells, line) for cells, line in zip(rows, lines, strict=True)]
    at = 0
    while at < len(rows) - FEWEST_ROWS:
        fitting = _fitting(starts, at) if len(rows[at]) >= FEWEST_COLUMNS else {}
        if len(fitting) < FEWEST_ROWS:
            at += 1
            continue
        for number, columns in fitting.items():
            rows[number][:] = [cell._replace(column=column) for cell, column in zip(rows[number], columns, strict=True)]
        at = max(fitting) + 1


def stands_below(line: str, before: str) -> bool:
    """Say whether a line with nothing but one short text stands below a cell of the line above, its first apart."""
    text = line.strip()
    if len(text) > LONGEST_REST or text.endswith("表") or "\t" in before or not before.strip():
        return False
    words = list(_WORD.finditer(before))
    above = [Cell(word[0], 1, 1, char=word.start() + 1) for word in words[1:]]
    own = _starts([Cell(text, 1, 1, char=line.index(text[0]) + 1)], line)[0]
    return any(low <= own[1] and own[0] <= high for low, high in _starts(above, before))


def _fitting(starts: list[list[Span]], at: int) -> dict[int, list[int]]:
    """Find the rows below row `at` whose cells stand below its cells, with the columns of their cells."""
    found: dict[int, list[int]] = {}
    apart = 0
    for number in range(at + 1, len(starts)):
        columns = _below(starts[number], starts[at])
        if columns:
            found[number], apart = columns, 0
        elif apart == MOST_APART:
            break
        else:
            apart += 1
    return found


def _below(starts: list[Span], ruler: list[Span]) -> list[int]:
    """Give the columns of the ruler below which the cells stand; nothing where one stands elsewhere."""
    found: list[int] = []
    for first, last in starts:
        column = next((at for at, (one, two) in enumerate(ruler, 1) if one <= last and first <= two), 0)
        if column == 0 or column in found:
            return []
        found.append(column)
    return found


def _starts(cells: list[Cell], line: str) -> list[Span]:
    """Give where each cell starts on a screen, narrowest and widest: ≥ and its like take one place or two."""
    found = []
    low = high = done = 0
    for cell in cells:
        start = (cell.char or 1) - 1
        for char in line[done:start]:
            width = east_asian_width(char)
            low += 2 if width in "WF" else 1
            high += 2 if width in "WFA" else 1
        done = start
        found.append((low, high))
    return found
