"""Read the rows below the column headings: one indicator each, with its levels and all its columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from perf_lint.layout.columns import LEVELS, NO_CONTENT, TARGETS, Columns
from perf_lint.layout.continued import continues, join_all, unfolds, wraps
from perf_lint.layout.draft import FormDraft
from perf_lint.layout.indicator_draft import IndicatorDraft
from perf_lint.layout.joined import is_sign, part_figure, part_remark, part_targets
from perf_lint.layout.kinds import ENDS_LEVEL, KINDS, LEVEL
from perf_lint.layout.labels import column_role
from perf_lint.layout.levels import both_levels, front_levels, read_level
from perf_lint.layout.prose import ProseItem
from perf_lint.layout.rows import Origin, Row
from perf_lint.layout.shapes import LOOKS, VALUE, assign, plans
from perf_lint.layout.slots import NO_LEVELS, Slots, looks_like_value
from perf_lint.layout.standing import LevelCell, Standing
from perf_lint.model.document import Cell

FEWEST = 3
"""Of fewer names nobody can tell whether targets stand with them."""
_OF_LEVELS = ("weight", "score", "aside")
"""Columns that may hold a figure for a level as a whole."""
_NOT_IN_TURN = frozenset((*NO_CONTENT, "unknown"))


class IndicatorReader:
    """Read one set of indicators row by row."""

    def __init__(self, draft: FormDraft, columns: Columns, uses_cost_level: Callable[[], bool]) -> None:
        self._draft = draft
        self.head(columns)
        self._has_levels = not self.roles.isdisjoint(LEVELS)
        self.items: list[IndicatorDraft] = []
        self._standing = Standing(uses_cost_level)
        self._spans: dict[str, tuple[Cell, Origin]] = {}
        self._folds = False
        """A name or a target went on in the line below: so may others."""

    def head(self, columns: Columns) -> None:
        """Put column headings in force."""
        self.columns = columns
        self._known, self.roles = plans(columns)

    def take(self, row: Row) -> None:
        """Read one row: an indicator, the continuation of one, or level cells alone."""
        standing = self._standing
        if row.kinds & ENDS_LEVEL and (standing.unknown or not KINDS[row.cells[0].text] & LEVEL):
            rest = self._behind_level(row)
            if rest is None:
                return
            row = rest
        beside = row.cells[0].column > 1 and len(row.cells) > 1 and self._has_levels and not row.aligned
        if not beside and self._is_no_indicator(row):
            return
        slots = assign(row, self.columns, self._known)
        if not self._has_levels and "name" in slots.fields:
            self._part_front(slots)
        if slots.levels != NO_LEVELS:
            self._stand(row, slots)
        elif self._completes_row(row) or (
            beside and not LOOKS[row.cells[-1].text] & VALUE and self._wraps(row, row.cells, torn=False)
        ):
            return
        else:
            standing.stay()
        if slots.whole and not row.aligned:
            self.items.append(IndicatorDraft(row.origin, standing.under, slots.fields))
        else:
            self._complete(row, slots)

    def _behind_level(self, row: Row) -> Row | None:
        """Take the rest of a level cell that begins a row; give what follows, if that is no rest, too."""
        cells = self._standing.consume_rest(row.cells, broken=row.gap)
        if len(cells) == len(row.cells):
            return row
        return row.with_cells(cells, aligned=False) if cells and not self._wraps(row, cells, torn=True) else None

    def _complete(self, row: Row, slots: Slots) -> None:
        """Make what a row says of its cells and of those merged down to it."""
        if slots.extra:
            if any(column_role(cell.text) == "actual" for cell in slots.extra):
                for cell in row.cells:  # 完成值 below 目标值: what was reached, in a row of its own
                    self._draft.leave(row, cell)
                return
            self._sort_out(row, slots)
        if row.aligned:
            self._inherit(row, slots)
        self._keep(row, slots)

    def _is_no_indicator(self, row: Row) -> bool:
        """Take a row that goes on with the one before it, that names a level alone, or that heads what follows."""
        if self.continues(row) or self.takes_level(row):
            return True
        if not row.aligned or not (self._heads_part(row) or self._is_other_field(row)):
            return False
        for cell in row.cells:
            self._draft.leave(row, cell)
        return True

    def _stand(self, row: Row, slots: Slots) -> None:
        """Put the level cells of a row in force."""
        one, two = slots.levels
        alone = one if two is None else two if one is None else None
        parted = both_levels(alone.text) if alone else None
        if alone and parted:
            slots.levels = alone._replace(text=parted[0]), alone._replace(text=parted[1])
        for found in self._standing.take(slots, row.origin):
            if found.level.damaged or found.level.broken:
                self._note_damage(found)

    def _part_front(self, slots: Slots) -> None:
        """Take the levels that a name carries in front of it, in a table without columns for them."""
        cell = slots.fields["name"]
        front = front_levels(cell.text)
        if front:
            one, two, name = front
            slots.levels = cell._replace(text=one), cell._replace(text=two) if two else None
            slots.fields["name"] = cell._replace(text=name)

    def _sort_out(self, row: Row, slots: Slots) -> None:
        """Leave what no column takes, but for a comparison whose column has a heading that nobody knows."""
        for cell in slots.extra:
            if is_sign(cell.text) and "sign" not in slots.fields:
                slots.fields["sign"] = cell
            elif not (column_role(cell.text) in TARGETS or self._completes_target(cell, slots)):
                self._draft.leave(row, cell)

    def _completes_target(self, cell: Cell, slots: Slots) -> bool:
        """Take number and unit that stand in cells of their own beside the comparison, below one wide heading."""
        from perf_lint.values.units import known

        value = slots.fields.get("value")
        if value is None or not slots.in_columns or self._role(cell) != "value":
            return False
        if is_sign(value.text) and "sign" not in slots.fields and looks_like_value(cell.text):
            slots.fields["sign"], slots.fields["value"] = value, cell
        elif "unit" not in slots.fields and known(cell.text):
            slots.fields["unit"] = cell
        else:
            return False
        return True

    def _keep(self, row: Row, slots: Slots) -> None:
        """Make an indicator of a row, or several of a cell that names them with their targets."""
        if "value" in slots.fields and "name_value" not in slots.fields:
            self._add(row, slots.fields)
            return
        promised = slots.fields.pop("name_value", None)
        both = promised or self._lone_name(slots)
        if both:
            for name, value in part_targets(both.text, certain=promised is not None):
                if promised and not value:
                    name, value = part_remark(name) or part_figure(name)  # noqa: PLW2901
                self._add(row, {**slots.fields, "name": both._replace(text=name), "value": both._replace(text=value)})
        elif slots.fields:
            self._add(row, slots.fields)

    def part_names(self) -> None:
        """Part the targets from all names where a form without column headings gives no target of its own."""
        if len(self.items) < FEWEST or any(item.texts.get("value") for item in self.items):
            return
        for item in self.items:
            name, value = part_figure(item.texts["name"])
            if value:
                item.texts["name"], item.texts["value"] = name, value
                item.cells["value"] = item.cells["name"]

    def _lone_name(self, slots: Slots) -> Cell | None:
        """Take the name away where the form has no column for targets: 三级指标(含目标值)."""
        if "value" in slots.fields or any(column.role in TARGETS for column in self.columns.items):
            return None
        return slots.fields.pop("name", None)

    def _add(self, row: Row, fields: dict[str, Cell]) -> None:
        item = IndicatorDraft(row.origin, self._standing.under, fields)
        item.complete()
        if not item.is_empty:
            self.items.append(item)

    def stand_below(self, levels: Sequence[Cell], origin: Origin, *, inner: bool = False) -> None:
        """Let all indicators stand below the levels that head their columns; `inner` says they are no 一级指标."""
        self._standing.begin([LevelCell(origin, level) for level in levels], inner=inner)

    def give(self, row: Row, fields: dict[str, Cell]) -> None:
        """Take an indicator whose cells are known."""
        self._add(row, fields)

    def take_prose(self, item: ProseItem, origin: Origin, cell: Cell) -> None:
        """Take an indicator that was found in a sentence; the sentence is its place."""
        cells = [cell._replace(text=text) for text in item.levels[-2:]]
        first, second = cells if len(cells) == 2 else (None, cells[0])
        self._standing.take(Slots((first, second)), origin)
        fields = {"name": cell._replace(text=item.name), "value": cell._replace(text=item.value)}
        made = IndicatorDraft(origin, self._standing.under, fields)
        made.complete()
        self.items.append(made)

    def _wraps(self, row: Row, cells: tuple[Cell, ...], *, torn: bool) -> bool:
        """Take cells as the second lines of the name and the value above them."""
        last = self.items[-1] if self.items else None
        roles = wraps(row, cells, last.cells, self.columns, torn=torn) if last else []
        if last and roles:
            join_all(roles, last.texts, cells)
            self._folds = True
        return roles != []

    def continues(self, row: Row) -> bool:
        """Take a row as the rest of the indicator before it, where a page or a line break tore it apart."""
        if len(row.cells) == 1 and not row.aligned and self._wraps(row, row.cells, torn=self._folds):
            return True
        if not self.items or (len(row.cells) > 1 and (row.aligned or row.cells[0].column > 1)):
            return False
        last = self.items[-1]
        given = (row, last.texts, last.cells, self.columns)
        if not (continues(*given) or unfolds(*given)):
            return False
        if last.label is None:
            last.part_label()
        return True

    def takes_level(self, row: Row) -> bool:
        """Take a row that names a level above its indicators, where levels have no columns of their own."""
        if self._has_levels:
            return False
        numbered = len(row.cells) > 1 and self._role(row.cells[0]) == "number"
        cell, *others = row.cells[1:] if numbered else row.cells
        if others and not (row.aligned and all(self._role(other) in _OF_LEVELS for other in others)):
            return False
        level = read_level(cell.text)
        if level is None or level.damaged:
            return False
        outer = level.first is not None and level.second is None
        self._standing.take(Slots((cell, None) if outer else (None, cell)), row.origin)
        return True

    def _heads_part(self, row: Row) -> bool:
        """Say whether a row is one cell merged over names and targets, and no level: a heading within the table."""
        cell = row.cells[0]
        if len(row.cells) > 1 or cell.col_span == 1 or read_level(cell.text):
            return False
        end = cell.column + cell.col_span
        covered = {column.role for column in self.columns.items if cell.column <= column.start < end}
        return {"name", "value"} <= covered

    def _is_other_field(self, row: Row) -> bool:
        """Say whether a row is a text with a heading that covers all level columns and is no level (改进措施)."""
        cell = row.cells[0]
        if len(row.cells) != 2 or cell.col_span == 1:
            return False
        end = cell.column + cell.col_span
        covered = {column.role for column in self.columns.items if cell.column <= column.start < end}
        return {*LEVELS} <= covered and read_level(cell.text) is None

    def _role(self, cell: Cell) -> str:
        column = self.columns.at(cell)
        return column.role if column else ""

    def _completes_row(self, row: Row) -> bool:
        """Take cells as the missing end of the row before, where a blank line tore a one-cell-a-line row apart."""
        if row.aligned or not self.items:
            return False
        last = self.items[-1]
        if "value" in last.cells and _on_one_line(last.cells):
            return False
        roles = [role for role in self.columns.roles(levels=False) if role not in _NOT_IN_TURN]
        have = [role for role in roles if role in last.cells]
        missing = roles[len(have) :]
        if not missing or have != roles[: len(have)] or len(missing) != len(row.cells):
            return False
        if len(roles) < 3 and not looks_like_value(row.cells[0].text):
            return False
        for role, cell in zip(missing, row.cells, strict=True):
            last.texts[role], last.cells[role] = cell.text, cell
        return True

    def _inherit(self, row: Row, slots: Slots) -> None:
        """Let a cell merged over several rows stand in each of them (one value for two names)."""
        number = row.cells[0].row
        for role, (cell, origin) in list(self._spans.items()):
            if origin != row.origin or cell.row + cell.row_span <= number:
                del self._spans[role]
            elif slots.fields and role not in slots.fields:
                slots.fields[role] = cell
        for role, cell in slots.fields.items():
            if cell.row_span > 1:
                self._spans[role] = (cell, row.origin)

    def _note_damage(self, found: LevelCell) -> None:
        level = found.level
        self._draft.damaged(level.second or level.first or level.text, found.origin, found.cell)


def _on_one_line(cells: dict[str, Cell]) -> bool:
    """Say whether name and value of an indicator stand beside one another, not one a line."""
    value, name = cells["value"], cells.get("name")
    return name is None or name.line == value.line
