"""Say where in a source file something stands."""

from typing import NamedTuple


class Place(NamedTuple):
    """A place in a file; every number counts from 1, and what a format does not know is None."""

    file: str
    line: int | None = None
    """Line of a text file."""
    char: int | None = None
    """First character of the cell within its line, of a text file."""
    sheet: str | None = None
    cell: str | None = None
    """A1 address, of a spreadsheet."""
    table: int | None = None
    """Which table of the document (or which form-holding grid of a text)."""
    row: int | None = None
    column: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    """Left, top, right, bottom in points from the page's top left, of a PDF."""
    snippet: str = ""
    """The first words of the cell, for people."""
