"""Turn date atoms into spans of days; an unstated year is XXXX, an impossible date keeps what was written."""

import re
from decimal import Decimal
from typing import NamedTuple

from perf_lint.model.value import DateSpan
from perf_lint.text.pattern import lazy_pattern
from perf_lint.values.parts import Atom, Unclear

FINENESS = ("day", "tenday", "month", "quarter", "half", "year")
HALVES = {
    "上半年": ("half", 1, 6),
    "下半年": ("half", 7, 12),
    "前三季度": ("quarter", 1, 9),
    "前三个季度": ("quarter", 1, 9),
}
TENDAYS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31), "上中旬": (1, 20)}
THIS_YEAR = frozenset(["今年", "本年", "本年度", "当年", "当年度"])
"""Words for the year that the form is for: nothing more is stated by them."""
LEAP_YEAR = 2024
"""Stands in for an unstated year, so that 2月底 can be the 29th."""
MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
MONTH_DAY = lazy_pattern(r"(?:[1-9]|1[0-2])\.(?:0?[1-9]|[12][0-9]|3[01])")
MONTH_END = lazy_pattern(r"(?:[1-9]|1[0-2])\.(?:2[89]|3[01])")

Day = tuple[int, int]


class Moment(NamedTuple):
    """A day, month, quarter … as its first and last day (month, day); `edge` where 底 or 末 fixed the end."""

    year: int | None
    first: Day
    last: Day
    precision: str
    edge: bool = False
    month: int | None = None
    """The month, where one was named: a later 至30日 belongs to it."""
    whole: bool = False
    """全年, 年内: a period, not a point."""
    raw: tuple[int | None, ...] = ()
    """What was written, of an impossible date."""


def is_year(atom: Atom) -> bool:
    """Tell whether N年 is a calendar year: four digits, 1900 to 2099."""
    number = atom.number
    if number is None or number.multiple or len(number.text) != 4:
        return False
    if not number.chinese:
        return number.text[:2] in ("19", "20") and number.text.isdigit()
    return 1900 <= number.value <= 2099


def like_dates(low: Decimal, high: Decimal) -> bool:
    """Tell whether the bare range 12-31 or 1.1-12.31 may be the end of a month or a span of days."""
    if low == low.to_integral_value() and high == high.to_integral_value():
        return 1 <= low <= 12 and high == _days(None, int(low))
    return bool(MONTH_DAY.fullmatch(str(low)) and MONTH_END.fullmatch(str(high)))


def moment(atoms: tuple[Atom, ...], year: int | None = None, month: int | None = None) -> Moment:
    """Read a date, `year` and `month` coming from the other end of a range; raise Unclear where there is none."""
    head, rest = atoms[0], atoms[1:]
    if head.kind == "WHOLEYEAR" and rest and head.word in THIS_YEAR:
        head, rest = rest[0], rest[1:]
    if head.kind in ("FULLDATE", "YEARMONTH"):
        return _numeric(head, rest)
    if head.kind == "YEAR" or (head.kind == "YEAREDGE" and head.number):
        if not is_year(head):
            raise Unclear("年份不完整，不能确定是哪一年", "the year is not written in full")
        year = _whole_number(head)
        if head.kind == "YEAREDGE":
            rest = (head._replace(number=None), *rest)
        if not rest:
            return Moment(year, (1, 1), (12, 31), "year")
        head, rest = rest[0], rest[1:]
    return _within_year(head, rest, year, month)


def _within_year(head: Atom, rest: tuple[Atom, ...], year: int | None, month: int | None) -> Moment:
    """Read what follows the year: a month, quarter, half, edge or the whole of it."""
    if head.kind == "WHOLEYEAR":
        found = Moment(year, (1, 1), (12, 31), "year", whole=True)
    elif head.kind == "HALFYEAR":
        precision, first, last = HALVES[head.word]
        found = Moment(year, (first, 1), (last, _days(year, last)), precision)
    elif head.kind == "QUARTER":
        found = _quarter(head, year)
    elif head.kind in ("MONTH", "MONTHEDGE") and head.number:
        return _month(head, rest, year)
    elif head.kind == "YEAREDGE":
        found = _edge(Moment(year, (1, 1), (12, 31), "year"), head.word)
    elif head.kind == "DAY" and head.number:
        return _day(head, rest, year, month)
    else:
        raise Unclear("不能确定是什么日期", "this makes no date")
    return _finish(found, rest)


def _month(head: Atom, rest: tuple[Atom, ...], year: int | None) -> Moment:
    number = _whole_number(head)
    if not 1 <= number <= 12:
        raw = (year, number, *(_whole_number(atom) for atom in rest if atom.kind == "DAY" and atom.number))
        return Moment(year, (1, 1), (1, 1), "day" if len(raw) > 2 else "month", raw=raw)
    found = Moment(year, (number, 1), (number, _days(year, number)), "month", month=number)
    if head.kind == "MONTHEDGE":
        return _finish(_edge(found, head.word[-1]), rest)
    if rest and rest[0].kind == "DAY":
        return _day(rest[0], rest[1:], year, number)
    if rest and rest[0].kind == "TENDAY":
        first, last = TENDAYS[rest[0].word]
        ten = found._replace(first=(number, first), last=(number, min(last, _days(year, number))), precision="tenday")
        return _finish(ten, rest[1:])
    return _finish(found, rest)


