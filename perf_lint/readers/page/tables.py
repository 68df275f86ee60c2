"""Split one page into its ruled tables and the lines outside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from perf_lint.model.document import Cell
from perf_lint.readers.page.content import Box, Glyph, PageContent
from perf_lint.readers.page.folded import folded
from perf_lint.readers.page.inferred import Inferred, inferred
from perf_lint.readers.page.lattice import Lattice, Span, lattices
from perf_lint.readers.page.lines import Line, cell_text, is_full, line_text, lines_of
from perf_lint.readers.page.unruled import column_starts, columns_of, parted

HUGE, HUGE_POINTS = 3.0, 36.0
"""So many times the common letter, and so many points, are too large for a cell: a watermark."""

MOST = 0.8
"""Of a page's texts: so many stand on the paper, or the paper's size is wrong."""

TOUCH = 0.5
"""Points: glyphs nearer than this touch; texts of two cells keep the distance of their margins."""


class Part(NamedTuple):
    """A text outside every table: its page, its box as shown, where it begins and ends in upright coordinates."""

    text: str
    page: int
    box: Box
    left: float
    right: float


class Row(NamedTuple):
    """One line outside every table: its texts from left to right with their boxes."""

    parts: tuple[Part, ...]
    top: float
    bottom: float

    @property
    def text(self) -> str:
        """Give the whole line."""
        return " ".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table of one page: its grid lines and its cells (rows and columns from 1)."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[Cell, ...]
    full: frozenset[int]
    """Cells (by index) whose last line has no room left, so that a next line may continue it."""
    open_left: tuple[Span, ...] = ()
    """Where no line closes it on its left."""
    open_right: tuple[Span, ...] = ()

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.ys[0]

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.ys) - 1


@dataclass(frozen=True, slots=True)
class PageTables:
    """The tables and loose lines of one page, each list from top to bottom."""

    number: int
    width: float
    height: float
    tables: tuple[Table, ...]
    rows: tuple[Row, ...]
    oversized: int
    """How many glyphs within tables were left out for their size: a watermark behind the text."""
    empty: tuple[Table, ...] = ()
    """Tables in which nothing stands: drawings, frames, the rest of cells that began on the page before."""
    starts: tuple[float, ...] = ()
    """Where the columns of its loose lines begin."""
    made: Inferred | None = None
    """The last table among the loose lines, made of them."""
    above: tuple[Inferred, ...] = ()
    """Those above it, where their lines alone do not tell their rows."""
    unsettled: bool = False
    """Whether a table without lines has labels of which nobody can say to which rows they belong."""
    shift: float = 0.0
    """How far the last page of a sheet was moved to the right."""
    until: int = 0
    """The last page of the sheet that this is a part of; 0 for a page that stands alone."""

    @property
    def ruled(self) -> tuple[Table, ...]:
        """Give the tables; on a page that has but empty ones, those."""
        return self.tables or self.empty

    def items(self) -> list[Table | Row]:
        """Give tables and lines together, from top to bottom."""
        return sorted([*self.tables, *self.rows], key=lambda item: item.top)

    def with_made(self) -> PageTables:
        """Give the page with the tables made of its lines in their place."""
        found = [*self.above, *([self.made] if self.made is not None else [])]
        rows = list(self.rows)
        for made in reversed(found):
            rows[made.first : made.end] = []
        tables = (Table(made.xs, made.ys, made.cells, made.full) for made in found)
        return replace(self, tables=(*self.tables, *tables), rows=tuple(rows), made=None, above=())


def split_page(page: PageContent, starts: Sequence[float] = ()) -> PageTables:
    """Give every glyph to the innermost table cell or to a loose line; `starts` are the columns of the page before."""
    found = lattices(page.horizontals, page.verticals)
    holders, loose, oversized = _shared_out(page.glyphs, found)
    tables = [_table(lattice, held, page) for lattice, held in zip(found, holders, strict=True)]
    full, empty = (
        tuple(table for table, held in zip(tables, holders, strict=True) if bool(held) is kept)
        for kept in (True, False)
    )
    width, height = page.frame.width, page.frame.height
    if page.frame.reading % 2:
        width, height = height, width
    loose = _on_paper(loose, height)
    lines = [columns_of(line) for line in lines_of(loose)]
    own = tuple(column_starts(lines))
    known = [*own, *starts] if not found else own
    apart = [[piece for part in parts for piece in parted(part, known)] for parts in lines]
    every, unsettled = inferred(apart, page) if not page.dense else ([], False)
    own = (*own, *(every[-1].starts if every else ()))
    rows, every = _rows(apart, every, page)
    made, above = (every[-1] if every else None), tuple(each for each in every[:-1] if each.needed)
    return PageTables(page.number, width, height, full, rows, oversized, empty, own, made, above, unsettled)


def _shared_out(
    glyphs: Sequence[Glyph], found: Sequence[Lattice]
) -> tuple[list[dict[int, list[Glyph]]], list[Glyph], int]:
    """Give the glyphs of each lattice by slot, those outside all of them, and how many were left out as too large."""
    holders: list[dict[int, list[Glyph]]] = [{} for _ in found]
    loose: list[Glyph] = []
    last: tuple[Glyph, tuple[int, int] | None] | None = None
    limit, oversized = _largest(glyphs), 0
    for glyph in glyphs:
        at = _innermost(found, *glyph.middle) or _across_the_edge(found, glyph)
        if last is not None and at != last[1] and _runs_on(last[0], glyph):
            at = last[1]
        last = glyph, at
        if at is not None and glyph.right - glyph.left > limit:
            oversized += 1
        elif at is None:
            loose.append(glyph)
        else:
            holders[at[0]].setdefault(at[1], []).append(glyph)
    return holders, loose, oversized


def _on_paper(glyphs: list[Glyph], height: float) -> list[Glyph]:
    """Leave out the few texts above or below the paper: a cell merged over a page break has its middle elsewhere.

    A page whose texts stand there in number only says wrongly how large it is.
    """
    shown = [glyph for glyph in glyphs if 0 <= glyph.y <= height + glyph.right - glyph.left]
    return shown if len(shown) >= MOST * len(glyphs) else glyphs


def _largest(glyphs: Sequence[Glyph]) -> float:
    """Give the width that no character of a table's own text exceeds, from the page's common one."""
    widths = sorted(glyph.right - glyph.left for glyph in glyphs if glyph.char > "\u2e80")
    return max(HUGE * widths[len(widths) // 2], HUGE_POINTS) if widths else float("inf")


def _across_the_edge(found: Sequence[Lattice], glyph: Glyph) -> tuple[int, int] | None:
    """Name the cell of a glyph that the end of the page cuts: its upper or its lower half stands in the table."""
    if glyph.turn:
        return None
    x, size = (glyph.left + glyph.right) / 2, glyph.right - glyph.left
    return _innermost(found, x, glyph.y - 0.8 * size) or _innermost(found, x, glyph.y)


def _runs_on(before: Glyph, glyph: Glyph) -> bool:
    """Say whether a glyph goes on with the text before it without a gap: a text too wide for its cell."""
    same_line = glyph.serial == before.serial + 1 and abs(glyph.y - before.y) < TOUCH
    return same_line and not glyph.blank_before and abs(glyph.left - before.right) < TOUCH


def _innermost(found: Sequence[Lattice], x: float, y: float) -> tuple[int, int] | None:
    """Name the lattice and slot that hold a point; of a table within a table's cell, the inner one."""
    best: tuple[int, int] | None = None
    for number, lattice in enumerate(found):
        slot = lattice.slot_at(x, y)
        if slot is not None and (best is None or _width(lattice) < _width(found[best[0]])):
            best = (number, slot)
    return best


