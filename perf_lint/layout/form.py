"""Read the rows of one form from its heading to its last indicator."""

from __future__ import annotations

from itertools import pairwise

from perf_lint.layout.columns import (
    IMPLIED,
    Columns,
    counts,
    headed_by,
    heads_asides,
    is_column_row,
    long_set,
    of_year,
    read_columns,
    refine,
    spread,
    under,
)
from perf_lint.layout.draft import FormDraft
from perf_lint.layout.header import HeaderReader
from perf_lint.layout.indicators import IndicatorReader
from perf_lint.layout.kinds import COLUMN, KINDS, LABEL, LEVEL, OF_COST
from perf_lint.layout.labels import Label, column_role, money_unit, read_label
from perf_lint.layout.levels import read_level
from perf_lint.layout.money import is_amount
from perf_lint.layout.prose import has_prose, read_prose
from perf_lint.layout.rows import Origin, Row
from perf_lint.layout.segment import Segment, is_heading_text
from perf_lint.layout.year import only_year, years_in
from perf_lint.model.document import Cell

_FILERS = ("implementing_unit", "department")
FARTHEST = 60
"""Rows below a heading that are looked at to understand it."""
_DECIDES = COLUMN | LABEL
"""What a row of indicators below settled headings has not: such a row goes straight to their reader."""


