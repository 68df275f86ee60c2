"""Count columns that stand on a page of their own, and were not joined to their sheet, among what stayed unread."""

from __future__ import annotations

from collections.abc import Callable

from perf_lint.model.document import FURTHER_COLUMNS, Block, Document, Grid
from perf_lint.model.form import ReadForm, SourceMap
from perf_lint.model.place import Place

OWN = 2
"""Indicators with their levels that make a form of its own, whatever the reader took the page for."""

Recognise = Callable[[Document], tuple[ReadForm, ...]]


def without_further_columns(document: Document, recognise: Recognise) -> tuple[ReadForm, ...]:
    """Recognise the forms of a document without the pages in doubt, each such page as one unread text.

    The text belongs to the last form that begins before it.
    """
    forms = recognise(document)
    pages = {remark.place.page for remark in document.remarks if remark.code == FURTHER_COLUMNS and remark.place}
    pages -= {page for page in pages if any(_is_own(read, page) for read in forms)}
    if not pages:
        return forms
    kept = tuple(block for block in document.blocks if not _stands_on(block, pages))
    found = list(recognise(document._replace(blocks=kept)))
    for page in sorted(page for page in pages if page is not None):
        heads = _heads(document, page)
        before = [number for number, read in enumerate(found) if (read.source.place("").page or 0) <= page]
        if before and heads is not None:
            found[before[-1]] = _added(found[before[-1]], *heads)
    return tuple(found)


def _is_own(read: ReadForm, page: int | None) -> bool:
    """Say whether a form stands on this page, with indicators of its own."""
    rows = [number for number, row in enumerate(read.form.indicators) if row.level1 and row.value]
    return sum(read.source.place(f"indicators[{number}].name").page == page for number in rows) >= OWN


def _stands_on(block: Block, pages: set[int | None]) -> bool:
    if isinstance(block, Grid):
        return bool(block.cells) and all(cell.page in pages for cell in block.cells)
    return block.page in pages


def _heads(document: Document, page: int) -> tuple[str, Place] | None:
    """Give the first row of texts on a page, and its place."""
    for block in document.blocks:
        if not _stands_on(block, {page}):
            continue
        if not isinstance(block, Grid):
            return block.text, block.place(document.path)
        cells = [cell for cell in block.cells if cell.text]
        if cells:
            text = " ".join(cell.text for cell in cells if cell.row == cells[0].row)
            return text, block.place(cells[0], document.path)
    return None


def _added(read: ReadForm, text: str, place: Place) -> ReadForm:
    """Add a text that was not read."""
    unread = read.form.unread
    places = {**read.source.paths(), f"unread[{len(unread)}]": place}
    return ReadForm(read.form._replace(unread=(*unread, text)), SourceMap(places, read.source.place("")))
