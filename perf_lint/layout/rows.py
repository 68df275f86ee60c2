"""Turn a document of any format into one stream of rows of non-empty cells."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perf_lint.layout.folded import numbers_both, unfold, whole
from perf_lint.layout.kinds import COLUMN, KINDS, LEVEL, OPENER, PRINTED, UNTIDY, text_of
from perf_lint.model.document import Cell, Document, Grid, Paragraph, new_cell, snippet
from perf_lint.model.place import Place
from perf_lint.text.blanks import join_lines
from perf_lint.text.pattern import lazy_pattern

_HEADING = lazy_pattern(r"^\s*(?:#{1,6}\s+|\*\*(?=.*\*\*\s*$))")
FEWEST_CELLS = 2
"""Of a paragraph that is a row: one text behind a tab is only set in."""


class Origin(NamedTuple):
    """Where the cells of a grid come from; enough to make a place of any of them."""

    file: str
    sheet: str | None = None
    table: int | None = None

    def place(self, cell: Cell) -> Place:
        """Turn a cell into a place."""
        row, column = (None, None) if cell.row == 0 else (cell.row, cell.column)
        return Place(
            self.file, cell.line, cell.char, self.sheet, cell.address, self.table, row, column, cell.page, cell.box,
            snippet(cell.text),
        )  # fmt: skip


class Row:
    """The non-empty cells of one row, blanks at their ends and line breaks taken away; not changed once it is made."""

    __slots__ = ("aligned", "cells", "gap", "kinds", "loose", "origin")

    def __init__(  # noqa: PLR0913, PLR0917  # a row of every table of every form comes by here: no object in between
        self,
        cells: tuple[Cell, ...],
        origin: Origin,
        aligned: bool = False,
        gap: bool = False,
        loose: bool = False,
        kinds: int | None = None,
    ) -> None:
        """Make a row; `kinds` are those of its cells, where they are known already."""
        self.cells = cells
        self.origin = origin
        self.aligned = aligned
        """Column numbers can be trusted."""
        self.gap = gap
        """A blank line, a new table or a page break stands before this row."""
        self.loose = loose
        """A line of text outside every table."""
        self.kinds = _kinds_of(cells) if kinds is None else kinds
        """What its cells are, all together, see `kinds`: a bit that is missing here is missing in each of them."""

    @property
    def text(self) -> str:
        """All cells as one line."""
        return self.cells[0].text if len(self.cells) == 1 else " ".join(map(text_of, self.cells))

    def with_cells(self, cells: tuple[Cell, ...], *, aligned: bool | None = None, gap: bool | None = None) -> "Row":
        """Give the same row with other cells."""
        aligned = self.aligned if aligned is None else aligned
        return Row(cells, self.origin, aligned, self.gap if gap is None else gap, self.loose)


def _kinds_of(cells: tuple[Cell, ...]) -> int:
    kinds = 0
    for cell in cells:  # a loop, and no chain of iterators: rows are short
        kinds |= KINDS[cell.text]
    return kinds


def adjacent(first: Row, second: Row) -> bool:
    """Say whether one row stands right below another in the text, a blank line between them at most."""
    one, two = first.cells[0].line, second.cells[0].line
    return one is not None and two is not None and two - one <= 2


def stream(document: Document) -> list[Row]:
    """List the rows of a document in reading order."""
    found: list[Row] = []
    parted: bool | None = None  # not asked yet
    for block in document.blocks:
        if isinstance(block, Paragraph):
            if "\t" in block.text and parted is None:
                parted = _tabs_part_cells(document)
            row = _tabbed(block, document.path) if parted and "\t" in block.text else _paragraph(block, document.path)
            if row:
                found.append(row)
        elif block.hidden:
            found.extend(_hidden(block, document.path))
        else:
            found.extend(_grid(block, document.path))
    return found


def _hidden(grid: Grid, file: str) -> list[Row]:
    """Read a hidden worksheet only where it names a project: others hold choices and checks, no rest of a form."""
    rows = _grid(grid, file)
    return rows if any(row.kinds & OPENER for row in rows) else []


def _paragraph(block: Paragraph, file: str) -> Row | None:
    text = block.text.strip()
    marked = _HEADING.match(text)
    if marked:
        text = text[marked.end() :].strip("* ")
    if not text:
        return None
    text = join_lines(text)
    cell = new_cell(Cell, (text, 0, 0, 1, 1, block.line, None, None, block.page, None, ()))
    kinds = KINDS[text] | PRINTED if text.isdecimal() else KINDS[text]
    return Row((cell,), Origin(file, block.sheet), False, True, True, kinds)


def _tabbed(block: Paragraph, file: str) -> Row | None:
    """Cut a paragraph at its tabs."""
    parts = enumerate(block.text.split("\t"), 1)
    cells = tuple(
        Cell(whole(part.strip()), 1, at, line=block.line, page=block.page) for at, part in parts if part.strip()
    )
    if len(cells) < FEWEST_CELLS and not block.text.startswith("\t"):
        return _paragraph(block, file)
    return Row(cells, Origin(file, block.sheet)) if cells else None


def _tabs_part_cells(document: Document) -> bool:
    """Say whether a paragraph names two levels or headings and more, parted by tabs."""
    texts = (block.text.split("\t") for block in document.blocks if isinstance(block, Paragraph))
    return any(
        sum(KINDS[part.strip()] & (LEVEL | COLUMN) > 0 for part in parts if part.strip()) > 1
        for parts in texts
        if len(parts) > FEWEST_CELLS
    )


def _grid(grid: Grid, file: str) -> list[Row]:
    origin = Origin(file, grid.sheet, grid.table)
    found: list[Row] = []
    gap, before = True, 0
    for cells, kinds in _lines_of(grid.cells):
        line = cells[0].line
        found.append(Row(cells, origin, grid.aligned, gap or (line is not None and line > before + 1), False, kinds))
        gap, before = False, cells[-1].line or 0
    return found


Line = tuple[tuple[Cell, ...], int]
"""The cells of a row and their kinds, all together."""


def _lines_of(cells: Sequence[Cell]) -> list[Line]:
    """List the filled cells row by row."""
    found: list[Line] = []
    own: list[Cell] = []
    number = kinds = seen = 0
    for cell in cells:
        if (row := cell.row) != number:
            if own:
                found.append((tuple(own), kinds))
                seen |= kinds
            own, number, kinds = [], row, 0
        own.append(cell)
        kinds |= KINDS[cell.text]
    if own:
        found.append((tuple(own), kinds))
    return list(_tidied(found)) if (seen | kinds) & UNTIDY else found


def _tidied(lines: list[Line]) -> Iterator[Line]:
    """Leave blank cells out and tidy the others; a row whose cells hold several indicators makes as many."""
    numbered = any(numbers_both(cells) for cells, kinds in lines if kinds & UNTIDY)
    for cells, kinds in lines:
        if not (numbered or kinds & UNTIDY):
            yield cells, kinds
            continue
        for part in unfold(cells, numbered=numbered):
            filled = tuple(_filled(part))
            if filled:
                yield filled, _kinds_of(filled)


def _filled(cells: Sequence[Cell]) -> list[Cell]:
    return [
        cell if text is cell.text and "\n" not in text else cell._replace(text=whole(cell.text))
        for cell in cells
        if (text := cell.text.strip())
    ]
