"""Tell from a name what its value should be counted in."""

from __future__ import annotations

from functools import lru_cache

from perf_lint.facts.counted import KINDS, THINGS, counted
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import Ends, mark
from perf_lint.facts.value_view import ValueFacts
from perf_lint.facts.vocabulary import fact, keep
from perf_lint.text.endings import know
from perf_lint.text.matching import KEPT_READINGS, find_word, last_word
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordlists import strip_unit

_PERCENT_HINT = lazy_pattern(r"[(（]\s*[%％‰]\s*[)）]\s*$")
_UNIT_HINT = lazy_pattern(r"[(（]\s*(?:单位[:：]?)?[^\d()（）]{1,6}\s*[)）]\s*$")


NOT_PEOPLE = (
    frozenset(("个", "件", "起", "次", "家", "户", "户次", "场", "场次", "期", "批", "批次", "项", "处"))
    | frozenset(("座", "栋", "幢", "间", "所", "条", "篇", "张", "棵", "株", "头", "块", "盏", "艘"))
    | THINGS
)
NOT_VISITS = NOT_PEOPLE - {"次", "件", "起", "户", "户次", "场", "场次", "期", "批", "批次"}
NOT_TIMES = THINGS | {"人", "名", "户", "户次"}


_MEASURED = (
    ("rate-endings", "rate"),
    ("visit-endings", "visits"),
    ("people-endings", "people"),
    ("frequency-endings", "times"),
    ("count-endings", "count"),
)


@lru_cache(KEPT_READINGS)
def expected_measure(name: str) -> str | None:
    """Give `rate`, `people`, `visits`, `times` or `count` as the name's ending tells; None where it does not."""
    if _PERCENT_HINT.search(name):
        return "rate"
    plain = strip_unit(name).strip("“”\"' ")
    other = last_word(plain, "not-rates")
    if other and len(other) >= len(last_word(plain, "bounded-rates") or ""):  # 功率, and no 成功率
        return "times" if last_word(plain, "frequency-endings") else None
    for list_name, measure in _MEASURED:
        if last_word(plain, list_name):
            return measure
    return None


@lru_cache(KEPT_READINGS)
def carries_unit(name: str) -> bool:
    """Tell whether the name says the unit itself or needs none: 培训人数（人）, 发展指数."""
    return bool(_UNIT_HINT.search(name)) or find_word(name, "no-unit-needed") is not None


@fact(IndicatorFacts, "string", "名称所指的计量方式", "of_name")
def measure(row: IndicatorFacts) -> str | None:
    """Give `rate`, `people`, `visits`, `times` or `count` as the name's ending tells."""
    return expected_measure(row.name)


@fact(IndicatorFacts, "bool", "名称是否带单位")
def name_has_unit(row: IndicatorFacts) -> bool:
    """Tell whether the name, the description or the unit column says what is counted."""
    return carries_unit(row.name) or bool(row.unit) or bool(_UNIT_HINT.search(row.description or ""))


@fact(IndicatorFacts, "string", "单位与名称不符之处")
def unit_conflict(row: IndicatorFacts) -> str | None:
    """Give the value's unit where it contradicts the name's ending: a 率 in 人, a 人次 in 人, a 数量 in %.

    A change (下降10%), a rate per something (5/10万) and 百分点 contradict nothing.
    """
    wanted, kind = measure(row), counted(row.name)
    if not (wanted or kind):
        return None
    value = row.value
    shown = value.unit or "%"
    if kind is not None and _is_counted(value) and _bare(value) in kind.foreign:
        return shown
    if wanted not in contradicted(row):
        return None
    if wanted == "rate" and shown.startswith("分") and last_word(strip_unit(row.name), "satisfaction-endings"):
        return None
    return shown


def _bare(value: ValueFacts) -> str:
    """Give the unit without 万 and 亿: 54万公里 is counted in 公里."""
    return (value.unit or "%").lstrip("万亿") or "%"


def _is_counted(value: ValueFacts) -> bool:
    return value.is_number and value.kind not in ("change", "ratio", "rate", "number", "frequency")


@keep(IndicatorFacts, "of_value")
def contradicted(row: IndicatorFacts) -> list[str]:
    """Give the measures that a value in this unit cannot be meant for."""
    value = row.value
    if not _is_counted(value):
        return []
    if value.unit_base == "1":
        return ["visits", "people", "times", "count"]
    shown = _bare(value)
    answers = (
        ("rate", "点" not in shown),
        ("visits", value.dimension == "people" or shown in NOT_VISITS),
        ("people", value.dimension == "visits" or shown in NOT_PEOPLE),
        ("times", shown in NOT_TIMES),
    )
    return [measure for measure, cannot in answers if cannot]


_FOREIGN = frozenset().union(*(kind.foreign for kind in KINDS))


know("not-rates", "bounded-rates", *(name for name, _ in _MEASURED))


def _asks(wanted: str) -> int:
    return mark(name=Ends(lambda name: expected_measure(name) == wanted), value=lambda row: wanted in contradicted(row))


UNIT = (
    mark(
        name=Ends(counted),
        value=lambda row: _is_counted(row.value) and _bare(row.value) in _FOREIGN,
    )
    | _asks("rate")
    | _asks("visits")
    | _asks("people")
    | _asks("times")
    | _asks("count")
)

_SPOKEN = {
    "rate": ("百分数", "a percentage"),
    "people": ("人", "persons"),
    "visits": ("人次", "visits"),
    "times": ("次数", "a number of times"),
    "count": ("个数", "a count"),
}


@fact(IndicatorFacts, "string", "名称所指的计量方式（中文）", "of_name")
def measure_zh(row: IndicatorFacts) -> str | None:
    """Name the measure in Chinese."""
    kind, wanted = counted(row.name), measure(row)
    if kind is not None:
        return kind.words.zh
    return _SPOKEN[wanted][0] if wanted else None


@fact(IndicatorFacts, "string", "名称所指的计量方式（英文）", "of_name")
def measure_en(row: IndicatorFacts) -> str | None:
    """Name the measure in English."""
    kind, wanted = counted(row.name), measure(row)
    if kind is not None:
        return kind.words.en
    return _SPOKEN[wanted][1] if wanted else None
