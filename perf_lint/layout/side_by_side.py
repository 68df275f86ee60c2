"""Read a table of many projects whose levels stand side by side as column headings, names and targets below each."""

from __future__ import annotations

from typing import NamedTuple

from perf_lint.layout.below import covers
from perf_lint.layout.columns import Column, Columns, is_column_row
from perf_lint.layout.form import FormReader
from perf_lint.layout.kinds import LEVEL
from perf_lint.layout.labels import CORE, OPENERS, Label, column_role, money_unit, read_label
from perf_lint.layout.levels import read_level
from perf_lint.layout.money import is_whole
from perf_lint.layout.rows import Row
from perf_lint.layout.segment import Segment
from perf_lint.model.document import Cell

FEWEST = 3
"""So many levels side by side make such a table; a row of it names one, or 成本指标 below another."""
MOST_PARTS = 8
"""Columns below one level, at most."""
_FIELDS = ("fields", "funds")

Field = tuple[Label, Cell]


class Group(NamedTuple):
    """The columns of one 一级指标."""

    level: Cell
    columns: Columns


def level_row(rows: list[Row]) -> int | None:
    """Find the heading row that names the levels side by side; None where there is none."""
    for at, row in enumerate(rows):
        levels = {cell.text for cell in row.cells if _is_one(cell.text)} if row.kinds & LEVEL else ()
        if (
            len(levels) < FEWEST
            or column_role(row.cells[0].text) in CORE
            or is_column_row(row)
            or not _openers(rows[: at + 1])
        ):
            continue
        if row.aligned or (at + 1 < len(rows) and (_fills(row, rows[at + 1]) or _fits(row, rows[at + 1]))):
            return at
    return None


def _fits(levels: Row, below: Row) -> bool:
    """Say whether the row below one of a text gives every field and every level one cell: none has lost its place."""
    columns = [cell.column for cell in levels.cells]
    return _openers([levels]) and [cell.column for cell in below.cells] == columns


def _fills(levels: Row, below: Row) -> bool:
    """Say whether the row below one of a text gives every level the same columns: so none has lost its place."""
    starts = [cell.column for cell in levels.cells if _is_one(cell.text)]
    first, last = starts[0], below.cells[-1].column
    if not is_column_row(below) or below.cells[0].column < first:
        return False
    ends = [*(start - 1 for start in starts[1:]), last]
    parts = [
        [column_role(cell.text) for cell in below.cells if start <= cell.column <= end]
        for start, end in zip(starts, ends, strict=True)
    ]
    return len(parts[0]) > 1 and all(part == parts[0] for part in parts)


def _widened(levels: Row) -> Row:
    """Let the headings of a text reach to the next one, as merged cells do in a table."""
    if levels.aligned:
        return levels
    cells = levels.cells
    ends = [*(cell.column for cell in cells[1:]), cells[-1].column + MOST_PARTS]
    wide = (cell._replace(col_span=end - cell.column) for cell, end in zip(cells, ends, strict=True))
    return levels.with_cells(tuple(wide))


def _is_one(text: str) -> bool:
    """Say whether a heading is the name of a level: 产出指标, or 数量指标 where no other stands above."""
    level = read_level(text)
    return level is not None and not level.damaged


def _openers(rows: list[Row]) -> bool:
    labels = (read_label(cell.text, tolerant=False) for row in rows for cell in row.cells)
    return any(label is not None and label.role in OPENERS for label in labels)


def read_side_by_side(segment: Segment, first: list[Row]) -> list[FormReader]:
    """Give a reader a project of a table whose levels stand side by side in one of its `first` rows, else nothing."""
    at = level_row(first)
    return [] if at is None else SideBySide(segment, at).readers


class SideBySide:
    """Walk down such a table; every row that names a project opens the next form."""

    def __init__(self, segment: Segment, at: int) -> None:
        self.readers: list[FormReader] = []
        self._segment = segment
        self._unit = ""
        self._fields: list[Field] = []
        self._owner: Field | None = None
        """The 单位 whose projects follow, where a row of its own names it."""
        body = segment.body
        below = body[at + 1] if at + 1 < len(body) and is_column_row(body[at + 1]) else None
        self._groups = _groups(_widened(body[at]), below)
        levels = [read_level(group.level.text) for group in self._groups]
        self._inner = any(level is not None and level.first is None for level in levels)
        """The table names no 一级指标: 满意度指标 is that of the 二级指标 beside it."""
        for row in body[: at + 1 + (below is not None)]:
            self._head(row)
        for row in body[at + 1 + (below is not None) :]:
            self._data(row)

    def _head(self, row: Row) -> None:
        """Take the headings that name fields of the projects; of one below another (项目金额, 资金总额) the lower."""
        for cell in row.cells:
            if cell.column >= self._groups[0].level.column:
                return
            self._unit = self._unit or money_unit(cell.text)
            label = read_label(cell.text, tolerant=False)
            if label and label.kind in _FIELDS:
                label = label._replace(role="total") if label.role == "block" else label
                self._fields = [(one, head) for one, head in self._fields if not covers(head, cell)]
                self._fields.append((label, cell))

    def _data(self, row: Row) -> None:
        fields = [(label, cell) for cell in row.cells for label, head in self._fields if covers(head, cell)]
        first = self._groups[0].level.column
        if any(label.role in OPENERS for label, _ in fields):
            if all(cell.column < first for cell in row.cells):
                self._take_owner(fields)
                return
            self._open(row, fields)
        if not self.readers:
            return
        reader = self.readers[-1]
        for group, own in zip(self._groups, reader.sets, strict=True):
            cells = tuple(cell for cell in row.cells if group.columns.at(cell))
            if cells:
                own.take(row.with_cells(cells))

    def _take_owner(self, fields: list[Field]) -> None:
        """Take the 单位 of the projects below; a sum over projects (合计) names none."""
        if not any(is_whole(cell.text) for _, cell in fields):
            self._owner = next(((label, cell) for label, cell in fields if label.role == "project_name"), None)

    def _open(self, row: Row, fields: list[Field]) -> None:
        reader = FormReader(Segment(self._segment.heading, [row], has_indicators=True))
        reader.read_heading()
        reader.draft.header_unit = self._unit or reader.draft.header_unit
        for label, cell in fields:
            reader.give(row, label, cell)
        if self._owner:
            reader.draft.put("filing_unit", self._owner[1].text, row.origin, self._owner[1])
        for group in self._groups:
            reader.begin_below((group.level,), group.columns, row.origin, inner=self._inner)
        self.readers.append(reader)


def _groups(levels: Row, below: Row | None) -> list[Group]:
    """Give the columns below each 一级指标: names and targets, or both in one."""
    found = []
    for cell in filter(lambda cell: _is_one(cell.text), levels.cells):
        parts = [part for part in below.cells if covers(cell, part)] if below else []
        columns = [Column(column_role(part.text) or "unknown", part.column, _end(part), part.text) for part in parts]
        if not columns:
            columns = [Column("name_value", cell.column, _end(cell), cell.text)]
        found.append(Group(cell, Columns(tuple(columns))))
    return found


def _end(cell: Cell) -> int:
    return cell.column + cell.col_span - 1