def _day(head: Atom, rest: tuple[Atom, ...], year: int | None, month: int | None) -> Moment:
    day = _whole_number(head)
    if rest:
        raise Unclear("日期后面还有无法理解的部分", "something stands after the date")
    if month is None:
        if not 1 <= day <= 31:
            raise Unclear(f"没有{day}日", f"there is no day {day}")
        return Moment(None, (0, day), (0, day), "day")
    if not 1 <= day <= _days(year, month):
        return Moment(year, (1, 1), (1, 1), "day", raw=(year, month, day))
    return Moment(year, (month, day), (month, day), "day", month=month)


def _quarter(head: Atom, year: int | None) -> Moment:
    number = _whole_number(head)
    if not 1 <= number <= 4:
        raise Unclear(f"没有第{number}季度", f"there is no quarter {number}")
    return Moment(year, (number * 3 - 2, 1), (number * 3, _days(year, number * 3)), "quarter")


def _numeric(head: Atom, rest: tuple[Atom, ...]) -> Moment:
    year, month, *days = (int(part) for part in re.split(r"[-./]", head.word))
    raw = (year, month, *days)
    if not 1 <= month <= 12 or (days and not 1 <= days[0] <= _days(year, month)):
        return Moment(year, (1, 1), (1, 1), "day" if days else "month", raw=raw)
    if days:
        return _finish(Moment(year, (month, days[0]), (month, days[0]), "day", month=month), rest)
    found = Moment(year, (month, 1), (month, _days(year, month)), "month", month=month)
    if rest and rest[0].kind in ("MONTHEDGE", "EDGE") and rest[0].number is None:
        return _finish(_edge(found, rest[0].word[-1]), rest[1:])
    return _finish(found, rest)


def _finish(found: Moment, rest: tuple[Atom, ...]) -> Moment:
    """Apply a closing 底, 末 or 初; anything else left over makes no date."""
    if not rest:
        return found
    if len(rest) == 1 and rest[0].number is None and not found.edge and found.precision != "day":
        kind, word = rest[0].kind, rest[0].word
        if kind == "EDGE" or (kind == "YEAREDGE" and found.precision == "year"):
            return _edge(found, word)
    raise Unclear("日期后面还有无法理解的部分", "something stands after the date")


def _edge(found: Moment, word: str) -> Moment:
    """Narrow to the end (底, 末), the middle (中: June, or the middle ten days) or the beginning (初) of a span."""
    where = word[-1]
    month = found.first[0]
    if where in "底末":
        return found._replace(first=found.last, edge=True)
    if found.precision == "month":
        first, last = TENDAYS["上旬" if where == "初" else "中旬"]
        return found._replace(first=(month, first), last=(month, last), precision="tenday")
    if where == "中" and found.precision == "year":
        return found._replace(first=(6, 1), last=(6, 30), precision="month")
    if where == "中":
        raise Unclear("不能确定是哪几个月", "it is not certain which months are meant")
    return found._replace(last=(month, _days(found.year, month)), precision="month")


def _whole_number(atom: Atom) -> int:
    number = atom.number
    if (
        number
        and number.text.isdigit()
        and number.text.isascii()
        and len(number.text) <= 4
        and not (number.multiple or number.plus)
    ):
        return int(number.text)
    if number is None or number.multiple or number.plus or number.value != number.value.to_integral_value():
        raise Unclear("日期中的数字不是整数", "a number in the date is not a whole one")
    if number.value > 9999:
        raise Unclear("日期中的数字过大", "a number in the date is too large")
    return int(number.value)


def _days(year: int | None, month: int) -> int:
    year = year or LEAP_YEAR
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else MONTH_LENGTHS[month - 1]


def iso(year: int | None, day: Day) -> str:
    """Write a day; what is not stated is X."""
    month = f"{day[0]:02d}" if day[0] else "XX"
    return f"{'XXXX' if year is None else year}-{month}-{day[1]:02d}"


def day_before(year: int | None, day: Day) -> str | None:
    """Write the day before; None where an unstated year or month hides it."""
    if not day[0]:
        return iso(year, (0, day[1] - 1)) if day[1] > 1 else None
    month, number = day
    if number > 1:
        return iso(year, (month, number - 1))
    if month > 1:
        return iso(year, (month - 1, _days(year, month - 1)))
    return None if year is None else iso(year - 1, (12, 31))


def span(first: Moment, last: Moment | None = None) -> DateSpan:
    """Write a moment, or the span from one to another, as ISO days; raise Unclear where it runs backwards."""
    if last is None:
        if first.raw:
            return DateSpan(precision=first.precision, valid=False, raw=first.raw)
        return DateSpan(iso(first.year, first.first), iso(first.year, first.last), first.precision)
    for end in (first, last):
        if end.raw:
            return DateSpan(precision=end.precision, valid=False, raw=end.raw)
    precision = min(first.precision, last.precision, key=FINENESS.index)
    if (first.year or 0, first.first) > (last.year or 0, last.last):
        raise Unclear("结束时间早于开始时间", "the end is before the beginning")
    return DateSpan(iso(first.year, first.first), iso(last.year, last.last), precision)
