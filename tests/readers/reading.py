"""Compare readings of one form from different formats: everything but places and blanks."""

from __future__ import annotations

import re

from perf_lint.layout import recognise
from perf_lint.model.document import Document, Grid, Paragraph
from perf_lint.readers import read_bytes

_BLANKS = re.compile(r"\s+")
_NOT_COMPARED = {"index", "remarks", "has"}


def readings(data: bytes, name: str) -> list[object]:
    """Read a file and give each form as plain values."""
    return [plain(read.form) for read in recognise(read_bytes(data, name))]


def plain(value: object) -> object:
    """Give a form's content with blanks removed and nested data as dictionaries."""
    if isinstance(value, str):
        return _BLANKS.sub("", value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        named = zip(value._fields, value, strict=True)
        return {name: plain(found) for name, found in named if name not in _NOT_COMPARED}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


def grids(document: Document) -> list[Grid]:
    """Give the tables of a document."""
    return [block for block in document.blocks if isinstance(block, Grid)]


def paragraphs(document: Document) -> list[str]:
    """Give the texts outside tables."""
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def cells(grid: Grid) -> list[tuple[str, int, int, int, int]]:
    """Give text, row, column, row span and column span of every cell."""
    return [(cell.text, cell.row, cell.column, cell.row_span, cell.col_span) for cell in grid.cells]
