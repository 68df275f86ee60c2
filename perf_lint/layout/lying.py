"""Set tables upright that lie on their side, or stand on cards."""

from __future__ import annotations

from itertools import groupby

from perf_lint.layout.columns import is_column_row
from perf_lint.layout.kinds import COLUMN
from perf_lint.layout.labels import column_role
from perf_lint.layout.rows import Origin, Row
from perf_lint.layout.turned import FEWEST, NEEDED
from perf_lint.model.document import Cell
from perf_lint.model.place import Place

MOST = 12
"""More headings below one another are no table of indicators."""
_FIRST = ("level1", "level2", "name", "number")
"""Columns that come first."""


class Lying(Origin):
    """A table whose rows and columns are exchanged: places are those of the document."""

    __slots__ = ()

    def place(self, cell: Cell) -> Place:
        """Turn a cell back, then into a place."""
        return Origin(*self).place(cell._replace(row=cell.column, column=cell.row))


class Cards(Origin):
    """A table whose cards have become rows: the columns count the rows of a card."""

    __slots__ = ()

    def place(self, cell: Cell) -> Place:
        """Put a cell back below the first row of its card, then turn it into a place."""
        return Origin(*self).place(cell._replace(row=cell.row + cell.column - 1, column=2))


def set_upright(rows: list[Row]) -> list[Row]:
    """Give the rows with every run of headings below one another turned, or dealt into a row for each card."""
    heads = [_head(row) for row in rows]
    found: list[Row] = []
    at = 0
    while at < len(rows):
        count = _run(heads, at) if heads[at] in _FIRST else 0
        block = rows[at : at + count]
        turned = _turn(block) or _deal(block, heads[at : at + count]) if count >= FEWEST else None
        found += turned or rows[at : at + max(count, 1)]
        at += max(count, 1)
    return found


def without_front(rows: list[Row]) -> list[Row]:
    """Leave out what stands in front of the headings (绩效指标, 目标) where names are headed in a second column."""
    heading = [row for row in rows if row.aligned and row.kinds & COLUMN and not is_column_row(row)]
    cells = [(cell, row.origin) for row in heading for cell in row.cells[:2]]
    names = {(cell.column, origin) for cell, origin in cells if column_role(cell.text) == "name"}
    if len(names) != 1:
        return rows
    at, origin = names.pop()
    return [_from(row, at) if row.origin == origin and row.aligned else row for row in rows]


def _from(row: Row, column: int) -> Row:
    """Drop the first cell of a row whose second is a heading in this column."""
    second = row.cells[1] if len(row.cells) > 2 else None
    is_front = second is not None and second.column == column and column_role(second.text)
    return row.with_cells(row.cells[1:]) if is_front else row


def _head(row: Row) -> str:
    """Give the role of the column heading that begins a row of a table; empty where none does, or others follow."""
    if row.loose or len(row.cells) < 2:
        return ""
    text = row.cells[0].text
    role = column_role(text) or column_role(text.removeprefix("所属"))
    return role if role and not is_column_row(row) else ""


def _run(heads: list[str], at: int) -> int:
    """Count the rows from `at` on that begin with a heading."""
    end = at
    while end < len(heads) and heads[end]:
        end += 1
    return end - at


def _turn(block: list[Row]) -> list[Row] | None:
    """Exchange rows and columns where every heading stands once and several indicators beside it."""
    roles = {column_role(row.cells[0].text) for row in block}
    if len(roles) < len(block) or len(block) > MOST or not roles >= NEEDED or len(block[-1].cells) < FEWEST:
        return None
    last = block[0].cells[0].row + len(block) - 1
    if any(column_role(cell.text) in NEEDED for row in block for cell in row.cells[1:]):
        return None  # a heading among the targets: the rows do not stand as they seem to
    cells = sorted(
        (_exchanged(cell, last) for row in block for cell in row.cells), key=lambda one: (one.row, one.column)
    )
    origin = Lying(*block[0].origin)
    return [Row(tuple(group), origin, block[0].aligned) for _, group in groupby(cells, key=lambda one: one.row)]


def _exchanged(cell: Cell, last: int) -> Cell:
    span = min(cell.row_span, last - cell.row + 1)
    return cell._replace(row=cell.column, column=cell.row, row_span=cell.col_span, col_span=span)


def _deal(block: list[Row], heads: list[str]) -> list[Row] | None:
    """Make a row of every card: the headings of the first come again in the same order in all others."""
    size = heads.index(heads[0], 1) if heads[0] in heads[1:] else 0
    if size < FEWEST or len(heads) % size or not set(heads[:size]) >= NEEDED:
        return None
    if any(head != heads[at % size] for at, head in enumerate(heads)) or any(len(row.cells) != 2 for row in block):
        return None
    cards = [block[at : at + size] for at in range(0, len(block), size)]
    origin = Cards(*block[0].origin)
    found = [Row(_dealt(cards[0], 0), origin, block[0].aligned)]
    found += [Row(_dealt(card, 1), origin, block[0].aligned) for card in cards]
    return [found[0].with_cells(tuple(_bare(cell) for cell in found[0].cells)), *found[1:]]


def _dealt(card: list[Row], side: int) -> tuple[Cell, ...]:
    first = card[0].cells[0].row
    cells = enumerate((row.cells[side] for row in card), 1)
    return tuple(cell._replace(row=first, column=at, row_span=1, col_span=1) for at, cell in cells)


def _bare(heading: Cell) -> Cell:
    return heading._replace(text=heading.text.removeprefix("所属"))
