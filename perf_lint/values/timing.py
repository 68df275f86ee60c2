"""Give dates their meaning: a date, a deadline, a period, or what recurs by a day."""

from __future__ import annotations

from typing import Any

from perf_lint.model.value import DateSpan
from perf_lint.text.pattern import lazy_pattern
from perf_lint.values.calendar import Moment, day_before, is_year, moment, span
from perf_lint.values.parts import Atom, Core, Unclear
from perf_lint.values.signs import Signs
from perf_lint.values.units import per_name

ALWAYS = frozenset(
    ["FULLDATE", "YEARMONTH", "MONTH", "MONTHEDGE", "HALFYEAR", "WHOLEYEAR", "YEAREDGE", "TENDAY", "EDGE", "QUARTER"]
)
NEVER = frozenset(["UNIT", "BARE", "UNKNOWN"])
FULL_MONTH = lazy_pattern(r"(?:19|20)\d\d\.\d{1,2}")
OF_AMOUNTS = lazy_pattern(r"[高低大小多少达足满]|^超|逾")
"""Comparisons with what a year brought (高于2024年), not with the calendar."""
SYMBOLS = frozenset("≥≤><")
OF_TIME = lazy_pattern(r"[前底末初起止后内]$")
"""Endings of a remark that change the date before it: 12月(底前)."""
DAY_OF_MONTH = lazy_pattern(r"[0-9]{1,2}\.[0-9]{1,2}")

Fields = dict[str, Any]


def is_dated(core: Core, signs: Signs) -> bool:
    """Tell whether a core speaks of the calendar, not of a length of time."""
    kind, first, second = core
    if kind not in ("one", "span"):
        return False
    for atom in first + second:  # noqa: SIM110 - a generator costs more than all it asks
        if atom.kind not in NEVER and _dated_atom(atom, signs):
            return True
    return False


def _dated_atom(atom: Atom, signs: Signs) -> bool:
    if atom.kind in ALWAYS:
        return True
    if atom.kind == "YEAR":
        return is_year(atom)
    return atom.kind == "DAY" and (atom.word == "号" or "BEFORE" in signs.words)


def timing(core: Core, signs: Signs) -> Fields:
    """Read a date with its signs; raise Unclear where they do not go together."""
    if signs.words & {"RISE", "FALL", "UPTO", "DOWNTO", "PM", "NEG", "CURRENCY", "SHARE", "EXACT", "ABOVE", "BELOW"}:
        raise Unclear("日期与前后的词不相配", "the words around the date do not go with it")
    if any(atom.per for atom in core.first + core.second):
        raise Unclear("日期后面还有无法理解的部分", "something stands after the date")
    if core.kind == "span":
        return _period(core, signs)
    when = moment(core.first)
    _check_surroundings(when, signs)
    if signs.per:
        return _recurring(when, signs)
    if signs.comparator in (">=", ">"):
        return _not_before(when, signs)
    if signs.words & {"BEFORE", "UNTIL"} or signs.comparator in ("<=", "<"):
        return _deadline(when, signs)
    if "AT" in signs.words and not signs.done:
        raise Unclear("“于”之后应写明在此时间做什么", "a date after 于 needs what is done then")
    if "AT" in signs.words or (when.edge and signs.done):
        return {"kind": "deadline", "comparator": "<=", "date": span(when)._replace(start=None)}
    if when.whole or "WITHIN" in signs.words:
        return {"kind": "period", "comparator": "=", "date": span(when)}
    return _dated("date", span(when), signs)


def _check_surroundings(when: Moment, signs: Signs) -> None:
    if signs.remark and OF_TIME.search(signs.remark):
        raise Unclear("括号里的话改变了日期", "what stands in brackets changes the date")
    if "ABOUT" in signs.words and (signs.comparator or (when.edge and signs.done)):
        raise Unclear("前后的说法不相配", "the words around the date do not go together")
    if "BEFORE" in signs.words and signs.done_first:
        raise Unclear("“前”说的可能不是日期", "前 may not speak of the date")
    if any(OF_AMOUNTS.search(sign) or (sign in SYMBOLS and when.precision == "year") for sign in signs.compared):
        raise Unclear("可能是与那一年的水平相比", "this may compare with the level of that year")


