"""Read XML spreadsheets of Excel 2003, which many systems export under the suffix .xls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perf_lint.model.document import Block, Document
from perf_lint.readers.base import CERTAIN, NO, Limits, too_many_cells
from perf_lint.text.pattern import lazy_pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

    from perf_lint.readers.office.notes import Notes
    from perf_lint.readers.sheet.grid import Area, RawCell
    from perf_lint.readers.sheet.number_format import NumberFormat

NAME = "xls-xml"
SUFFIXES = (".xml",)

_URN = "urn:schemas-microsoft-com:office:spreadsheet"
_DECLARED = _URN.encode()
_SS = f"{{{_URN}}}"
_X = "{urn:schemas-microsoft-com:office:excel}"
_START = lazy_pattern(rb"<(?:\w+:)?Workbook[\s>]")
_NAMED = {
    "General Number": "General",
    "Percent": "0.00%",
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Currency": '"¥"#,##0.00',
    "Scientific": "0.00E+00",
    "General Date": "yyyy/m/d h:mm",
    "Short Date": "yyyy/m/d",
    "Medium Date": "yyyy/m/d",
    "Long Date": 'yyyy"年"m"月"d"日"',
}
"""Formats that are called by name in this format only."""


def sniff(head: bytes, _name: str) -> int:
    """Claim XML whose root is a workbook of 2003."""
    return CERTAIN if _DECLARED in head and _START.search(head) else NO


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Read every sheet in order, numbers as Excel shows them; raise ReadError for damage and over the limits."""
    from perf_lint.readers.office.notes import Notes
    from perf_lint.readers.xml import parse_xml

    root = parse_xml(data, path, "Workbook", limits)
    notes = Notes()
    formats = _formats(root)
    blocks = [_sheet(sheet, formats, path, limits, notes) for sheet in root.iterfind(f"{_SS}Worksheet")]
    return Document(path, NAME, tuple(block for block in blocks if block), notes.remarks(), binary=True)


def _formats(root: _Element) -> dict[str, NumberFormat]:
    from perf_lint.readers.sheet.number_format import number_format

    found = {}
    for style in root.iterfind(f"{_SS}Styles/{_SS}Style"):
        shape = style.find(f"{_SS}NumberFormat")
        code = shape.get(f"{_SS}Format", "General") if shape is not None else "General"
        found[style.get(f"{_SS}ID", "")] = number_format(_NAMED.get(code, code), False)
    return found


class _Table:
    """The cells of one sheet as they are gathered."""

    __slots__ = ("_formats", "_path", "areas", "cells")

    def __init__(self, formats: dict[str, NumberFormat], path: str) -> None:
        self._formats = formats
        self._path = path
        self.cells: list[RawCell] = []
        self.areas: list[Area] = []

    def add(self, row: _Element, number: int) -> None:
        """Gather the cells of row `number`; raise ReadError where they lead beyond the sheet."""
        from perf_lint.readers.sheet.grid import LAST_COLUMN, LAST_ROW, Area, RawCell
        from perf_lint.readers.sheet.worksheet import impossible_address

        remarks = ("hidden-row",) if row.get(f"{_SS}Hidden") == "1" else ()
        column = 0
        for cell in row.iterfind(f"{_SS}Cell"):
            column = _whole(cell.get(f"{_SS}Index"), column + 1)
            if number > LAST_ROW or not 0 < column <= LAST_COLUMN:
                raise impossible_address(self._path, f"{number}:{column}")
            text, odd = _value(cell, self._formats.get(cell.get(f"{_SS}StyleID", "")))
            self.cells.append(RawCell(number, column, text, (*remarks, *odd) if text else odd))
            across, down = _whole(cell.get(f"{_SS}MergeAcross"), 0), _whole(cell.get(f"{_SS}MergeDown"), 0)
            if across or down:
                self.areas.append(Area(number, column, number + down, column + across))
            column += across


def _sheet(sheet: _Element, formats: dict[str, NumberFormat], path: str, limits: Limits, notes: Notes) -> Block | None:
    from perf_lint.readers.sheet.grid import build
    from perf_lint.readers.sheet.workbook import note_sheet

    table = _Table(formats, path)
    number = 0
    for row in sheet.iterfind(f"{_SS}Table/{_SS}Row"):
        number = _whole(row.get(f"{_SS}Index"), number + 1)
        table.add(row, number)
        number += _whole(row.get(f"{_SS}Span"), 0)
        if len(table.cells) > limits.max_cells:
            raise too_many_cells(path, limits)
    visible = sheet.find(f"{_X}WorksheetOptions/{_X}Visible")
    hidden = visible is not None and (visible.text or "").startswith("SheetHidden")
    built = build(table.cells, table.areas, sheet.get(f"{_SS}Name", ""), hidden)
    note_sheet(built, notes, path, hidden)
    return built.grid if built.grid.cells else None


def _value(cell: _Element, style: NumberFormat | None) -> tuple[str, tuple[str, ...]]:
    from perf_lint.readers.sheet.values import number_text, serial_of

    data = cell.find(f"{_SS}Data")
    if data is None:
        return "", (("formula-without-value",) if cell.get(f"{_SS}Formula") else ())
    text = "".join(str(piece) for piece in data.itertext()).replace("\r\n", "\n")
    kind = data.get(f"{_SS}Type", "String")
    if kind == "DateTime":
        serial = serial_of(text)
        return number_text(serial, style) if serial is not None and style is not None else (text, ())
    if kind == "Number":
        return number_text(text, style) if style is not None else (text, ())
    if kind == "Boolean":
        return ("TRUE" if text.strip() == "1" else "FALSE"), ()
    if kind == "Error":
        return text, ("cell-error",)
    return (style.show_text(text) if style is not None else text), ()


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 9 else default
