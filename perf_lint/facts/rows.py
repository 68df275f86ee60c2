"""Hold the rows of a form, and tell which questions are worth asking of each without making it.

Names, targets and levels recur from form to form, and most rows leave no question open: those are never made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import and_, or_
from typing import Any

from perf_lint.facts.alike import alike
from perf_lint.facts.indicator_view import IndicatorFacts, same_levels, same_name, same_value
from perf_lint.facts.marks import marked_columns, marks_of_columns, marks_of_levels, marks_of_name, marks_of_value
from perf_lint.facts.value_view import ValueFacts
from perf_lint.model.form import Indicator
from perf_lint.text.memo import Memo
from perf_lint.values import parse_value

LEVELS_END = MARK = Indicator._fields.index("mark")
"""Before it stand the fields about levels."""
NAME, VALUE = Indicator._fields.index("name"), Indicator._fields.index("value")
Columns = tuple[tuple[Any, ...], ...]
NO_ROWS: Columns = ((),) * len(Indicator._fields)
Levels = tuple[str | None, str | None, str, str]
"""The 一级 and 二级指标 of a row, and what its cells say."""


class Rows(dict[int, IndicatorFacts]):
    """The rows of a form by number from 0, each made when it is first asked for.

    They know the form by its id(): a reference would be a circle.
    """

    __slots__ = ("form", "models")

    def __init__(self, models: tuple[Indicator, ...], form: int) -> None:
        super().__init__()
        self.models = models
        self.form = form

    def __missing__(self, number: int) -> IndicatorFacts:
        row = self[number] = IndicatorFacts(self.models[number], number, self.form)
        return row

    def every(self) -> tuple[IndicatorFacts, ...]:
        """Give all rows in document order."""
        return tuple([self[number] for number in range(len(self.models))])


def columns_of(models: tuple[Indicator, ...]) -> Columns:
    """Give what stands in each field of the rows: what is asked of all rows is asked of a column at once."""
    return tuple(zip(*models, strict=True)) or NO_ROWS


def levels_in(columns: Columns) -> Iterator[Levels]:
    """Give the levels of each row."""
    return zip(*columns[:LEVELS_END], strict=True)


def marked_in(columns: Columns) -> tuple[int, list[tuple[int, int]]]:
    """Give the questions worth asking of any row, and the rows worth asking: their own questions and number.

    What stands in other columns opens the questions that look at them.
    """
    of_name = map(marks_by_name.__getitem__, columns[NAME])
    of_value = map(marks_by_value.__getitem__, columns[VALUE])
    of_levels = map(marks_by_levels.__getitem__, levels_in(columns))
    marks: Iterable[int] = map(and_, of_levels, map(and_, of_name, of_value))
    if any(map(any, map(columns.__getitem__, marked_columns))):
        marks = map(or_, marks, map(marks_of_columns, zip(*columns, strict=True)))
    rows = [(own, number) for number, own in enumerate(marks) if own]
    return reduce(or_, [own for own, _ in rows], 0), rows


def _of_name(name: str) -> int:
    row = IndicatorFacts.__new__(IndicatorFacts)
    row.name = name
    row.__dict__ = row.of_name = same_name(name)
    return marks_of_name(row, name)


def _of_value(text: str) -> int:
    same = alike(text)
    if same is not None and same != text:
        return marks_by_value[same]
    row = IndicatorFacts.__new__(IndicatorFacts)
    row.value_text = text
    row.of_value = same_value(text)
    value = ValueFacts(parse_value(text), "")
    row.__dict__ = {**row.of_value, "value": value}
    return marks_of_value(row, text, value.kind)


def _of_levels(levels: Levels) -> int:
    row = IndicatorFacts.__new__(IndicatorFacts)
    row.level1, row.level2, row.level1_text, row.level2_text = levels
    row.__dict__ = row.of_levels = same_levels(*levels)
    return marks_of_levels(row)


# A test looks at its own part of a row only, so that the row it is given has no other.
marks_by_name: Memo[str, int] = Memo(_of_name)
marks_by_value: Memo[str, int] = Memo(_of_value)
marks_by_levels: Memo[Levels, int] = Memo(_of_levels)
