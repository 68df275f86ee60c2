"""Read a system's bulk export: one flat table of many projects, every row with project, levels and value."""

from __future__ import annotations

from itertools import pairwise

from perf_lint.layout.columns import Columns, is_column_row
from perf_lint.layout.form import FormReader
from perf_lint.layout.heading_row import read_columns, under
from perf_lint.layout.headings import counts
from perf_lint.layout.labels import OPENERS, Label, money_unit, read_label
from perf_lint.layout.levels import read_level
from perf_lint.layout.money import is_whole
from perf_lint.layout.rows import Row
from perf_lint.layout.segment import Segment
from perf_lint.layout.slots import looks_like_value
from perf_lint.model.document import Cell
from perf_lint.text.blanks import squeeze

_OWNERS = ("filing_unit", "implementing_unit", "department", "filing_department")
_SUMS = ("金额", "资金额", "项目金额", "预算", "经费")
_HEADER_KINDS = ("fields", "funds")


def is_flat_heading(row: Row) -> bool:
    """Say whether a heading row names projects beside the columns of indicators."""
    return is_column_row(row) and any(_opener(cell.text) for cell in row.cells)


def heads_many(rows: list[Row]) -> bool:
    """Say whether one of the first rows is such a heading, alone or with the row above it."""
    return any(is_flat_heading(row) for row in rows) or any(
        is_column_row(lower) and is_flat_heading(under(upper, lower)) for upper, lower in pairwise(rows)
    )


def _opener(text: str) -> bool:
    label = _label(text)
    return label is not None and label.role in OPENERS


def _label(text: str) -> Label | None:
    """Read a heading above projects, where a bare 项目 is the name and 资金 or 金额 the sum."""
    if text == "项目":
        return Label("fields", "project_name", text)
    if squeeze(text).partition("(")[0] in _SUMS:
        return Label("funds", "total", text, unit=money_unit(text))
    return read_label(text, tolerant=False)


def read_flat(segment: Segment) -> list[FormReader]:
    """Give one form a project, in the order of the table."""
    table = FlatTable(segment)
    for row in segment.body:
        table.take(row)
    table.flush()
    return table.readers


class FlatTable:
    """Walk down the table; a new text in a column that names the project opens the next form."""

    def __init__(self, segment: Segment) -> None:
        self.readers: list[FormReader] = []
        self._segment = segment
        self._columns: Columns | None = None
        self._above: Row | None = None
        self._unit = ""
        """The unit of money that a heading above the columns names."""
        self._labels: list[tuple[Label, int, int]] = []
        self._keys: frozenset[str] = OPENERS
        """Fields that tell projects apart: names and codes, and the unit whose column stands in front of them."""
        self._key: dict[str, str] = {}
        self._reader: FormReader | None = None
        """The project at hand."""
        self._opened: dict[tuple[tuple[str, str], ...], FormReader] = {}
        """What the first row of every project says of it: a row that says it all again comes back to it."""
        self._shown: list[Row] = []
        self._merged: list[tuple[Label, Cell]] = []
        self._owners = False
        """The column of project names says that it names their units too (单位名称、项目名称)."""
        self._lone: Row | None = None
        """A row with nothing but such a name: a unit if the row below names again."""
        self._owner: tuple[Row, Cell] | None = None

    def take(self, row: Row) -> None:
        """Read one row: a heading, or an indicator with the fields of its project."""
        above, self._above = self._above, row
        heading = under(above, row) if above and is_column_row(row) else row
        if is_flat_heading(heading):
            self._begin(heading)
            self._unit = next(filter(None, (money_unit(cell.text) for cell in (above or row).cells)), "")
        elif self._columns is None:
            self._shown.append(row)
        elif self.readers or self._lone or not counts(row):
            self._row(row)

    def flush(self) -> None:
        """Read the row that waited for another below it."""
        lone, self._lone = self._lone, None
        if lone:
            self._data(lone)

    def _row(self, row: Row) -> None:
        """Take a row that names nothing but a unit as the heading of the projects below it."""
        names = self._owners and any(label.role in OPENERS for label, _ in self._split(row)[0])
        if self._lone and names:
            self._owner, self._lone = (self._lone, self._lone.cells[0]), None
        self.flush()
        if names and len(row.cells) == 1:
            self._lone = row
        else:
            self._data(row)

    def _begin(self, row: Row) -> None:
        labels = []
        own = []
        for column in read_columns(row)[0].items:
            label = _label(column.heading)
            if label and label.role in ("block", "total") and column.role in ("block", "unknown"):
                label, column = label._replace(role="total"), column._replace(role="total")  # noqa: PLW2901
            if label and label.kind in _HEADER_KINDS and column.role in (label.role, "unknown"):
                labels.append((label, column.start, column.end))
                self._owners |= label.role == "project_name" and "单位" in label.text
            else:
                own.append(column)
        self._columns = Columns(tuple(own))
        self._labels = labels
        names = next((at for at, (label, _, _) in enumerate(labels) if label.role in OPENERS), 0)
        self._keys = OPENERS | {label.role for label, _, _ in labels[:names] if label.role in _OWNERS}

    def _data(self, row: Row) -> None:
        fields, rest = self._split(row)
        if is_whole(row.cells[0].text) and not any(
            looks_like_value(cell.text) or read_level(cell.text) for cell in rest
        ):
            return
        key = {label.role: cell.text for label, cell in fields if label.role in self._keys}
        if not self._reader or any(self._key.get(role) != text for role, text in key.items()):
            said = tuple([(label.role, cell.text) for label, cell in fields])
            comes_back = key and rest and read_level(rest[0].text)
            self._reader = (self._opened.get(said) if comes_back else None) or self._open(row)
            self._key = key
            self._opened.setdefault(said, self._reader)
        reader = self._reader
        for label, cell in fields:
            known = reader.draft.texts.get(label.role) if label.kind == "fields" else None
            if known is None and label.role not in reader.draft.amounts:
                reader.give(row, label, cell)
            elif known is not None and known != cell.text and label.role not in OPENERS:
                reader.draft.leave(row, cell)
        if rest:
            reader.take_indicator(row.with_cells(tuple(rest)))

    def _split(self, row: Row) -> tuple[list[tuple[Label, Cell]], list[Cell]]:
        fields, rest = [], []
        for cell in row.cells:
            label = next((label for label, start, end in self._labels if start <= cell.column <= end), None)
            if label:
                fields.append((label, cell))
            else:
                rest.append(cell)
        return fields, rest

    def _open(self, row: Row) -> FormReader:
        """Begin the next project; what is merged over several projects (the department) holds for it too."""
        segment = Segment(self._segment.heading, [row], has_indicators=True)
        reader = FormReader(segment)
        reader.read_heading()
        reader.draft.header_unit = self._unit or reader.draft.header_unit
        if self._owner:
            reader.draft.put("filing_unit", self._owner[1].text, self._owner[0].origin, self._owner[1])
        assert self._columns
        reader.begin(self._columns)
        number = row.cells[0].row
        here = {label.role for label, _ in self._split(row)[0]}
        self._merged = [(label, cell) for label, cell in self._merged if _reaches(cell, number)]
        for label, cell in self._merged:
            if label.role not in here:
                reader.give(row, label, cell)
        self._merged += [(label, cell) for label, cell in self._split(row)[0] if cell.row_span > 1]
        self.readers.append(reader)
        return reader


def _reaches(cell: Cell, row: int) -> bool:
    return cell.row + cell.row_span > row
