"""Keep what the reader remarked of single cells with the fields that the cells became."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from perf_lint.layout.places import LazyPlaces
from perf_lint.model.document import Cell, Document, Grid
from perf_lint.model.form import ReadForm, SourceMap

UNKNOWN = frozenset(("formula-without-value", "damaged-cell"))
CODES = UNKNOWN | {"rounded-display"}
"""Remarks that change what may be concluded from a cell."""
MARK = "\ufdd0"
"""Stands in an unknown cell while the form is recognised: such a cell is no blank. No document may hold it."""

Recognise = Callable[[Document], tuple[ReadForm, ...]]


def with_cell_remarks(document: Document, recognise: Recognise) -> tuple[ReadForm, ...]:
    """Recognise the forms of a document, each with its `cell_remarks`; most documents have none, and pay nothing."""
    codes = {remark.code for remark in document.remarks} & CODES
    if not codes:
        return recognise(document)
    marked = _marked(document) if codes & UNKNOWN else document
    return tuple(_restored(read) for read in recognise(marked))


def _marked(document: Document) -> Document:
    return document._replace(blocks=tuple(_grid(b) if isinstance(b, Grid) else b for b in document.blocks))


def _grid(grid: Grid) -> Grid:
    return grid._replace(cells=tuple(c._replace(text=MARK) if is_unknown(c) else c for c in grid.cells))


def is_unknown(cell: Cell) -> bool:
    """Tell whether nobody knows what stands in a cell that the reader gives as empty."""
    return not cell.text and not UNKNOWN.isdisjoint(cell.remarks)


def _restored(read: ReadForm) -> ReadForm:
    """Take the marks out again and note where they and the other remarks stood."""
    places = read.source.paths()
    if not isinstance(places, LazyPlaces):
        return read
    found = {(path, code) for path, cell in places.cells() for code in cell.remarks if code in CODES}
    kept = [number for number, text in enumerate(read.form.unread) if text != MARK]
    unread = tuple(read.form.unread[number] for number in kept)
    names = {f"unread[{number}]": "" for number in range(len(read.form.unread))}
    names |= {f"unread[{old}]": f"unread[{new}]" for new, old in enumerate(kept)}
    form = _cleaned(read.form._replace(unread=unread, cell_remarks=frozenset(found)))
    return ReadForm(form, SourceMap(places.changed(_blank, names), read.source.place("")))


def _blank(cell: Cell) -> Cell:
    return cell._replace(text="") if cell.text == MARK else cell


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return value.replace(MARK, "")
    if isinstance(value, tuple):
        items = map(_cleaned, value)
        return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    return value
