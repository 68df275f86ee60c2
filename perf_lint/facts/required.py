"""Say which levels a form must fill: by the marks it prints, else by its framework's list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import NAMELESS, IndicatorFacts
from perf_lint.facts.levels import is_own_level
from perf_lint.facts.rows import MARK, Levels, levels_in
from perf_lint.facts.vocabulary import declare, fact, keep, kept
from perf_lint.model.levels import (
    BENEFIT,
    COST,
    COST_KINDS,
    ECOLOGICAL,
    ECONOMIC,
    LASTING,
    OUTPUT,
    QUALITY,
    QUANTITY,
    SATISFACTION,
    SERVED,
    SOCIAL,
    TIMELINESS,
)

_OUTPUTS = dict.fromkeys((QUANTITY, QUALITY, TIMELINESS), OUTPUT)
_EFFECTS = dict.fromkeys((ECONOMIC, SOCIAL, ECOLOGICAL, LASTING), BENEFIT) | {SERVED: SATISFACTION}
LEVELS = {
    "cn-2015": _OUTPUTS | {COST: OUTPUT} | _EFFECTS,
    "cn-2021": dict.fromkeys(COST_KINDS, COST) | _OUTPUTS | _EFFECTS,
}
"""二级指标 of each framework with the 一级指标 above it (财预〔2015〕88号, 财预〔2021〕101号)."""
REQUIRING = ("必填", "硬性", "必选")


class LevelFacts:
    """A level of the form's framework: whether the form has it and whether anything stands in it."""

    TYPE = "Level"
    __slots__ = ("__dict__", "form", "name", "of", "parent", "unread")

    def __init__(self, form: FormFacts, name: str, parent: str) -> None:
        """Stand for a 二级指标; for a 一级指标 where it is its own parent.

        The form keeps its levels: a reference to it would be a circle, which nothing frees during a run.
        """
        self.form = id(form)
        self.of = form.rows
        self.unread = bool(form.unread)
        self.name = name
        self.parent = parent

    @property
    def all(self) -> tuple[IndicatorFacts, ...]:
        """Give the rows of the form: most levels are not asked for any."""
        return self.of.every()

    @kept
    def rows(self) -> tuple[IndicatorFacts, ...]:
        """Give the rows that stand in the level."""
        if self.name == self.parent:
            return tuple(row for row in self.all if row.level1 == self.name)
        return tuple(row for row in self.all if standard_level(row.level1, row.level2) == self.name)

    @kept
    def path(self) -> str:
        """Point at the level's first row, else at the first of its block, else at the last of the form."""
        rows = self.all
        block = self.rows or [row for row in rows if row.level1 == self.parent] or rows[-1:]
        return block[0].path if block else ""

    @kept
    def printed(self) -> bool:
        """Tell whether the form has the level."""
        return bool(self.rows)

    @kept
    def required_mark(self) -> bool:
        """Tell whether a mark printed in the form requires the level."""
        return any(is_requiring(row.mark) for row in self.rows if row.mark)

    @kept
    def block_filled(self) -> bool | None:
        """Tell the same of the 一级指标 above."""
        return self._filled([row for row in self.all if row.level1 == self.parent])

    @kept
    def filled(self) -> bool | None:
        """Tell whether anything stands in the level; null where a row without a place may be what is missing."""
        return self._filled(self.rows)

    def _filled(self, rows: Sequence[IndicatorFacts]) -> bool | None:
        if not all(row.is_none for row in rows):
            return True
        return False if rows or _sure(self._loose(), self.parent) else None

    def _loose(self) -> frozenset[str | None]:
        """Give the 一级指标 with rows that may be those of a missing level; None where something has no place."""
        if self.unread:
            return frozenset((None,))
        return frozenset(row.level1 for row in self.all if row.level1 is None or not _is_placed(row))


declare(
    "Level",
    {
        "path": ("string", "字段路径"),
        "name": ("string", "指标级次名称"),
        "parent": ("string", "一级指标"),
        "rows": ("list(Indicator)", "该级次的指标"),
        "printed": ("bool", "表中是否有该级次"),
        "required_mark": ("bool", "表上是否标明必填"),
        "filled": ("bool", "能够确定归属的指标行"),
        "block_filled": ("bool", "一级指标中能够确定归属的指标行"),
    },
)


