"""Carry a table made of lines over to the next page, where its rows go on without heads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from perf_lint.model.document import Cell
from perf_lint.readers.page.inferred import Inferred
from perf_lint.readers.page.seams import runs_alike
from perf_lint.readers.page.tables import PageTables, Row, Table

LEAST = 3
"""Texts in a row of the table; a line of fewer is a note, or the rest of a wrapped text."""

HEAD = 2
"""Lines at the head of a page that tell the rest of a table from a new form, which begins with a title."""

AGAIN = 12.0
"""Points by which the first column's texts of one list may begin apart on two pages, centred ones as well."""


def with_made_tables(pages: Sequence[PageTables]) -> tuple[list[PageTables], list[int]]:
    """Give the pages with the tables made of their lines, and the numbers of those that could not be made out.

    A table that goes on behind the page is made only where its rows there are clear too.
    """
    unclear = [page.number for page in pages if page.unsettled]
    unclear += [after.number for page, after in pairwise(pages) if page.unsettled and _is_list(after, page)]
    if not any(page.made is not None for page in pages):
        return list(pages), unclear
    done = _with_one_grid(pages)
    for number, page in enumerate(done):
        after = done[number + 1] if number + 1 < len(done) else None
        if page.made is None or after is None or after.ruled or after.made is not None:
            continue
        made = page.made._replace(xs=tuple(x - page.shift for x in page.made.xs))
        rest = _rest(made, after)
        carried = _carried(made, after, rest) if rest else after
        if carried is None or (carried is after and _is_list(after, page)):
            unclear += [page.number, after.number]
            done[number] = replace(page, made=None)
        else:
            done[number + 1] = carried
    return [page.with_made() for page in done], sorted(set(unclear))


def _with_one_grid(pages: Sequence[PageTables]) -> list[PageTables]:
    """Give one list over several pages the same columns on all; a list that is clear everywhere stays lines."""
    done = list(pages)
    first = 0
    for number in range(1, len(done) + 1):
        before = done[number - 1].made
        here = done[number].made if number < len(done) else None
        alone = number < len(done) and not done[number].above
        if before is not None and here is not None and alone and _heads_alike(before, here):
            done[number] = replace(done[number], made=here._replace(xs=before.xs))
            continue
        if not any(page.made is not None and page.made.needed for page in done[first:number]):
            done[first:number] = [replace(page, made=None) for page in done[first:number]]
        first = number
    return done


def _is_list(page: PageTables, before: PageTables) -> bool:
    """Say whether a page begins with rows of columns and has no heads, as the rest of a table."""
    first = [len(row.parts) for row in page.rows if not runs_alike(row, before)][:HEAD]
    return not page.ruled and page.made is None and bool(first) and (first[0] > 1 or max(first) >= LEAST)


def _heads_alike(before: Inferred, made: Inferred) -> bool:
    """Say whether a page repeats the heads of the page before, each at its place: one list over both."""
    heads, others = ([cell.text for cell in one.cells if cell.row == 1] for one in (before, made))
    return heads == others and all(abs(a - b) <= AGAIN for a, b in zip(before.starts, made.starts, strict=False))


def _rest(made: Inferred, after: PageTables) -> list[int]:
    """Give the lines of a page that go on with a table: the first ones that fit into its columns."""
    found: list[int] = []
    for number, row in enumerate(after.rows):
        if len(row.parts) >= LEAST and _columns(made, row) is not None:
            found.append(number)
        elif found:
            break
    return found


def _columns(made: Inferred, row: Row) -> list[int] | None:
    """Give the column of each text of a line, by its middle; None where two fall into one, or one beside the table."""
    found: list[int] = []
    for part in row.parts:
        column = bisect_right(made.xs, (part.left + part.right) / 2) - 1
        if not 0 <= column < len(made.xs) - 1 or (found and column <= found[-1]):
            return None
        found.append(column)
    return found


def _carried(made: Inferred, after: PageTables, rest: Sequence[int]) -> PageTables | None:
    """Give the next page with the rest of the table; None where labels of groups or wrapped texts leave doubt."""
    first, end = rest[0], rest[-1] + 1
    rows = after.rows[first:end]
    placed = [_columns(made, row) or [] for row in rows]
    labels = any(column < made.groups for columns in placed for column in columns)
    if labels or (end < len(after.rows) and after.rows[end].top - rows[-1].bottom < rows[-1].bottom - rows[-1].top):
        return None
    ys = (*(row.top for row in rows), rows[-1].bottom)
    table = Table(made.xs, ys, tuple(_cells(made, rows, placed)), frozenset())
    return replace(after, tables=(table,), rows=after.rows[:first] + after.rows[end:])


def _cells(made: Inferred, rows: Sequence[Row], placed: Sequence[Sequence[int]]) -> list[Cell]:
    cells = [Cell("", 1, column + 1, len(rows)) for column in range(made.groups)]
    for number, (row, columns) in enumerate(zip(rows, placed, strict=True), 1):
        at = dict(zip(columns, row.parts, strict=True))
        for column in range(made.groups, len(made.xs) - 1):
            part = at.get(column)
            cell = Cell("", number, column + 1)
            cells.append(cell._replace(text=part.text, page=part.page, box=part.box) if part else cell)
    return sorted(cells, key=lambda cell: (cell.row, cell.column))
