"""Find dates that the calendar does not have, in values and in running text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.marks import mark
from perf_lint.facts.vocabulary import declare, fact
from perf_lint.model.words import Words
from perf_lint.text.blanks import one_width
from perf_lint.text.matching import KEPT_READINGS
from perf_lint.text.pattern import lazy_pattern

FULL = lazy_pattern(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d{2})年)?(?P<m>\d{1,2})月(?!工资|薪|奖)(?:份)?(?:(?P<d>\d{1,2})[日号])?"
    r"|(?<!\d)(?P<Y>(?:19|20)\d{2})[-./](?P<M>\d{1,2})[-./](?P<D>\d{1,2})(?!\d)"
)
_SIGN = lazy_pattern(r"[月\-./－．／]")
"""Most texts have none of these and hold no date."""
_MAY_BE_DATED = lazy_pattern(r"(?s)月|([-./－．／]).*\1")
MAX_MONTHS = 12
LEAP = 2000
Verdict = tuple[Words, str | None]
"""Why a date does not exist, and the last day of its month."""


class ImpossibleDate:
    """A date that does not exist; `suggestion` is the last day of its month, null where the month does not exist."""

    TYPE = "ImpossibleDate"
    __slots__ = ("__dict__", "path", "reason", "reason_en", "repaired", "suggestion", "text")

    def __init__(self, path: str, text: str, verdict: Verdict, whole: str) -> None:
        self.path = path
        self.text = text
        reason, self.suggestion = verdict
        self.reason = reason.zh
        self.reason_en = reason.en
        once = self.suggestion and whole.count(text) == 1
        self.repaired = whole.replace(text, self.suggestion or "") if once else None


declare(
    "ImpossibleDate",
    {
        "path": ("string", "字段路径"),
        "text": ("string", "日期"),
        "reason": ("string", "不存在的原因"),
        "reason_en": ("string", "不存在的原因"),
        "suggestion": ("string", "该月最后一天"),
        "repaired": ("string", "改正后的整格文字"),
    },
)


@fact(FormFacts, "list(ImpossibleDate)", "不存在的日期")
def impossible_dates(form: FormFacts) -> tuple[ImpossibleDate, ...]:
    """Give every impossible date of the form, values, names, goal and 项目期 alike."""
    return tuple(date for path, text in _texts(form) for date in _scan(path, text, form.year))


def may_be_dated(text: str) -> bool:
    """Tell whether a text has 月 or twice a sign that joins the parts of a date: most have neither."""
    return _SIGN.search(text) is not None and _MAY_BE_DATED.search(text) is not None


def _texts(form: FormFacts) -> Iterator[tuple[str, str]]:
    for path, text in (("goal", form.goal), ("purpose", form.purpose), ("period", form.period)):
        if text and may_be_dated(text):
            yield path, text
    for row in form.asked(DATED_VALUE):
        yield f"{row.path}.value", row.value_text
    for row in form.asked(DATED_NAME):
        yield f"{row.path}.name", row.name


DATED_VALUE = mark(value=lambda row: may_be_dated(row.value_text))
DATED_NAME = mark(name=lambda row: may_be_dated(row.name), odd=True)


def _scan(path: str, text: str, budget_year: int | None) -> Iterator[ImpossibleDate]:
    for date, verdict in _wrong_dates(text, budget_year):
        yield ImpossibleDate(path, date, verdict, text)


@lru_cache(KEPT_READINGS)
def _wrong_dates(text: str, budget_year: int | None) -> tuple[tuple[str, Verdict], ...]:
    flat = one_width(text)
    dates = []
    for found in FULL.finditer(flat):
        year, month, day = (found[one] or found[two] for one, two in ("yY", "mM", "dD"))
        if year is None and day is None:
            continue
        date = _judge(int(year) if year else None, int(month), int(day) if day else None, budget_year)
        if date is not None:
            dates.append((found.group(), date))
    return tuple(dates)


def _judge(year: int | None, month: int, day: int | None, budget_year: int | None) -> Verdict | None:
    if not 1 <= month <= MAX_MONTHS:
        return Words("一年只有 12 个月", "a year has only 12 months"), None
    if day is None:
        return None
    from calendar import monthrange

    last = monthrange(year or budget_year or LEAP, month)[1]
    if 1 <= day <= last:
        return None
    if day < 1:
        return Words("没有 0 日", "no month has a day 0"), None
    whose = f"{year}年{month}月" if year else f"{month}月"
    return Words(f"{whose}只有 {last} 天", f"{whose} has only {last} days"), f"{whose}{last}日"
