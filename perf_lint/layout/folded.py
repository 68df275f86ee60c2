"""Keep apart what a cell says on lines of its own: line breaks are taken away where they only wrap a text."""

from __future__ import annotations

from perf_lint.model.document import Cell
from perf_lint.text.blanks import join_lines
from perf_lint.text.pattern import lazy_pattern

_TARGET = lazy_pattern(
    r"[^：:≥≤><=＞＜]{2,40}(?:[：:]\s*(?=[≥≤><=＞＜\d]|不[低高少超])|(?=[≥≤><=＞＜]))"
    r"[^：:≥≤><=＞＜]*?\S{2,}$"
)

_ITEM = lazy_pattern(r"[^：:≥≤><=＞＜\d]{2,20}\d[\d.,]*\s*[^\d\s，,。；;]{1,6}$")
"""A name and a bare figure: beside lines with comparisons it is one of them."""
_FIGURE = lazy_pattern(r"(?:[≥≤><=＞＜＝]|\d|不[低高少超])[^、，,；;]*$")
_OPEN = ("、", "，", ",", "（", "(", "和", "及", "与", "的", "或", "/")
_AFTER = (".", "、", "．", ")", "）")
TWO = 2
"""Name and target."""
SHORTEST = 3
"""A shorter line is the end of the one above it."""


def whole(text: str) -> str:
    """Give a cell's text as one line: names with their targets, one a line, stay apart by a semicolon."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    told = [_TARGET.match(line) for line in lines] if len(lines) > 1 else []
    if any(told) and all(found or _ITEM.match(line) for found, line in zip(told, lines, strict=True)):
        return "；".join(line.rstrip("；;。") for line in lines)
    return join_lines(text)


def unfold(cells: tuple[Cell, ...], *, numbered: bool = False) -> list[tuple[Cell, ...]]:
    """Make a row of each indicator of a row whose names and targets stand below one another in their cells.

    `numbered` says that the table numbers both: then a lone target carries the number of its name, too.
    """
    lines = [_lines(cell) for cell in cells]
    counted = _counted_alike(lines) if numbered else []
    if counted:
        lines = [_without_numbers(own) if at == counted[1] else own for at, own in enumerate(lines)]
        return _dealt(cells, lines, count=len(lines[counted[0]]))
    targets = next((own for own in lines if len(own) > 1 and all(_FIGURE.match(line) for line in own)), None)
    if targets is None:
        return [cells]
    count = len(targets)
    names = [own for own in lines if len(own) == count and not any(_FIGURE.match(line) for line in own)]
    if len(names) != 1 or any(line.endswith(_OPEN) or len(line) < SHORTEST for line in names[0]):
        return [cells]
    if _is_label("".join(names[0])):
        return [cells]
    return _dealt(cells, lines, count=count)


def numbers_both(cells: tuple[Cell, ...]) -> bool:
    """Say whether two cells of a row list as many lines, each behind the same numbers (1. 2. 3.)."""
    lines = [_lines(cell) for cell in cells if "\n" in cell.text]
    return bool(_counted_alike(lines)) and len(lines[0]) > 1


def _dealt(cells: tuple[Cell, ...], lines: list[list[str]], *, count: int) -> list[tuple[Cell, ...]]:
    """Make `count` rows of cells with so many lines; the other cells stand in the first only."""
    whole_row = zip(cells, lines, strict=True)
    rows = [tuple(cell._replace(text=own[0]) if len(own) == count else cell for cell, own in whole_row)]
    parted = [(cell, own) for cell, own in zip(cells, lines, strict=True) if len(own) == count]
    return rows + [tuple(cell._replace(text=own[at]) for cell, own in parted) for at in range(1, count)]


def _lines(cell: Cell) -> list[str]:
    return [line.strip() for line in cell.text.split("\n") if line.strip()]


def _is_label(text: str) -> bool:
    """Say whether lines make the label of a field: its value is one, broken as the label is."""
    from perf_lint.layout.labels import read_label

    return read_label(text, tolerant=False) is not None


def _counted_alike(lines: list[list[str]]) -> list[int]:
    """Give the two cells, beside others, whose lines count from 1 on to the same number; none where there are more."""
    counted = [at for at, own in enumerate(lines) if own and _is_counted(own)]
    alike = len(counted) == TWO and len(lines[counted[0]]) == len(lines[counted[1]])
    return counted if alike else []


def _is_counted(lines: list[str]) -> bool:
    return all(line.startswith(tuple(f"{at}{sign}" for sign in _AFTER)) for at, line in enumerate(lines, 1))


def _without_numbers(lines: list[str]) -> list[str]:
    return [line[len(str(at)) + 1 :].strip() for at, line in enumerate(lines, 1)]
