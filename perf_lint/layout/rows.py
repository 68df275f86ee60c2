"""Turn a document of any format into one stream of rows of non-empty cells."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from perf_lint.layout.folded import numbers_both, unfold, whole
from perf_lint.layout.kinds import COLUMN, KINDS, LEVEL, OPENER, text_of
from perf_lint.model.document import Cell, Document, Grid, Paragraph, snippet
from perf_lint.model.place import Place
from perf_lint.text.blanks import join_lines
from perf_lint.text.pattern import lazy_pattern

_HEADING = lazy_pattern(r"^\s*(?:#{1,6}\s+|\*\*(?=.*\*\*\s*$))")
FEWEST_CELLS = 2
"""Of a paragraph that is a row: one text behind a tab is only set in."""
_group_of = itemgetter(1)
_row_of = itemgetter(Cell._fields.index("row"))


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

    def __init__(
        self, cells: tuple[Cell, ...], origin: Origin, aligned: bool = False, gap: bool = False, loose: bool = False
    ) -> None:
        self.cells = cells
        self.origin = origin
        self.aligned = aligned
        """Column numbers can be trusted."""
        self.gap = gap
        """A blank line, a new table or a page break stands before this row."""
        self.loose = loose
        """A line of text outside every table."""
        kinds = 0
        for cell in cells:  # a loop, and no chain of iterators: rows are short
            kinds |= KINDS[cell.text]
        self.kinds = kinds
        """What its cells are, all together, see `kinds`: a bit that is missing here is missing in each of them."""

    @property
    def text(self) -> str:
        """All cells as one line."""
        return self.cells[0].text if len(self.cells) == 1 else " ".join(map(text_of, self.cells))

    def with_cells(self, cells: tuple[Cell, ...], *, aligned: bool | None = None, gap: bool | None = None) -> "Row":
        """Give the same row with other cells."""
        aligned = self.aligned if aligned is None else aligned
        return Row(cells, self.origin, aligned, self.gap if gap is None else gap, self.loose)


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
    rows = list(_grid(grid, file))
    return rows if any(row.kinds & OPENER for row in rows) else []


def _paragraph(block: Paragraph, file: str) -> Row | None:
    text = block.text.strip()
    marked = _HEADING.match(text)
    if marked:
        text = text[marked.end() :].strip("* ")
    if not text:
        return None
    cell = Cell(join_lines(text), 0, 0, line=block.line, page=block.page)
    return Row((cell,), Origin(file, block.sheet), gap=True, loose=True)


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


def _grid(grid: Grid, file: str) -> Iterator[Row]:
    origin = Origin(file, grid.sheet, grid.table)
    aligned, gap, before = grid.aligned, True, 0
    for cells in _rows_of(grid.cells):
        line = cells[0].line
        yield Row(cells, origin, aligned, gap or (line is not None and line > before + 1))
        gap, before = False, cells[-1].line or 0


def _rows_of(cells: Sequence[Cell]) -> Iterator[tuple[Cell, ...]]:
    """List the filled cells row by row; a row whose cells hold several indicators makes as many."""
    texts = list(map(text_of, cells))
    if "\n" not in "".join(texts):
        tidy = all(texts) and list(map(str.strip, texts)) == texts
        return map(tuple, map(_group_of, groupby(cells if tidy else _filled(cells), _row_of)))
    groups = [tuple(group) for _, group in groupby(cells, _row_of)]
    numbered = any(map(numbers_both, groups))
    parts = (part for group in groups for part in unfold(group, numbered=numbered))
    return filter(None, (tuple(_filled(part)) for part in parts))


def _filled(cells: Sequence[Cell]) -> Sequence[Cell]:
    """Leave blank cells out and tidy the texts of the others."""
    return [
        cell if text is cell.text and "\n" not in text else cell._replace(text=whole(cell.text))
        for cell in cells
        if (text := cell.text.strip())
    ]
