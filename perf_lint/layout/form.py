"""Read the rows of one form from its heading to its last indicator."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from perf_lint.layout.column_roles import of_year
from perf_lint.layout.columns import IMPLIED, LEVELS, TARGETS, Columns, is_column_row
from perf_lint.layout.draft import FormDraft
from perf_lint.layout.fields_below import is_field_row, sums_of_parts
from perf_lint.layout.header import HeaderReader
from perf_lint.layout.heading_row import long_set, read_columns, under
from perf_lint.layout.headings import (
    counts,
    has_level,
    heads_asides,
    heads_results,
    is_block,
    reaches_down,
    repeats_level,
)
from perf_lint.layout.indicators import IndicatorReader
from perf_lint.layout.kinds import COLUMN, LABEL, LEVEL
from perf_lint.layout.labels import Label, column_role, is_coded_unit, money_unit, read_label
from perf_lint.layout.levels import read_level
from perf_lint.layout.rows import Origin, Row
from perf_lint.layout.second_heading import headed_by, refine
from perf_lint.layout.segment import Segment
from perf_lint.layout.standing import CostLevel
from perf_lint.layout.titles import is_heading_text
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
        self.heading_unit = ""
        """The unit of money that stands above the form."""
        self.heads: set[str] = set()
        """Which of the two units the heading names: they hold for the forms below it that name none."""
        self.lies_across = False
        """Levels stand beside one another in a row, and nothing else: they head columns."""
        self._header = HeaderReader(self.draft)
        self._active: list[IndicatorReader] = []
        self._uses_cost_level = CostLevel(segment.body)
        self._results: IndicatorReader | None = None
        """Reads a table that tells what was reached of the indicators above it."""
        self._levels: list[Row] = []
        """Lines that name levels, above all column headings."""
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
        if self._levels:
            self._head_with_levels()
        self.draft.close()
        if self._results:
            from perf_lint.layout.results import join_results

            join_results(self._results, self.sets, self.draft)
        for reader in self.sets:
            if reader.columns is IMPLIED:
                reader.part_names()
        if not any(reader.items for reader in self.sets):
            from perf_lint.layout.told import read_told

            read_told(self.draft, lambda: self._new_set(IMPLIED))

    def read_heading(self) -> None:
        """Read what stands above the form."""
        for row in self.segment.heading:
            self._take_heading(row)
        self.heading_unit = self.draft.header_unit
        self.heads = {role for role in _FILERS if self.draft.texts.get(role)}

    def begin(self, columns: Columns) -> None:
        """Begin a set of indicators whose columns are known."""
        self._start((columns,))

    def begin_below(
        self, levels: Sequence[Cell], columns: Columns, origin: Origin, *, inner: bool = False
    ) -> IndicatorReader:
        """Begin a set of indicators that all stand below one level, or one of either kind."""
        reader = self._new_set(columns)
        reader.stand_below(levels, origin, inner=inner)
        return reader

    def _new_set(self, columns: Columns) -> IndicatorReader:
        """Begin a set of indicators behind those there are."""
        reader = IndicatorReader(self.draft, columns, self._uses_cost_level)
        self.sets.append(reader)
        return reader

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
            elif cell.text[0].isdecimal() and is_coded_unit(cell.text) and not is_heading_text(row.text):
                self._header.take(row)

    def _read_row(self, row: Row) -> None:
        if self._waiting and not is_column_row(row):
            self._flush()
        if self._opened and (counts(row) or self._refine(row) or heads_asides(row)):
            return
        if row.kinds & COLUMN and (is_column_row(row) or (self._active and heads_results(row))):
            self._begin(under(self._waiting, row), self._above)
            self._waiting = None
        elif row.aligned and reaches_down(row):
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
        if not (row.aligned or has_level(row) or any(refined)):
            from perf_lint.layout.parted import in_turn

            refined = [in_turn(reader.columns, row) for reader in self._active]
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
        labelled = row.kinds & LABEL
        if labelled and len(self._active) == 1 and (sums := sums_of_parts(row, self._active[0].columns)):
            self._take_whole(row, sums)
        elif self._active and not (labelled and is_field_row(row, self.draft)):
            self._indicator(row)
        elif not self._active and self._is_indicator(row):
            self._start((IMPLIED,))
            self._indicator(row)
        elif row.loose and row.kinds & LEVEL and not self._active and read_level(row.text):
            self._levels.append(row)
        else:
            self._header.take(row)

    def _begin(self, row: Row, above: Row | None) -> None:
        self._note_block(row)
        columns = tuple(of_year(one, self._year) for one in read_columns(row))
        if len(columns) == 1 and above and above.aligned and above.origin == row.origin:
            columns = (headed_by(columns[0], above),)
        if len(columns) == 1 and row.aligned and not columns[0].roles(levels=True):
            from perf_lint.layout.spanned import spread

            columns = (spread(columns[0], self._below(row)),)
        if any(one.long_term for one in columns) and not self._has_long_term() and repeats_level(row):
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
        if self._active and len(columns) == 1 and self._tells_results(columns[0]):
            self._results = IndicatorReader(self.draft, columns[0], self._uses_cost_level)
            self._active = [self._results]
            return
        kinds = [one.long_term for one in columns]
        if [one.columns.long_term for one in self._active] == kinds:
            for reader, one in zip(self._active, columns, strict=True):
                reader.head(one)
            return
        self._active = [self._new_set(one) for one in columns]
        if self._levels:
            self._head_with_levels()

    def _tells_results(self, columns: Columns) -> bool:
        """Say whether headings below indicators with targets name no target, but what was reached."""
        if not any(reader.items for reader in self._active):
            return False
        roles = {column.role for column in columns.items}
        given = {column.role for reader in self._active for column in reader.columns.items}
        return "actual" in roles and not roles & TARGETS and bool(given & TARGETS) and "actual" not in given

    def _head_with_levels(self) -> None:
        """Let lines that name levels above the column headings hold for the rows below them."""
        for row in self._levels:
            if not (len(self._active) == 1 and self._active[0].takes_level(row)):
                self.draft.leave(row, row.cells[0])
        self._levels = []

    def _take_whole(self, row: Row, sums: tuple[Cell, ...]) -> None:
        """Take the sum of the whole, below the target of the whole; leave those of its parts."""
        columns = self._active[0].columns
        whole = [cell for cell in sums if (column := columns.at(cell)) and column.role == "value"]
        if len(whole) == 1:
            self._header.take(row.with_cells((row.cells[0], whole[0])))
        for cell in row.cells if len(whole) != 1 else sums:
            if cell not in whole:
                self.draft.leave(row, cell)

    def _is_indicator(self, row: Row) -> bool:
        if not row.kinds & LEVEL or len(row.cells) < 2:
            return False
        levels = [read_level(cell.text) for cell in row.cells]
        if all(levels):
            self.lies_across = True
            return False
        if len(row.cells) < 3 or column_role(row.cells[0].text) in LEVELS:
            return False
        second = read_label(row.cells[1].text, tolerant=False)
        if second and second.kind == "funds":  # 资金投入 is a level, and the name of a money block
            return False
        return any(one and two for one, two in pairwise(levels[:3])) or bool(levels[0])

    def _indicator(self, row: Row) -> None:
        if len(row.cells) == 1 and is_block(row.cells[0].text):
            return
        if row.loose:
            first = self._active[0]
            if not (first.takes_level(row) or first.continues(row)):
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
