"""Part lines outside tables into columns, by wide gaps and by where other lines begin a column."""

from __future__ import annotations

from collections.abc import Sequence

from perf_lint.readers.page.lines import Line

COLUMN_GAP = 1.8
"""Of the glyph height: a gap this wide separates columns."""

NARROW_GAP = 0.25
"""Of the glyph height: a gap this wide separates columns where a column begins behind it."""

NEAR = 1.5
"""Points: texts of one column begin this near to each other."""

ENOUGH = 3
"""Lines that must begin a column at one place, the leftmost column not counted."""


def columns_of(line: Line) -> list[Line]:
    """Split a line at gaps that are wide enough to part columns."""
    parts = [[line.glyphs[0]]]
    for glyph in line.glyphs[1:]:
        if glyph.left - parts[-1][-1].right > COLUMN_GAP * line.height:
            parts.append([glyph])
        else:
            parts[-1].append(glyph)
    return [Line(part, line.base, line.height) for part in parts]


def column_starts(lines: Sequence[Sequence[Line]]) -> list[float]:
    """Give the places where several lines, parted at wide gaps, begin a further column."""
    lefts = sorted(part.left for parts in lines for part in parts[1:])
    starts: list[float] = []
    group: list[float] = []
    for left in [*lefts, float("inf")]:
        if group and left - group[0] > NEAR:
            if len(group) >= ENOUGH:
                starts.append(sum(group) / len(group))
            group = []
        group.append(left)
    return starts


def parted(line: Line, starts: Sequence[float]) -> list[Line]:
    """Split a line further where a column begins behind a narrow gap: a text that fills its column leaves no more."""
    if not starts:
        return [line]
    parts = [[line.glyphs[0]]]
    for glyph in line.glyphs[1:]:
        gap = glyph.left - parts[-1][-1].right
        if gap > NARROW_GAP * line.height and any(abs(glyph.left - start) <= NEAR for start in starts):
            parts.append([glyph])
        else:
            parts[-1].append(glyph)
    return [Line(part, line.base, line.height) for part in parts]
