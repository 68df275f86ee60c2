"""Put glyphs into lines and lines into text, without blanks that nobody wrote."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from perf_lint.readers.office.raised import raised
from perf_lint.readers.page.content import Glyph

WORD_GAP = 0.22
"""Of the glyph height: a gap this wide between Latin letters is a blank."""

WIDE_GAP = 0.9
"""Of the glyph height: a gap this wide is a blank between any two characters."""

SLACK = 2.0
"""Of the glyph height: a line that ends this much earlier than it had to was broken on purpose."""


RAISED, SMALL, NEAR = 0.2, 0.42, 0.4
"""Of the letter height: how far a raised figure stands above the line at least, how narrow it is, how close behind."""
_FIGURES = frozenset("0123456789+-−n")


class Line(NamedTuple):
    """Glyphs on one base line, from left to right."""

    glyphs: Sequence[Glyph]
    base: float
    height: float
    """The size of its letters in points."""

    @property
    def left(self) -> float:
        """Left edge of the first glyph."""
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        """Right edge of the last glyph."""
        return self.glyphs[-1].right

    @property
    def top(self) -> float:
        """Upper edge of its letters."""
        return self.base - 0.88 * self.height

    @property
    def bottom(self) -> float:
        """Lower edge of its letters."""
        return self.base + 0.12 * self.height


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """Group glyphs into lines from top to bottom by their base lines; raised figures join the line they belong to."""
    rows: list[list[Glyph]] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=lambda g: g.y):
        width = glyph.right - glyph.left
        if rows and glyph.y - base <= 0.4 * max(size, width):
            rows[-1].append(glyph)
            size = max(size, width)
            continue
        rows.append([glyph])
        base, size = glyph.y, width
    return with_exponents([_line(row) for row in rows])


def _written(glyph: Glyph, before: Glyph, base: float, height: float) -> Glyph:
    """Give a glyph, a raised figure right behind another glyph as a superscript."""
    close = glyph.left - before.right < NEAR * height
    is_figure = close and glyph.char in _FIGURES and _is_raised(glyph, base, height)
    return glyph._replace(char=raised(glyph.char)) if is_figure else glyph


def with_exponents(lines: list[Line]) -> list[Line]:
    """Put small figures that stand alone, right behind a letter of the next line and above it, into that line."""
    found: list[Line] = []
    for line in lines:
        joins = bool(found) and all(_is_exponent(glyph, line) for glyph in found[-1].glyphs)
        found.append(_line([*found.pop().glyphs, *line.glyphs]) if joins else line)
    return found


def _is_exponent(glyph: Glyph, line: Line) -> bool:
    if glyph.char not in _FIGURES or not _is_raised(glyph, line.base, line.height):
        return False
    return any(abs(glyph.left - other.right) < NEAR * line.height for other in line.glyphs)


def _is_raised(glyph: Glyph, base: float, height: float) -> bool:
    return glyph.right - glyph.left < SMALL * height and RAISED * height < base - glyph.y < height


def _line(row: list[Glyph]) -> Line:
    row.sort(key=lambda g: g.left)
    kept = row[:1]
    for glyph in row[1:]:
        last = kept[-1]
        # Some producers print a glyph twice, a hair apart, to make it bold.
        if glyph.char != last.char or glyph.left - last.left > 0.2 * (last.right - last.left):
            kept.append(glyph)
    base, height = max(g.y for g in kept), _height(kept)
    if any(base - g.y > RAISED * height for g in kept):
        kept = [kept[0], *(_written(g, before, base, height) for before, g in pairwise(kept))]
    return Line(kept, base, height)


def _height(row: Sequence[Glyph]) -> float:
    """Tell the size of letters from how far they move the pen: a Chinese one by its size, a Latin one by half of it."""
    wide = max((g.right - g.left for g in row if g.char > "\u2e80"), default=0.0)
    widths = sorted(g.right - g.left for g in row)
    return max(wide or 2 * widths[len(widths) // 2], 1.0)


def line_text(line: Line) -> str:
    """Give a line's text with blanks where the file writes one or a gap shows one."""
    last = line.glyphs[0]
    parts = [last.char]
    for glyph in line.glyphs[1:]:
        gap = (glyph.left - last.right) / line.height
        latin = _latin(last.char) and _latin(glyph.char)
        if glyph.blank_before or gap > (WORD_GAP if latin else WIDE_GAP):
            parts.append(" ")
        parts.append(glyph.char)
        last = glyph
    return "".join(parts)


def cell_text(lines: Sequence[Line], width: float) -> str:
    """Join the lines of a cell `width` points wide; a line broken on purpose stays broken."""
    if not lines:
        return ""
    room = _room(lines, width)
    text = line_text(lines[0])
    for before, after in pairwise(lines):
        free = room - (before.right - before.left) - _first_word(after)
        text += ("\n" if free > SLACK * before.height else _seam(text, after)) + line_text(after)
    return text


def is_full(lines: Sequence[Line], width: float) -> bool:
    """Say whether the last line of a cell leaves no room, as a line does that goes on."""
    last = lines[-1]
    return _room(lines, width) - (last.right - last.left) <= SLACK * last.height


def _room(lines: Sequence[Line], width: float) -> float:
    """Give the width that a line of this cell can use: the widest line, or the cell less its margins."""
    return max(width - lines[0].height, *(line.right - line.left for line in lines))


def _first_word(line: Line) -> float:
    """Give the width of what would have had to fit on the line before: a character, or a Latin word."""
    last = line.glyphs[0]
    for glyph in line.glyphs[1:]:
        if not (_latin(last.char) and _latin(glyph.char)) or glyph.blank_before:
            break
        last = glyph
    return last.right - line.left


def _seam(text: str, after: Line) -> str:
    """Say what stands between two wrapped lines: a blank only between two Latin words without digits."""
    head = [g.char for g in after.glyphs[:1]]
    before = text[-1]
    if not (before.isascii() and before.isalpha() and head[0].isascii() and head[0].isalpha()):
        return ""
    word = text.rsplit(None, 1)[-1]
    return "" if any(c.isdigit() for c in word) else " "


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