class FormReader:
    """Walk over a form's rows: header fields, then indicators, fields again where labels say so."""

    def __init__(self, segment: Segment) -> None:
        self.segment = segment
        self.draft = FormDraft()
        self.sets: list[IndicatorReader] = []
        self.columns: list[Columns] = []
        self.heading_unit = ""
        """The unit of money that stands above the form."""
        self.heads: set[str] = set()
        """Which of the two units the heading names: they hold for the forms below it that name none."""
        self._header = HeaderReader(self.draft)
        self._active: list[IndicatorReader] = []
        self._uses_cost_level = CostLevel(segment.body)
        self._long_block = False
        self._waiting: Row | None = None
        """A row whose cells reach into the next one: the upper half of the column headings, perhaps."""
        self._at = 0
        """How many rows stand above the one at hand."""
        self._above: Row | None = None
        """The row before the one at hand."""
        self._opened = False
        """The row before was a row of column headings."""

    def read(self) -> None:
        """Read everything."""
        self.read_heading()
        only: IndicatorReader | None = None
        for at, row in enumerate(self.segment.body, 1):
            if only and len(row.cells) > 1 and not (row.kinds & _DECIDES or row.aligned or row.loose):
                only.take(row)
            else:
                self._read_row(row)
                settled = len(self._active) == 1 and not (self._waiting or self._opened)
                only = self._active[0] if settled else None
            self._at, self._above = at, row
        self._flush()
        self.draft.close()
        for reader in self.sets:
            if reader.columns is IMPLIED:
                reader.part_names()
        if not any(reader.items for reader in self.sets):
            self._read_prose()

    def _read_prose(self) -> None:
        """Look for indicators in the sentences of a form that has no rows of them."""
        draft = self.draft
        texts = [spot for spot in draft.unread if has_prose(spot[1].text)]
        if not texts and has_prose(draft.texts.get("goal", "")):
            origin, cell = draft.spots["goal"]
            texts = [(origin, cell._replace(text=draft.texts["goal"]))]
        if not texts:
            return
        reader = IndicatorReader(draft, IMPLIED, self._uses_cost_level)
        self.sets.append(reader)
        draft.unread = [spot for spot in draft.unread if not (has_prose(spot[1].text) or read_level(spot[1].text))]
        for origin, cell in texts:
            items, unsure = read_prose(cell.text)
            for item in items:
                reader.take_prose(item, origin, cell)
            draft.unread.extend((origin, cell._replace(text=text)) for text in unsure)

    def read_heading(self) -> None:
        """Read what stands above the form."""
        for row in self.segment.heading:
            self._take_heading(row)
        self.heading_unit = self.draft.header_unit
        self.heads = {role for role in _FILERS if self.draft.texts.get(role)}

    def begin(self, columns: Columns) -> None:
        """Begin a set of indicators whose columns are known."""
        self._start((columns,))

    def begin_below(self, level: Cell, columns: Columns, origin: Origin) -> None:
        """Begin a set of indicators that all stand below one 一级指标."""
        reader = IndicatorReader(self.draft, columns, self._uses_cost_level)
        reader.stand_below(level, origin)
        self.sets.append(reader)

    def give(self, row: Row, label: Label, cell: Cell) -> None:
        """Take a field that a table of many projects gives."""
        self._header.give(row, label, cell.text, cell)

    def take_indicator(self, row: Row) -> None:
        """Take an indicator row that a table of many projects gives."""
        self._indicator(row)

    def _take_heading(self, row: Row) -> None:
        for cell in row.cells:
            unit = money_unit(cell.text)
            if unit:
                self.draft.header_unit = unit
            elif len(row.cells) > 1 and not is_heading_text(row.text) and not is_heading_text(cell.text):
                self._header.take(row.with_cells((cell,)))

    def _read_row(self, row: Row) -> None:
        if self._waiting and not is_column_row(row):
            self._flush()
        if self._opened and (counts(row) or self._refine(row) or heads_asides(row)):
            return
        if row.kinds & COLUMN and is_column_row(row):
            self._begin(under(self._waiting, row), self._above)
            self._waiting = None
        elif row.aligned and _reaches_down(row):
            self._waiting = row
        else:
            self._take_plain(row)

    def _flush(self) -> None:
        """Read the row that waited to see whether column headings follow it."""
        waiting, self._waiting = self._waiting, None
        if waiting:
            self._take_plain(waiting)

    def _refine(self, row: Row) -> bool:
        """Take a second heading row right below the first."""
        self._opened = False
        refined = [refine(reader.columns, row) for reader in self._active]
        refined = [columns and of_year(columns, self._year) for columns in refined]
        for reader, columns in zip(self._active, refined, strict=True):
            if columns:
                reader.head(columns)
        return any(refined)

    def _take_plain(self, row: Row) -> None:
        if not row.cells:
            return
        if len(row.cells) == 1:
            self._note_block(row)
        if self._active and not (row.kinds & LABEL and self._is_field_row(row)):
            self._indicator(row)
        elif not self._active and self._is_indicator(row):
            self._start((IMPLIED,))
            self._indicator(row)
        else:
            self._header.take(row)

    def _begin(self, row: Row, above: Row | None) -> None:
        self._note_block(row)
        columns = tuple(of_year(one, self._year) for one in read_columns(row))
        if len(columns) == 1 and above and above.aligned and above.origin == row.origin:
            columns = (headed_by(columns[0], above),)
        if len(columns) == 1 and row.aligned and not columns[0].roles(levels=True):
            columns = (spread(columns[0], self._below(row)),)
        if any(one.long_term for one in columns) and not self._has_long_term() and _names_first_twice(row):
            columns = tuple(one._replace(long_term=False) for one in columns)  # one set in two halves side by side
        if len(columns) == 1 and self._long_block:
            columns = (long_set(columns[0]),)
        self._start(columns)

    def _year(self) -> int | None:
        """Give the form's year as far as its heading or a field above the indicators has told it."""
        told = [year for row in self.segment.heading for year in years_in(row.text)]
        return told[0] if told else only_year(self.draft.texts.get("year", ""))

    def _below(self, row: Row) -> list[Row]:
        """List the next rows of the same table."""
        return [one for one in self.segment.body[self._at + 1 : self._at + 1 + FARTHEST] if one.origin == row.origin]

    def _has_long_term(self) -> bool:
        """Say whether the form speaks of the 实施期 above its indicators."""
        texts, amounts = self.draft.texts, self.draft.amounts
        return self._long_block or "long_term_goal" in texts or any(key.startswith("long") for key in amounts)

    def _note_block(self, row: Row) -> None:
        """Note for which time the part of the form is that the row heads."""
        if not row.kinds & LABEL:
            return
        for cell in row.cells:
            label = read_label(cell.text, tolerant=False)
            if label and label.kind == "long_blocks":
                self._long_block = True
            elif label and label.kind == "blocks" and label.text.startswith("年度"):
                self._long_block = False

    def _start(self, columns: tuple[Columns, ...]) -> None:
        """Begin sets of indicators, or go on with those at hand where the heading is only repeated."""
        self._opened = self._header.below = True
        kinds = [one.long_term for one in columns]
        if [one.columns.long_term for one in self._active] == kinds:
            for reader, one in zip(self._active, columns, strict=True):
                reader.head(one)
            return
        self._active = [IndicatorReader(self.draft, one, self._uses_cost_level) for one in columns]
        self.sets.extend(self._active)

    def _is_field_row(self, row: Row) -> bool:
        """Say whether a row below the indicators is a note, a signature line or a further field."""
        first = row.cells[0]
        label = read_label(first.text, tolerant=False)
        if label is None or read_level(first.text) or label.kind == "blocks":
            return False
        if label.kind == "notes":
            return True
        if row.cells[1:] and read_level(row.cells[1].text):
            return False
        if label.kind == "funds" and label.role == "block" and len(row.cells) > 2:
            inner = read_label(row.cells[1].text, tolerant=False)
            return (
                inner is not None
                and inner.kind == "funds"
                and self._is_missing_sum(inner, row.with_cells(row.cells[1:]))
            )
        if label.kind == "funds":
            return self._is_missing_sum(label, row)
        return label.kind == "fields" and not (label.has_rest and len(row.cells) > 1)

    def _is_missing_sum(self, label: Label, row: Row) -> bool:
        """Say whether a row gives sums that the form has not given yet: of a table within a cell, or of one below."""
        given = self.draft.amounts.get(label.role)
        labels = (read_label(cell.text, tolerant=False) for cell in row.cells[2::2])
        pairs = len(row.cells) % 2 == 0 and all(one is not None and one.kind == "funds" for one in labels)
        return pairs and all(is_amount(cell.text) for cell in row.cells[1::2]) and not (given and given[1])

    def _is_indicator(self, row: Row) -> bool:
        if len(row.cells) < 3 or not row.kinds & LEVEL:
            return False
        second = read_label(row.cells[1].text, tolerant=False)
        if second and second.kind == "funds":  # 资金投入 is a level, and the name of a money block
            return False
        levels = [read_level(cell.text) for cell in row.cells[:3]]
        return any(one and two for one, two in pairwise(levels)) or bool(levels[0])

    def _indicator(self, row: Row) -> None:
        if len(row.cells) == 1 and _is_block(row.cells[0].text):
            return
        if row.loose:
            if not any(reader.continues(row) for reader in self._active[:1]):
                self.draft.leave(row, row.cells[0])
            return
        if len(self._active) == 1:
            self._active[0].take(row)
            return
        for reader, part in zip(self._active, self._halves(row), strict=True):
            if part.cells:
                reader.take(part)

    def _halves(self, row: Row) -> list[Row]:
        """Part a row between two sets that stand side by side."""
        first, second = (reader.columns.items for reader in self._active)
        shared = {column.start for column in first} & {column.start for column in second}
        limit = min(column.start for column in second if column.start not in shared)
        left = tuple(cell for cell in row.cells if cell.column < limit)
        right = tuple(cell for cell in row.cells if cell.column >= limit)
        levels = tuple(cell for cell in left if cell.column in shared)
        return [row.with_cells(left), row.with_cells(levels + right)]


