"""Read one worksheet part: its cells, merged areas, hidden rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from perf_lint.model.words import Words
from perf_lint.readers.base import Limits, ReadError, too_many_cells
from perf_lint.readers.office.raised import raised
from perf_lint.readers.office.symbols import is_symbol_font, symbols
from perf_lint.readers.sheet.grid import LAST_COLUMN, LAST_ROW, Area, RawCell, area, column_number
from perf_lint.readers.sheet.values import Formats, date_text, number_text, unescaped

if TYPE_CHECKING:
    from lxml.etree import _Element

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ROW, _V, _F, _IS, _T, _R = (S + name for name in ("row", "v", "f", "is", "t", "r"))
_RUN_PROPERTIES = f"{S}rPr"
_TRUE = ("1", "true")
_NO_VALUE = ("formula-without-value",)
_DAMAGED = ("damaged-cell",)
_ERROR = ("cell-error",)
_BOOLEANS = {"1": "TRUE", "0": "FALSE", "true": "TRUE", "false": "FALSE"}


class Shared(NamedTuple):
    """What all sheets of a workbook share."""

    strings: Sequence[str]
    formats: Formats
    unset: str | None
    """The result that the writing program puts where it has not calculated a formula; None where it calculates."""


class Worksheet:
    """The raw cells of a sheet in file order."""

    __slots__ = ("_formats", "_last_row", "_limits", "_path", "_strings", "_unset", "areas", "cells", "hidden_columns")

    def __init__(self, root: _Element, shared: Shared, path: str, limits: Limits) -> None:
        """Read everything; raise ReadError for impossible addresses and for more cells than `limits` allow."""
        self._strings, self._formats, self._unset = shared
        self._path = path
        self._limits = limits
        self.cells: list[RawCell] = []
        self._last_row = 0
        self.hidden_columns = _hidden_columns(root)
        data = root.find(f"{S}sheetData")
        for row in data if data is not None else ():
            if row.tag == _ROW:
                self._row(row)
        self.areas: list[Area] = [
            found
            for merged in root.iterfind(f"{S}mergeCells/{S}mergeCell")
            if (found := area(merged.get("ref", ""))) is not None
        ]

    def _row(self, row: _Element) -> None:
        number = self._last_row = self._row_number(row.get("r"))
        remarks: tuple[str, ...] = ()
        if row.get("hidden") in _TRUE or row.get("ht") == "0":
            remarks = ("hidden-row",)
        column, start, is_blank = 0, len(self.cells), True
        hidden = self.hidden_columns
        for cell in row:
            address = cell.get("r")
            column = column + 1 if address is None else self._column(address)
            text, odd = self._value(cell) if len(cell) else ("", ())
            if text and (remarks or hidden):
                odd = remarks + (("hidden-column",) if column in hidden else ()) + odd
            if text or odd:
                is_blank = False
            self.cells.append(RawCell(number, column, text, odd))
        if is_blank:  # formatting alone, which may run to the end of the sheet
            del self.cells[start:]
        if len(self.cells) > self._limits.max_cells:
            raise too_many_cells(self._path, self._limits)

    def _row_number(self, text: str | None) -> int:
        if text is None:
            return self._last_row + 1
        if text.isascii() and text.isdigit() and len(text) <= 7 and 0 < int(text) <= LAST_ROW:
            return int(text)
        raise impossible_address(self._path, text)

    def _column(self, address: str) -> int:
        column = column_number(address.rstrip("0123456789"))
        if not column:
            raise impossible_address(self._path, address)
        return column

    def _value(self, cell: _Element) -> tuple[str, tuple[str, ...]]:
        value: str | None = None
        has_formula = False
        for child in cell:
            tag = child.tag
            if tag == _V:
                value = child.text
            elif tag == _F:
                has_formula = True
            elif tag == _IS:
                return self._styled(unescaped(rich_text(child)), cell)
        kind = cell.get("t")
        if value is None or (has_formula and value == self._unset):
            return "", (_NO_VALUE if has_formula and kind != "str" else ())
        return self._typed(value, kind, cell)

    def _typed(self, value: str, kind: str | None, cell: _Element) -> tuple[str, tuple[str, ...]]:
        if kind == "s":
            if value.isascii() and value.isdigit() and len(value) < 9 and int(value) < len(self._strings):
                return self._styled(self._strings[int(value)], cell)
            return "", _DAMAGED
        if kind is None or kind == "n":
            return number_text(value, self._formats.of(cell.get("s")))
        if kind == "b":
            return _BOOLEANS.get(value, value), ()
        if kind == "e":
            return value, _ERROR
        if kind == "d":
            return date_text(value), ()
        return self._styled(unescaped(value), cell)

    def _styled(self, text: str, cell: _Element) -> tuple[str, tuple[str, ...]]:
        style = cell.get("s")
        if style is None:
            return text, ()
        font = self._formats.symbol_font(style)
        return self._formats.of(style).show_text(symbols(font, text) if font else text), ()


def impossible_address(path: str, address: str) -> ReadError:
    """Say that no sheet has a cell at `address`."""
    shown = address[:20]
    return ReadError(
        path, Words(f"单元格地址 {shown} 不存在，文件已损坏", f"no cell can be at {shown}: the file is damaged")
    )


def rich_text(element: _Element) -> str:
    """Join the runs of a string; phonetic guides (rPh) stay out."""
    if len(element) == 1 and element[0].tag == _T:
        return element[0].text or ""
    pieces = []
    for child in element:
        if child.tag == _T:
            pieces.append(child.text or "")
        elif child.tag == _R:
            pieces.append(_run(child))
    return "".join(pieces)


def _run(run: _Element) -> str:
    """Give the text of a run; what is set in a symbol font as what it looks like."""
    text = "".join(text.text or "" for text in run.iterfind(_T))
    properties = run.find(_RUN_PROPERTIES)
    if properties is None:
        return text
    font, align = properties.find(f"{S}rFont"), properties.find(f"{S}vertAlign")
    if align is not None and align.get("val") == "superscript":
        return raised(text)
    name = font.get("val", "") if font is not None else ""
    return symbols(name, text) if is_symbol_font(name) else text


def _hidden_columns(root: _Element) -> frozenset[int]:
    hidden: set[int] = set()
    for column in root.iterfind(f"{S}cols/{S}col"):
        if column.get("hidden") in _TRUE or column.get("width") == "0":
            first, last = column.get("min", ""), column.get("max", "")
            if first.isdecimal() and last.isdecimal() and len(first) < 6 and len(last) < 6:
                hidden.update(range(int(first), min(int(last), LAST_COLUMN) + 1))
    return frozenset(hidden)
