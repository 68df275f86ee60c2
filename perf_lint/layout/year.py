"""Find the budget year of a form in its heading, its fields or, failing these, in the document around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from perf_lint.layout.rows import Row
from perf_lint.text.blanks import squeeze
from perf_lint.text.pattern import lazy_pattern

LONGEST = 4000
"""Of one paragraph no more than this is searched for a year."""
SHORT, HEADING_WEIGHT = 40, 5
"""A short line without a full stop is a heading and says more than a sentence."""
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_YEAR = lazy_pattern(r"(?<![\d.])(20[0-4]\d)(?=年|年度|-?$|[)\]])")
_FILED = lazy_pattern(r"(?:日期|时间|填报|填表|编制|制表|上报|申报|打印):?20[0-4]\d年\d{1,2}月(?:\d{1,2}日)?")
"""The day on which a form was filled in says nothing of the budget year."""
_CHINESE = lazy_pattern(r"二[〇○零0]([〇○零一二三四五六七八九0-9]{2})(?=年)")
_IN_DATE = lazy_pattern(r"(?<!\d)(20[0-4]\d)(?=[.\-/]\d|(?:0[1-9]|1[0-2])[0-3]\d(?!\d))")
_SPAN = lazy_pattern(r"(20[0-4]\d)年?(?:-|至|~|到)(?!\1)20[0-4]\d(?=年)")
"""Several years (2025-2027年) are no budget year."""
_CONTEXT = lazy_pattern(
    r"(?:(?<![\d\[(])|(?<=\()(?=20\d\d年度\)))(20[0-4]\d)年"
    r"(?:度|部门预算|单位预算|预算|部门|项目支出|项目绩效|绩效|(?=[^,。;、:]{1,16}绩效目标))"
)


def years_in(text: str) -> tuple[int, ...]:
    """List the years that a short text names as 2024年 or （2024）."""
    return _years_in(text[:LONGEST])


@lru_cache(1024)
def _years_in(text: str) -> tuple[int, ...]:
    return tuple(_years(_SPAN.sub("", _FILED.sub("", squeeze(text)))))


def _years(key: str) -> list[int]:
    found = [int(year) for year in _YEAR.findall(key)]
    found += [2000 + int(rest.translate(_DIGITS)) for rest in _CHINESE.findall(key)]
    return found


def only_year(text: str) -> int | None:
    """Give the year of a period that stays within one (2024年, 2024年1月-12月); None if several or none."""
    return _only_year(text[:LONGEST])


@lru_cache(1024)
def _only_year(text: str) -> int | None:
    key = squeeze(text)
    found = set(_years(key)) | {int(year) for year in _IN_DATE.findall(key)}
    if not found and re.fullmatch(r"20[0-4]\d", key):
        return int(key)
    return found.pop() if len(found) == 1 else None


def context_year(rows: Iterable[Row]) -> int | None:
    """Give the year that the text around the forms speaks of most (落实2021年度…); None on a draw."""
    counts: Counter[int] = Counter()
    for row in rows:
        text = row.text
        if "20" in text:
            weight = HEADING_WEIGHT if len(text) <= SHORT and "。" not in text else 1
            for year in _CONTEXT.findall(squeeze(text[:LONGEST])):
                counts[int(year)] += weight
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