class CostLevel:
    """Tells whether a form has 成本指标 as a 一级指标: only then does it name 经济成本 or its like."""

    __slots__ = ("_answer", "_body")

    def __init__(self, body: list[Row]) -> None:
        self._body = body
        self._answer: bool | None = None

    def __call__(self) -> bool:
        """Look through the rows once, when first asked."""
        if self._answer is None:
            naming = [row for row in self._body if row.kinds & OF_COST]
            self._answer = any(KINDS[cell.text] & OF_COST for row in naming for cell in row.cells[:4])
        return self._answer


def _names_first_twice(row: Row) -> bool:
    return sum(column_role(cell.text) == "level1" for cell in row.cells) > 1


def _reaches_down(row: Row) -> bool:
    """Say whether a row may be the upper half of column headings: nothing but headings, one merged downwards."""
    if not any(cell.row_span > 1 for cell in row.cells):
        return False
    known = [bool(column_role(cell.text) or _is_block(cell.text)) for cell in row.cells]
    wide = (cell.col_span > 1 and cell.row_span == 1 for cell in row.cells)
    return any(known) and all(one or two for one, two in zip(known, wide, strict=True))


def _is_block(text: str) -> bool:
    label = read_label(text, tolerant=False)
    return label is not None and label.kind in ("blocks", "long_blocks")
