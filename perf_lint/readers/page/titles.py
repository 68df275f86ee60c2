"""Know the title that a sheet prints on each of its pages, above the repeated head row."""

from __future__ import annotations

from collections.abc import Sequence

from perf_lint.readers.page.breaks import continues
from perf_lint.readers.page.seams import heads_of
from perf_lint.readers.page.tables import PageTables, Row

NEAR = 3.0
"""Points: how far a repeated line may stand from where it stood."""

HEADS = 5
"""So many heads, each over one column, are the head row of a list; the first fields of a form are fewer."""

FULL = 0.75
"""Of the page height: a table that goes on behind the page reaches further down than this."""


def repeated_titles(before: PageTables, page: PageTables) -> Sequence[Row]:
    """Give the lines above a page's list where the page before has the same ones, and the list only goes on."""
    found = _ruled_titles(before, page) if page.tables and before.tables else _unruled_titles(before, page)
    return found if all(any(_same(row, other) for other in before.rows) for row in found) else ()


def _ruled_titles(before: PageTables, page: PageTables) -> Sequence[Row]:
    table, last = page.tables[0], before.tables[-1]
    if last.ys[-1] < FULL * before.height or not continues(last, table):
        return ()
    heads = heads_of(table)
    if len(heads) < HEADS or heads != heads_of(before.tables[0]):
        return ()
    return [row for row in page.rows if row.top < table.top]


def _unruled_titles(before: PageTables, page: PageTables) -> Sequence[Row]:
    if page.tables or before.tables:
        return ()
    heads = next((number for number, row in enumerate(page.rows) if len(row.parts) >= HEADS), 0)
    lists = [row for row in before.rows if len(row.parts) >= HEADS]
    if not lists or lists[-1].bottom < FULL * before.height or not _same(page.rows[heads], lists[0]):
        return ()
    return page.rows[:heads]


def _same(row: Row, other: Row) -> bool:
    near = abs(row.top - other.top) <= NEAR and abs(row.parts[0].left - other.parts[0].left) <= NEAR
    return near and row.text == other.text
