"""Turn a document of any format into one stream of rows of non-empty cells."""

from collections.abc import Iterator
from typing import NamedTuple

from perf_lint.model.document import Cell, Document, Grid, Paragraph, snippet
from perf_lint.model.place import Place
from perf_lint.text.blanks import join_lines
from perf_lint.text.pattern import lazy_pattern

_HEADING = lazy_pattern(r"^\s*(?:#{1,6}\s+|\*\*(?=.*\*\*\s*$))")


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


class Row(NamedTuple):
    """The non-empty cells of one row, blanks at their ends and line breaks taken away."""

    cells: tuple[Cell, ...]
    origin: Origin
    aligned: bool = False
    """Column numbers can be trusted."""
    gap: bool = False
    """A blank line, a new table or a page break stands before this row."""
    loose: bool = False
    """A line of text outside every table."""

    @property
    def text(self) -> str:
        """All cells as one line."""
        return self.cells[0].text if len(self.cells) == 1 else " ".join(cell.text for cell in self.cells)


def adjacent(first: Row, second: Row) -> bool:
    """Say whether one row stands right below another in the text, a blank line between them at most."""
    one, two = first.cells[0].line, second.cells[0].line
    return one is not None and two is not None and two - one <= 2


def stream(document: Document) -> list[Row]:
    """List the rows of a document in reading order."""
    found: list[Row] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            row = _paragraph(block, document.path)
            if row:
                found.append(row)
        else:
            found.extend(_grid(block, document.path))
    return found


def _paragraph(block: Paragraph, file: str) -> Row | None:
    text = block.text.strip()
    marked = _HEADING.match(text)
    if marked:
        text = text[marked.end() :].strip("* ")
    if not text:
        return None
    cell = Cell(join_lines(text), 0, 0, line=block.line, page=block.page)
    return Row((cell,), Origin(file, block.sheet), gap=True, loose=True)


def _grid(grid: Grid, file: str) -> Iterator[Row]:
    origin = Origin(file, grid.sheet, grid.table)
    aligned, number, gap, line = grid.aligned, 0, True, 0
    cells: list[Cell] = []
    for cell in grid.cells:
        text = cell.text
        bare = text.strip()
        if not bare:
            continue
        if bare is not text or "\n" in text:
            cell = cell._replace(text=join_lines(text))  # noqa: PLW2901
        if cell.row != number:
            if cells:
                yield Row(tuple(cells), origin, aligned, gap)
                gap = cell.line is not None and cell.line > line + 1
            cells, number = [], cell.row
        cells.append(cell)
        line = cell.line or 0
    if cells:
        yield Row(tuple(cells), origin, aligned, gap)
