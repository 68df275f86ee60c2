"""Give the rows of which a rule has something to ask, one list for each question.

A rule that goes through such a list goes through the few rows that matter; where the list is empty it need not run.
"""

from __future__ import annotations

from collections.abc import Callable

from perf_lint.facts.compounds import may_join, measures
from perf_lint.facts.damage import name_damage, value_damage
from perf_lint.facts.deadlines import name_deadline
from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.malformed import MALFORMED, malformation
from perf_lint.facts.management import management, management_term
from perf_lint.facts.marks import LISTED_MARKS, Ends, Test, mark
from perf_lint.facts.measures import UNIT, unit_conflict
from perf_lint.facts.money import is_budget_cost
from perf_lint.facts.name_numbers import NAME_NUMBER, name_number_conflict
from perf_lint.facts.names import is_level_name, level_name
from perf_lint.facts.polarity import DIRECTION, direction_conflict
from perf_lint.facts.ranges import RANGE, range_problem
from perf_lint.facts.spelling import usual_spelling
from perf_lint.facts.unread import level_slip
from perf_lint.facts.vocabulary import fact
from perf_lint.facts.wording import REPEATS, is_in_words, is_statement, lacks_number, may_be_statement, repeats, vague
from perf_lint.facts.years import name_years
from perf_lint.model.levels import COST, COST_KINDS, OUTPUT, SATISFACTION, TIMELINESS

Rows = tuple[IndicatorFacts, ...]
NO_AMOUNT = ("qualitative", "boolean", "none", "percent", "count")


LISTS: dict[str, tuple[Test, bool]] = {}
"""What each list asks of a row, and whether it leaves out rows without a name or that say 无."""


def _list(name: str, doc: str, marks: int, asks: Test, *, filled: bool = True) -> Callable[[FormFacts], Rows]:
    """Declare the list of the rows of which a question is to be answered with anything but no."""
    LISTS[name] = asks, filled
    LISTED_MARKS[name] = marks

    def rows(form: FormFacts) -> Rows:
        asked = form.asked(marks)
        if not asked:
            return ()
        return tuple(row for row in asked if (not filled or row.is_filled) and asks(row) not in (None, False))

    rows.__name__ = name
    return fact(FormFacts, "list(Indicator)", doc)(rows)


def _is_bare(row: IndicatorFacts) -> bool:
    return row.value.kind == "number"


def _is_worded(row: IndicatorFacts) -> bool:
    return row.value.kind == "qualitative"


def _is_approximate(row: IndicatorFacts) -> bool:
    return bool(row.value.approx)


def _is_share(row: IndicatorFacts) -> bool:
    return row.value.kind == "percent"


def _is_unsigned_share(row: IndicatorFacts) -> bool:
    return row.value.kind == "percent" and row.value.comparator in (None, "=")


def _is_satisfaction(row: IndicatorFacts) -> bool:
    return row.level1 == SATISFACTION


def _is_joined(row: IndicatorFacts) -> bool:
    return len(measures(row)) > 1


def _states_years(row: IndicatorFacts) -> bool:
    return bool(name_years(row))


def _may_be_timing(row: IndicatorFacts) -> bool:
    return row.level2 in (TIMELINESS, None)


def _is_damaged(row: IndicatorFacts) -> bool:
    return value_damage(row) is not None or name_damage(row) is not None


def _is_first_level_cost(row: IndicatorFacts) -> bool:
    return row.level1 == COST


def _is_output_cost(row: IndicatorFacts) -> bool:
    return row.level1 == OUTPUT and row.level2 == COST


def _is_output_cost_kind(row: IndicatorFacts) -> bool:
    return row.level1 == OUTPUT and row.level2 in COST_KINDS


def _is_unnamed(row: IndicatorFacts) -> bool:
    return not row.name.strip()


def _is_blank(row: IndicatorFacts) -> bool:
    return not row.value_text.strip()