def is_requiring(mark: str | None) -> bool:
    """Tell whether a printed mark makes its level required: 必填, 必填量化, 必填硬性指标."""
    return bool(mark) and any(word in (mark or "") for word in REQUIRING)


@fact(FormFacts, "bool", "表上是否印有必填标记")
def prints_marks(form: FormFacts) -> bool:
    """Tell whether the form prints marks that decide what is required."""
    return any(map(is_requiring, printed_marks(form)))


@keep(FormFacts)
def printed_marks(form: FormFacts) -> frozenset[str | None]:
    """Give the different marks of the rows, null among them."""
    return frozenset(form.row_columns[MARK])


@fact(FormFacts, "bool", "表上是否印有“硬性”标记")
def prints_hard_marks(form: FormFacts) -> bool:
    """Tell whether the form is of the template that marks levels 必填 and 必填硬性指标."""
    return any("硬性" in (mark or "") for mark in printed_marks(form))


@fact(FormFacts, "bool", "是否转移支付绩效目标表")
def is_transfer(form: FormFacts) -> bool:
    """Tell whether the form is one for transfer payments or regions, whose levels are chosen from a longer list."""
    return any(word in form.title for word in ("转移支付", "区域绩效", "专项资金"))


@fact(FormFacts, "list(Level)", "二级指标级次")
def second_levels(form: FormFacts) -> tuple[LevelFacts, ...]:
    """Give the 二级指标 of the form's framework, present or not; empty where the framework is not known."""
    return tuple(LevelFacts(form, name, parent) for name, parent in LEVELS.get(form.framework or "", {}).items())


def standard_level(level1: str | None, level2: str | None) -> str | None:
    """Give the 二级指标 of a row; under 满意度 every name of its own (游客满意度) fills the standard one."""
    return SERVED if level2 is not None and level1 == SATISFACTION else level2


@fact(FormFacts, "list(Level)", "一级指标级次")
def first_levels(form: FormFacts) -> tuple[LevelFacts, ...]:
    """Give the 一级指标 of the form's framework, present or not; empty where the framework is not known."""
    return tuple(LevelFacts(form, parent, parent) for parent in _first_of(form.framework))


@cache
def _first_of(framework: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(LEVELS.get(framework or "", {}).values()))


@keep(FormFacts)
def filled_levels(form: FormFacts) -> frozenset[Levels]:
    """Give the different levels of the rows that do not say 无."""
    empty = [row.index for row in form.asked(NAMELESS) if row.is_none]
    if not empty:
        return form.level_cells
    return frozenset([levels for number, levels in enumerate(levels_in(form.row_columns)) if number not in empty])


@lru_cache(1024)
def _missing(framework: str | None, filled: frozenset[Levels]) -> tuple[tuple[str, str], ...]:
    """Give the 二级指标 that are not filled, each with its 一级指标; forms of one template fill the same ones."""
    present = {standard_level(level1, level2) for level1, level2, _, _ in filled}
    return tuple([(name, parent) for name, parent in LEVELS.get(framework or "", {}).items() if name not in present])


@lru_cache(1024)
def _missing_first(framework: str | None, filled: frozenset[Levels]) -> tuple[str, ...]:
    """Give the 一级指标 that are not filled."""
    present = {level1 for level1, _, _, _ in filled}
    return tuple([name for name in _first_of(framework) if name not in present])


@fact(FormFacts, "list(Level)", "不能确定有内容的二级指标")
def empty_second_levels(form: FormFacts) -> tuple[LevelFacts, ...]:
    """Give the 二级指标 in which nothing is known to stand."""
    missing = _missing(form.framework, filled_levels(form))
    return tuple([LevelFacts(form, name, parent) for name, parent in missing])


@fact(FormFacts, "list(Level)", "不能确定有内容的一级指标")
def empty_first_levels(form: FormFacts) -> tuple[LevelFacts, ...]:
    """Give the 一级指标 in which nothing is known to stand."""
    return tuple([LevelFacts(form, name, name) for name in _missing_first(form.framework, filled_levels(form))])


def _sure(loose: frozenset[str | None], parent: str) -> bool:
    """Tell whether a level without rows is truly absent: no row of its block is unplaced, no cell stayed unread."""
    return None not in loose and parent not in loose


def _is_placed(row: IndicatorFacts) -> bool:
    """Tell whether the row stands under a 二级指标 that is known; one of the form's own may be the missing one."""
    return row.level2 is not None and not is_own_level(row)
