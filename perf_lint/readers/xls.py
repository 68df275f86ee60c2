"""Read Excel 97 workbooks (.xls, and .et of WPS where it is the same) with xlrd."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from perf_lint.model.document import Block, Document
from perf_lint.model.words import Words
from perf_lint.readers.base import (
    CERTAIN,
    COMPOUND_MAGIC,
    LIKELY,
    NO,
    PASSWORD,
    POSSIBLE,
    Limits,
    ReadError,
    too_many_cells,
)

if TYPE_CHECKING:
    from perf_lint.readers.office.notes import Notes
    from perf_lint.readers.sheet.grid import RawCell
    from perf_lint.readers.sheet.number_format import NumberFormat
    from perf_lint.readers.sheet.old_formulas import OldFormulas

NAME = "xls"
SUFFIXES = (".xls", ".xlt", ".et", ".ett")

_TEXT = 1
"""The type that xlrd gives cells of text."""
_PACKAGED = (".docx", ".docm", ".xlsx", ".xlsm", ".pptx")
"""A compound file with one of these names is an encrypted package."""
_BARE = (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00", b"\x09\x04\x06\x00", b"\x09\x02\x06\x00", b"\x09\x00\x04\x00")
"""How the workbook stream of each Excel version begins, where it stands outside a compound file."""


class _Source(NamedTuple):
    """A workbook being read."""

    book: Any
    """xlrd's."""
    formulas: OldFormulas
    path: str
    limits: Limits
    notes: Notes


def sniff(head: bytes, name: str) -> int:
    """Claim compound files by their suffix, and bare workbook streams by their first record."""
    if head.startswith(_BARE):
        return CERTAIN
    if not head.startswith(COMPOUND_MAGIC):
        return NO
    if "Workbook".encode("utf-16-le") in head:
        return CERTAIN
    suffix = Path(name).suffix.lower()
    if suffix in _PACKAGED:
        return CERTAIN
    return LIKELY if suffix in SUFFIXES else POSSIBLE


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Read every sheet in order, numbers as Excel shows them; raise ReadError for what xlrd cannot open."""
    from perf_lint.readers.office.compound import stream_names
    from perf_lint.readers.office.notes import Notes
    from perf_lint.readers.sheet.old_formulas import OldFormulas

    names = stream_names(data)
    if "EncryptedPackage" in names:
        raise ReadError(path, PASSWORD)
    if names and not names & {"Workbook", "Book", "WORKBOOK", "BOOK"}:
        if "WordDocument" in names and "Workbook".encode("utf-16-le") not in data:
            from perf_lint.readers.converted import read as read_converted

            return read_converted(data, path, limits)
        raise ReadError(path, _other())
    book = _open(data, path)
    notes = Notes()
    try:
        source = _Source(book, OldFormulas(data, book), path, limits, notes)
        blocks = [_sheet(source, index) for index in range(book.nsheets)]
    except ReadError:
        raise
    except Exception as error:  # xlrd answers damage with whatever went wrong inside it
        raise ReadError(path, _damaged(path)) from error
    return Document(path, NAME, tuple(block for block in blocks if block), notes.remarks(), binary=True)


def _open(data: bytes, path: str) -> Any:
    import io

    import xlrd

    try:
        return xlrd.open_workbook(file_contents=data, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
    except Exception as error:  # see above: AssertionError, IndexError, struct.error and others
        is_locked = isinstance(error, xlrd.XLRDError) and "encrypt" in str(error).lower()
        raise ReadError(path, PASSWORD if is_locked else _damaged(path)) from error


def _sheet(source: _Source, index: int) -> Block | None:
    from perf_lint.readers.sheet.grid import Area, build
    from perf_lint.readers.sheet.workbook import note_sheet

    sheet = source.book.sheet_by_index(index)
    cells = _cells(source, sheet, index)
    if len(cells) > source.limits.max_cells:
        raise too_many_cells(source.path, source.limits)
    areas = [Area(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells]
    hidden = sheet.visibility != 0
    built = build(cells, areas, sheet.name, hidden)
    note_sheet(built, source.notes, source.path, hidden)
    return built.grid if built.grid.cells else None


def _cells(source: _Source, sheet: Any, index: int) -> list[RawCell]:
    from perf_lint.readers.sheet.grid import RawCell
    from perf_lint.readers.sheet.old_fonts import styled_text

    formats = _formats(source.book)
    hidden_columns = {index for index, info in sheet.colinfo_map.items() if info.hidden}
    found: list[RawCell] = []
    for row in range(sheet.nrows):
        info = sheet.rowinfo_map.get(row)
        row_remarks = ("hidden-row",) if info is not None and info.hidden else ()
        for column, cell in enumerate(sheet.row(row)):
            if cell.ctype == _TEXT:
                cell.value = styled_text(source.book, sheet, row, column, cell)
            text, odd = _shown(cell, formats)
            if cell.ctype == _TEXT and not text and source.formulas.is_unset(index, row, column):
                odd = ("formula-without-value",)
            if text and column in hidden_columns:
                odd = ("hidden-column", *odd)
            if (row, column) in sheet.cell_note_map:
                odd = (*odd, "comment")
            found.append(RawCell(row + 1, column + 1, text, (*row_remarks, *odd) if text else odd))
    return found


def _formats(book: Any) -> list[NumberFormat]:
    from perf_lint.readers.sheet.number_format import number_format

    return [
        number_format(found.format_str if found else "General", book.datemode == 1)
        for found in (book.format_map.get(style.format_key) for style in book.xf_list)
    ]


def _shown(cell: Any, formats: list[NumberFormat]) -> tuple[str, tuple[str, ...]]:
    """Show a cell: types are 0 empty, 1 text, 2 number, 3 date, 4 boolean, 5 error, 6 blank."""
    from xlrd.biffh import error_text_from_code

    from perf_lint.readers.sheet.values import number_text

    style = formats[cell.xf_index] if cell.xf_index is not None and 0 <= cell.xf_index < len(formats) else None
    if cell.ctype == 1:
        text = cell.value.replace("\r\n", "\n").replace("\r", "\n")
        return (style.show_text(text) if style else text), ()
    if cell.ctype in (2, 3):
        text = repr(cell.value)
        return number_text(text, style) if style else (text, ())
    if cell.ctype == 4:
        return ("TRUE" if cell.value else "FALSE"), ()
    if cell.ctype == 5:
        return error_text_from_code.get(cell.value, "#N/A"), ("cell-error",)
    return "", ()


def _damaged(path: str) -> Words:
    if Path(path).suffix.lower() in _PACKAGED:  # a .docx or .xlsx in this shape is one that Office has locked
        return Words(
            "文件已损坏，或设有打开密码；请用原来的软件打开，去掉密码另存后再检查",
            "the file is damaged or protected by a password; open it in its own program and save it without one",
        )
    return Words(
        "不是完整的 Excel 97 工作簿，文件已损坏；请重新取得文件，或用 Excel 打开后另存为 .xlsx",
        "not a whole Excel 97 workbook: the file is damaged; get it again, or save it as .xlsx in Excel",
    )


def _other() -> Words:
    return Words("文件里没有 Excel 工作簿", "the file holds no Excel workbook")