unit_conflicts = _list("unit_conflicts", "单位与名称不符的指标", UNIT, unit_conflict)
direction_conflicts = _list("direction_conflicts", "方向相反的指标", DIRECTION, direction_conflict)
range_problems = _list("range_problems", "比率超出范围的指标", RANGE, range_problem)
number_conflicts = _list("number_conflicts", "名称与指标值的数不同的指标", NAME_NUMBER, name_number_conflict)
malformed = _list("malformed", "指标值错乱的指标", MALFORMED, malformation)
repeating = _list("repeating", "指标值重复名称或说明的指标", REPEATS, repeats)
numberless = _list("numberless", "指标值没有数的指标", mark(value=is_in_words, odd=True), lacks_number)
vaguely_put = _list("vaguely_put", "指标值空泛的指标", mark(value=vague, odd=True), vague)
unusually_spelled = _list("unusually_spelled", "写法不通行的指标", mark(value=usual_spelling, odd=True), usual_spelling)
bare_numbers = _list("bare_numbers", "指标值只是一个数的指标", mark(kinds=("number",)), _is_bare)
worded = _list("worded", "定性的指标", mark(kinds=("qualitative",)), _is_worded)
approximate = _list("approximate", "指标值是约数的指标", mark(value=_is_approximate), _is_approximate)
shares_of_statements = _list(
    "shares_of_statements",
    "名称是陈述而值是百分数的指标",
    mark(name=Ends(may_be_statement, is_statement), kinds=("percent",)),
    lambda row: _is_share(row) and is_statement(row),
)
unsigned_satisfactions = _list(
    "unsigned_satisfactions",
    "没有比较符号的满意度",
    mark(levels=_is_satisfaction, value=_is_unsigned_share),
    lambda row: _is_satisfaction(row) and _is_unsigned_share(row),
)
level_names = _list(
    "level_names", "名称为上级指标名称的指标", mark(name=lambda row: level_name(row.name)), is_level_name
)
management_rows = _list(
    "management_rows", "写管理要求的指标", mark(name=lambda row: management_term(row.name)), management
)
joined_measures = _list(
    "joined_measures",
    "名称有几项衡量内容的指标",
    mark(name=lambda row: may_join(row.name) and _is_joined(row)),
    _is_joined,
)
dated_names = _list(
    "dated_names", "名称写有年份的指标", mark(name=_states_years, odd=True), _states_years, filled=False
)
timed_names = _list(
    "timed_names", "名称写有时限的指标", mark(name=name_deadline, odd=True), name_deadline, filled=False
)
timing_rows = _list(
    "timing_rows", "时效指标和级次不明的指标", mark(levels=_may_be_timing), _may_be_timing, filled=False
)
damaged = _list(
    "damaged",
    "有识别残留的指标",
    mark(name=name_damage, odd=True) | mark(value=value_damage, odd=True),
    _is_damaged,
    filled=False,
)
misspelled_levels = _list("misspelled_levels", "级次名称写错的指标", mark(levels=level_slip), level_slip, filled=False)
half_blank = _list(
    "half_blank",
    "缺名称或指标值的指标",
    mark(name=_is_unnamed, odd=True) | mark(value=_is_blank, odd=True),
    lambda row: _is_unnamed(row) or _is_blank(row),
    filled=False,
)
costs_without_amount = _list(
    "costs_without_amount",
    "值不是数额的预算成本指标",
    mark(levels=is_budget_cost, kinds=NO_AMOUNT),
    lambda row: is_budget_cost(row) and row.value.kind in NO_AMOUNT,
    filled=False,
)
first_level_costs = _list(
    "first_level_costs", "一级为成本指标的指标", mark(levels=_is_first_level_cost), _is_first_level_cost, filled=False
)
output_costs = _list(
    "output_costs", "产出指标下的成本指标", mark(levels=_is_output_cost), _is_output_cost, filled=False
)
output_cost_kinds = _list(
    "output_cost_kinds",
    "产出指标下分类的成本指标",
    mark(levels=_is_output_cost_kind),
    _is_output_cost_kind,
    filled=False,
)
