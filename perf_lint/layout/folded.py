"""Keep apart what a cell says on lines of its own: line breaks are taken away where they only wrap a text."""

from __future__ import annotations

from perf_lint.model.document import Cell
from perf_lint.text.blanks import join_lines
from perf_lint.text.pattern import lazy_pattern

_TARGET = lazy_pattern(
    r"[^：:≥≤><=＞＜]{2,40}(?:[：:]\s*(?=[≥≤><=＞＜\d]|不[低高少超])|(?=[≥≤><=＞＜]))"
    r"[^：:≥≤><=＞＜]*?\S{2,}$"
)

_FIGURE = lazy_pattern(r"(?:[≥≤><=＞＜＝]|\d|不[低高少超])[^、，,；;]*$")
_OPEN = ("、", "，", ",", "（", "(", "和", "及", "与", "的", "或", "/")
SHORTEST = 3
"""A shorter line is the end of the one above it."""


def whole(text: str) -> str:
    """Give a cell's text as one line: names with their targets, one a line, stay apart by a semicolon."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) > 1 and all(_TARGET.match(line) for line in lines):
        return "；".join(line.rstrip("；;。") for line in lines)
    return join_lines(text)


def unfold(cells: tuple[Cell, ...]) -> list[tuple[Cell, ...]]:
    """Make a row of each indicator of a row whose names and targets stand below one another in their cells."""
    lines = [[line.strip() for line in cell.text.split("\n") if line.strip()] for cell in cells]
    targets = next((own for own in lines if len(own) > 1 and all(_FIGURE.match(line) for line in own)), None)
    if targets is None:
        return [cells]
    count = len(targets)
    names = [own for own in lines if len(own) == count and not any(_FIGURE.match(line) for line in own)]
    if len(names) != 1 or any(line.endswith(_OPEN) or len(line) < SHORTEST for line in names[0]):
        return [cells]
    whole_row = zip(cells, lines, strict=True)
    rows = [tuple(cell._replace(text=own[0]) if len(own) == count else cell for cell, own in whole_row)]
    parted = [(cell, own) for cell, own in zip(cells, lines, strict=True) if len(own) == count]
    rows += [tuple(cell._replace(text=own[at]) for cell, own in parted) for at in range(1, count)]
    return rows
