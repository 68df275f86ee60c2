"""Lay a form out as a table with merged cells, as departments draw it."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from tests.factory.spec import Spec


class Drawn(NamedTuple):
    """A cell at its anchor, from 0."""

    row: int
    column: int
    row_span: int
    col_span: int
    text: str


class Drawing(NamedTuple):
    """A table of `rows` by `columns` squares, every square covered by exactly one cell."""

    heading: tuple[str, ...]
    rows: int
    columns: int
    cells: tuple[Drawn, ...]

    def by_row(self) -> list[list[Drawn]]:
        """Give the cells that start in each row."""
        rows: list[list[Drawn]] = [[] for _ in range(self.rows)]
        for cell in self.cells:
            rows[cell.row].append(cell)
        return rows


def draw(spec: Spec) -> Drawing:
    """Draw the form: header, money block, goal, and the indicators with their levels merged."""
    columns = 3 + len(spec.columns)
    cells: list[Drawn] = []
    row = _header(spec, columns, cells)
    cells.append(Drawn(row, 0, len(spec.money), 2, spec.money_label))
    for number, (label, amount) in enumerate(spec.money):
        cells += [Drawn(row + number, 2, 1, 1, label), Drawn(row + number, 3, 1, columns - 3, amount)]
    row += len(spec.money)
    cells += [Drawn(row, 0, 1, 2, spec.goal[0]), Drawn(row, 2, 1, columns - 2, spec.goal[1])]
    row += 1
    cells.append(Drawn(row, 0, len(spec.rows) + 1, 1, "绩效指标"))
    for column, text in enumerate(("一级指标", "二级指标", *spec.columns), 1):
        cells.append(Drawn(row, column, 1, 1, text))
    row += 1
    _indicators(spec, row, cells)
    return Drawing(spec.heading, row + len(spec.rows), columns, tuple(sorted(cells)))


def _header(spec: Spec, columns: int, cells: list[Drawn]) -> int:
    (label, value), *pairs = spec.header
    cells += [Drawn(0, 0, 1, 2, label), Drawn(0, 2, 1, columns - 2, value)]
    row = 1
    for (left, first), (right, second) in zip(pairs[::2], pairs[1::2], strict=True):
        cells += [Drawn(row, 0, 1, 2, left), Drawn(row, 2, 1, 1, first)]
        cells += [Drawn(row, 3, 1, 1, right), Drawn(row, 4, 1, columns - 4, second)]
        row += 1
    return row


def _indicators(spec: Spec, row: int, cells: list[Drawn]) -> None:
    for level1, group in groupby(spec.rows, key=lambda item: item.level1):
        members = list(group)
        cells.append(Drawn(row, 1, len(members), 1, level1))
        for level2, inner in groupby(members, key=lambda item: item.level2):
            rows = list(inner)
            cells.append(Drawn(row, 2, len(rows), 1, level2))
            for item in rows:
                cells += [Drawn(row, 3 + at, 1, 1, text) for at, text in enumerate(item.cells)]
                row += 1
