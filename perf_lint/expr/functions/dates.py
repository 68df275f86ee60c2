"""Take dates apart and put them together."""

from __future__ import annotations

import datetime as dt

from perf_lint.expr.registry import function

MIN_YEAR, MAX_YEAR = 1, 9999


@function("(date) -> int", "年份", "Year")
def year(day: dt.date) -> int:
    """Give the year."""
    return day.year


@function("(date) -> int", "月份", "Month")
def month(day: dt.date) -> int:
    """Give the month."""
    return day.month


@function("(date) -> int", "几号", "Day of the month")
def day(date: dt.date) -> int:
    """Give the day of the month."""
    return date.day


@function(
    "(int, int, int) -> date?",
    "年、月、日合成日期；没有这一天为 null",
    "Date of year, month, day; null where there is none",
    name="date",
)
def make_date(year_: int, month_: int, day_: int) -> dt.date | None:
    """Make a date, or null."""
    try:
        return dt.date(year_, month_, day_)
    except (ValueError, OverflowError):
        return None


@function("(int, int) -> int?", "某年某月有几天；没有这个月为 null", "Days of a month; null where there is none")
def days_in_month(year_: int, month_: int) -> int | None:
    """Count the days of a month."""
    if not (MIN_YEAR <= year_ <= MAX_YEAR and 1 <= month_ <= 12):
        return None
    from calendar import monthrange

    return monthrange(year_, month_)[1]


@function("(date, date) -> int", "从前者到后者有几天", "Days from the first to the second")
def days_between(start: dt.date, end: dt.date) -> int:
    """Count days."""
    return (end - start).days