def _width(lattice: Lattice) -> float:
    return lattice.xs[-1] - lattice.xs[0]


def _table(lattice: Lattice, held: dict[int, list[Glyph]], page: PageContent) -> Table:
    """Write a lattice's cells."""
    cells, full = [], set()
    for number, slot in enumerate(lattice.slots):
        box = lattice.box(slot)
        text, last_full = _content(held.get(number, []), box)
        if last_full:
            full.add(number)
        number_shown, shown = page.shown(box)
        anchor = (slot.row + 1, slot.column + 1, slot.row_span, slot.col_span)
        cells.append(Cell(text, *anchor, page=number_shown, box=shown))
    return Table(lattice.xs, lattice.ys, tuple(cells), frozenset(full), lattice.open_left, lattice.open_right)


def _content(glyphs: list[Glyph], box: Box) -> tuple[str, bool]:
    """Give a cell's text and whether its last line is full."""
    turn = glyphs[0].turn if glyphs else 0
    if turn:
        lines, width = _sideways(glyphs, turn), box[3] - box[1]
    else:
        lines, width = lines_of(glyphs), box[2] - box[0]
    return cell_text(lines, width), bool(lines) and is_full(lines, width)


def _sideways(glyphs: list[Glyph], turn: int) -> list[Line]:
    """Put a cell's glyphs into lines that read downwards (`turn` 1) or upwards (3)."""
    # In coordinates turned by a quarter the text of this one cell reads from left to right.
    return lines_of(
        [
            g._replace(left=g.top, top=-g.right, right=g.bottom, bottom=-g.left, x=g.y, y=-g.x)
            if turn == 1
            else g._replace(left=-g.bottom, top=g.left, right=-g.top, bottom=g.right, x=-g.y, y=g.x)
            for g in glyphs
        ]
    )


def _rows(
    lines: list[list[Line]], every: Sequence[Inferred], page: PageContent
) -> tuple[tuple[Row, ...], list[Inferred]]:
    """Write the loose lines as rows, and say where the tables made of them stand now; theirs stay as they are."""
    texts: list[list[list[Line]]] = []
    found: list[Inferred] = []
    end = 0
    for made in every:
        texts += folded(lines[end : made.first])
        own = [[[part] for part in parts] for parts in lines[made.first : made.end]]
        found.append(made._replace(first=len(texts), end=len(texts) + len(own)))
        texts += own
        end = made.end
    texts += folded(lines[end:])
    return tuple(_row(each, page) for each in texts), found


def _row(texts: Sequence[Sequence[Line]], page: PageContent) -> Row:
    line = next((lines[0] for lines in texts if len(lines) == 1), texts[0][0])
    return Row(tuple(_part(lines, page) for lines in texts), line.top, line.bottom)


def _part(lines: Sequence[Line], page: PageContent) -> Part:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    text = line_text(lines[0]) if len(lines) == 1 else cell_text(lines, right - left)
    return Part(text, *page.shown((left, lines[0].top, right, lines[-1].bottom)), left, right)