def _dated(kind: str, date: DateSpan, signs: Signs) -> Fields:
    return {"kind": kind, "comparator": "=", "date": date, "label": signs.done or None}


def _deadline(when: Moment, signs: Signs) -> Fields:
    """Read 8月前: the last day that can be meant, and the last day under the strict reading."""
    within = (
        "WITHIN" in signs.words
        and "BEFORE" not in signs.words
        and not signs.words & {"NOTLATER", "EARLIER", "LE", "LT"}
    )
    if within:
        return {"kind": "period", "comparator": "=", "date": span(when)}
    date = span(when)
    if date.valid:
        strict = None
        if ("BEFORE" in signs.words and "INCLUSIVE" not in signs.words and not when.edge) or signs.comparator == "<":
            strict = day_before(when.year, when.first)
        date = DateSpan(None, date.end, date.precision, end_strict=strict)
    return {"kind": "deadline", "comparator": "<=", "date": date}


def _not_before(when: Moment, signs: Signs) -> Fields:
    if signs.words & {"BEFORE", "WITHIN"} or signs.comparator == ">":
        raise Unclear("前后的比较说法相反", "the two comparisons contradict each other")
    return {"kind": "date", "comparator": signs.comparator, "date": span(when)._replace(end=None)}


def _recurring(when: Moment, signs: Signs) -> Fields:
    """Read 每月15日前, 每年12月底前."""
    if "BEFORE" not in signs.words and not signs.done:
        raise Unclear("缺少次数或截止说法", "neither a number of times nor a deadline is stated")
    date = span(when)._replace(start=None)
    if not when.edge and "BEFORE" in signs.words:
        date = date._replace(end_strict=day_before(when.year, when.first))
    unit = "·".join(per_name(each) for each in signs.per)
    if unit not in ("月", "年") or (unit == "月") is not (when.first[0] == 0):
        raise Unclear("不能确定每个周期的截止日", "the deadline of each period is not certain")
    return {"kind": "frequency", "comparator": "<=", "unit": f"/{unit}", "date": date}


def _period(core: Core, signs: Signs) -> Fields:
    if signs.per or signs.comparator not in (None, "=") or signs.words & {"BEFORE", "ABOUT"}:
        raise Unclear("时间段与前后的词不相配", "the words around the period do not go with it")
    left, right = _completed(core.first, core.second)
    first = moment(left)
    last = moment(right, first.year, first.month if right[0].kind == "DAY" else None)
    if last.year is not None and first.year is None:
        first = first._replace(year=last.year)
    if first.edge or (first.year is None) != (last.year is None):
        raise Unclear("时间段的开始不明确", "the beginning of the period is not clear")
    return {"kind": "period", "comparator": "=", "date": span(first, last), "label": signs.done or None}


def _completed(left: tuple[Atom, ...], right: tuple[Atom, ...]) -> tuple[tuple[Atom, ...], tuple[Atom, ...]]:
    """Give a lone number the word that the other end has: 1-12月, 2024-2026年, 2023.07-2024.01."""
    if left[-1].kind == "BARE" and right[0].number is not None:
        kind = {"MONTHEDGE": "MONTH", "YEAREDGE": "YEAR"}.get(right[0].kind, right[0].kind)
        left = (*left[:-1], left[-1]._replace(kind=kind))
    end = right[0]
    if left[0].kind == "FULLDATE" and end.kind == "BARE" and end.number and DAY_OF_MONTH.fullmatch(end.number.text):
        return left, (Atom("FULLDATE", f"{left[0].word[:4]}.{end.number.text}"), *right[1:])
    if left[0].kind == "YEARMONTH" and end.kind == "BARE" and end.number is not None:
        if FULL_MONTH.fullmatch(end.number.text):
            right = (Atom("YEARMONTH", end.number.text), *right[1:])
        elif end.number.text.isdigit() and len(end.number.text) < 3:
            right = (end._replace(kind="MONTH"), *right[1:])
    return left, right
