"""Hold what a reader found in a file: paragraphs and grids of cells, in document order."""

from typing import NamedTuple

from perf_lint.model.place import Place
from perf_lint.model.words import Words

SNIPPET_LENGTH = 24


class Cell(NamedTuple):
    """A cell at its anchor; a merged cell stands once and says how far it spans."""

    text: str
    """What a person sees, line breaks inside the cell as newlines, blanks at the ends kept."""
    row: int
    """Row of the anchor, from 1 within its grid."""
    column: int
    """Grid column of the anchor, from 1 (spans counted)."""
    row_span: int = 1
    col_span: int = 1
    line: int | None = None
    char: int | None = None
    address: str | None = None
    """A1 address, of a spreadsheet."""
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    remarks: tuple[str, ...] = ()
    """What the reader noticed here, as remark codes (see `Remark.code`)."""


new_cell = tuple.__new__
"""Makes a `Cell` of all its fields in half the time."""


class Grid(NamedTuple):
    """A table as the file draws it: cells in reading order, empty ones included where the file has them.

    `aligned` says whether column numbers can be trusted: true for real tables (docx, xlsx, html,
    ruled PDF), false for text whose separators may be lost or doubled.
    """

    cells: tuple[Cell, ...]
    aligned: bool = True
    table: int | None = None
    sheet: str | None = None
    hidden: bool = False

    def place(self, cell: Cell, file: str) -> Place:
        """Turn a cell of this grid into a place."""
        return Place(
            file=file,
            line=cell.line,
            char=cell.char,
            sheet=self.sheet,
            cell=cell.address,
            table=self.table,
            row=cell.row,
            column=cell.column,
            page=cell.page,
            box=cell.box,
            snippet=snippet(cell.text),
        )


class Paragraph(NamedTuple):
    """A line of text outside every table."""

    text: str
    line: int | None = None
    page: int | None = None
    sheet: str | None = None

    def place(self, file: str) -> Place:
        """Turn this paragraph into a place."""
        return Place(file=file, line=self.line, page=self.page, sheet=self.sheet, snippet=snippet(self.text))


FURTHER_COLUMNS = "further-columns"
"""Code of the remark on a page that may hold further columns of a page before it, and was not joined to it."""


class Remark(NamedTuple):
    """Something a reader or the layout wants people to know: never dropped, shown in reports.

    Codes in use: `tracked-changes` `hidden-text` `hidden-row` `hidden-sheet` `formula-without-value`
    `comment` `text-layer-missing` `encoding-guessed` `low-confidence` `truncated` and more: any reader may add one,
    with its sentence in `text`.
    """

    code: str
    text: Words
    place: Place | None = None


Block = Grid | Paragraph


class Document(NamedTuple):
    """A file as read: its blocks in document order."""

    path: str
    """As the user gave it, with `!name` behind it for a member of an archive."""
    format: str
    """`text`, `md`, `csv`, `docx`, `xlsx`, `xls`, `pdf`, `html` …"""
    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()
    binary: bool = False
    """True where lines do not exist in the file (Word, Excel, PDF)."""


def snippet(text: str) -> str:
    """Shorten a cell's text to a few words on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= SNIPPET_LENGTH else flat[: SNIPPET_LENGTH - 1] + "…"
