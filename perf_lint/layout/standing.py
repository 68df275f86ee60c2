"""Carry the level cells down over the rows for which they stand."""

from collections.abc import Callable
from typing import NamedTuple

from perf_lint.layout.kinds import KINDS, OF_COST
from perf_lint.layout.levels import Level, level_names, read_fragment, read_level
from perf_lint.layout.rows import Origin, Row
from perf_lint.layout.slots import Slots
from perf_lint.model.document import Cell
from perf_lint.model.levels import SATISFACTION, SERVED
from perf_lint.text.blanks import squeeze

LONGEST_REST, LONGEST_LONE_REST = 16, 5
"""Of a level cell that a page broke; a piece that stands alone in its row must be short (标, 度指标)."""


class LevelCell:
    """A level cell with what it means; a later row may bring the rest of its text."""

    __slots__ = ("cell", "level", "origin", "spot")

    def __init__(self, origin: Origin, cell: Cell) -> None:
        self.origin, self.cell = origin, cell
        self.spot = (origin, cell)
        """The same as one, shared by all rows for which the cell stands."""
        self.level = understand(cell.text)

    def complete(self, rest: Cell) -> bool:
        """Take the rest of a broken cell (产出 | 指标, 质量指标 | (必填)); False if both do not make one level name."""
        if self.cell.text[-1] in ")）]】" and not self.level.broken:
            return False  # 产出指标（50） | 改造面积: whole, whatever the brackets say
        text = self.cell.text + rest.text
        whole = read_level(text)
        if whole is None or whole.damaged or whole.broken or (self.level.mark and not self.level.broken):
            return False
        if rest.text[0] in "(（[" and (whole.mark is None or text[-1] not in ")）]"):
            return False  # (1) 购置图书: a name with its number
        self.level = whole._replace(damaged=True)
        return True


class Under(NamedTuple):
    """The level cells below which a row stands; rows below the same ones share this."""

    first: LevelCell | None = None
    second: LevelCell | None = None
    here: bool = False
    """The row has a 一级 cell of its own."""


class Standing:
    """The level cells in force."""

    def __init__(self, uses_cost_level: Callable[[], bool]) -> None:
        self.first: LevelCell | None = None
        self.second: LevelCell | None = None
        self.under = Under()
        """Where the row at hand stands."""
        self.unknown = False
        """One of the level cells so far was no name of a level, or not quite: it may go on in a cell that is one."""
        self._uses_cost_level = uses_cost_level

    def consume_rest(self, cells: tuple[Cell, ...], *, broken: bool) -> tuple[Cell, ...]:
        """Use up leading cells that complete the level cells in force; give the others.

        A cell that names a level by itself completes another only where the table is `broken`, or beside such a rest.
        """
        if not _may_complete(cells):
            return cells
        torn = False
        for found in (self.first, self.second):
            if found is None:
                continue
            unknown = broken and found.level.first is None and found.level.second is None
            unknown = unknown or torn or (found.level.damaged and found is not self.first)
            if (unknown or read_level(cells[0].text) is None) and found.complete(cells[0]):
                cells, torn = cells[1:], True
                if not cells or not _may_complete(cells):
                    break
        return cells

    def begin(self, levels: list[LevelCell], *, inner: bool = False) -> None:
        """Let all rows to come stand below levels that stand in none of them; `inner` says they are no 一级指标."""
        self.second = next((cell for cell in levels[-1:] if inner or cell.level.first is None), None)
        self.first = next((cell for cell in levels if cell is not self.second), None)
        self.under = Under(self.first, self.second)
        self.unknown = True

    def stay(self) -> None:
        """Put nothing new in force: the row has no level cells of its own."""
        if self.under.here:
            self.under = Under(self.first, self.second)

    def take(self, slots: Slots, origin: Origin) -> list[LevelCell]:
        """Put a row's level cells in force; give those that are new."""
        one, two = slots.levels
        here = one is not None
        new: list[LevelCell] = []
        if one and two:
            self.first, self.second = LevelCell(origin, one), LevelCell(origin, two)
            new = [self.first, self.second]
        elif one:
            before, self.first = self.first, LevelCell(origin, one)
            if not self._is_centred(before):
                self._alone(self.first, slots)
            new = [self.first]
        elif two:
            found = LevelCell(origin, two)
            if self._is_first(found, slots):
                self.first, self.second = found, None
            else:
                self.second = found
                here = slots.in_columns and self._reaches(found)
            new = [found]
        self.under = Under(self.first, self.second, here)
        for found in new:
            if found.level.damaged or (found.level.first is None and found.level.second is None):
                self.unknown = True
        return new

    def _is_centred(self, before: LevelCell | None) -> bool:
        """Say whether a 一级 cell stands in the middle of its rows: the 二级 cell in force is one of its own."""
        names = level_names()
        assert self.first
        own, second = names.group(self.first.level.first), self.second
        if second is None or own is None or names.parent(second.level.second) != own:
            return False
        return before is None or names.group(before.level.first) != own

    def _alone(self, found: LevelCell, slots: Slots) -> None:
        """Decide what a 一级 cell without a 二级 cell means."""
        level = found.level
        certain = level.first is not None and slots.in_columns and self._uses_cost_level()
        self.second = found if level.second and not certain else None

    def _is_first(self, found: LevelCell, slots: Slots) -> bool:
        """Say whether a lone level cell, wherever it stands, opens a 一级指标."""
        level = found.level
        if level.first is None or self._is_satisfaction(found) or (slots.in_columns and self._reaches(found)):
            return False
        if level.second is None:
            return not slots.in_columns or level_names().is_standard(level.first)
        return self._uses_cost_level() and not slots.in_columns

    def _reaches(self, found: LevelCell) -> bool:
        """Say whether the 一级 cell in force is merged down to this row."""
        first = self.first
        return (
            first is not None
            and first.origin == found.origin
            and first.cell.row_span > 1
            and first.cell.row < found.cell.row < first.cell.row + first.cell.row_span
        )

    def _is_satisfaction(self, found: LevelCell) -> bool:
        return bool(found.level.first == SATISFACTION and self.first and self.first.level.first == SATISFACTION)


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


def _may_complete(cells: tuple[Cell, ...]) -> bool:
    """Say at a glance whether a row may begin with the rest of a level cell."""
    text = cells[0].text
    return text[-1] in level_names().ends and len(text) <= (LONGEST_REST if len(cells) > 1 else LONGEST_LONE_REST)


def understand(text: str) -> Level:
    """Read a level cell; an unknown one stands for itself."""
    return read_level(text) or read_fragment(text) or Level(None, None, squeeze(text))


class Standings(NamedTuple):
    """What the level cells mean below which a row stands, see `Under`."""

    first: Level | None
    second: Level | None
    here: bool
    same: bool
    """One cell is both."""


def resolve(told: Standings, used: dict[str, str]) -> tuple[str | None, str | None]:
    """Give the 一级 and 二级 names of a row; `used` maps standard 一级 names to those of this form."""
    first, second, here, same = told
    names = level_names()
    second_name = _second_name(first, second)
    parent = names.parent(second_name)
    own = used.get(parent, parent) if parent else None
    if first is None:
        return own, second_name
    if first.first and not (same and parent):
        if parent and not here and names.group(first.first) != parent:
            return own, second_name
        return first.first, second_name
    if first.second or (parent and not here):
        return own, second_name
    return first.text or own, second_name


def _second_name(first: Level | None, level: Level | None) -> str | None:
    if level is None:
        return SERVED if first and first.first == SATISFACTION else None
    if level.second:
        return level.second
    if level.first == SATISFACTION:
        return SERVED
    return level.first or level.text or None
