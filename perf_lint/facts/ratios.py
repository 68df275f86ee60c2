"""Tie a rate to the two counts of the same form that fix it: 立案30起, 结案25件 and 办结率."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import LISTED_MARKS, Ends, mark
from perf_lint.facts.vocabulary import declare, fact
from perf_lint.text.endings import know
from perf_lint.text.matching import KEPT_READINGS
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordlists import strip_unit, word_list

COUNT_END = lazy_pattern(r"(?:的)?(?:数量|人次|人数|件数|起数|次数|户数|总数|数|量)$")
TIES = {"<=", "<", "range"}


class RatioFacts:
    """A rate with the counts that fix it; `expected` and `stated` are fractions of 1."""

    TYPE = "Ratio"
    __slots__ = ("__dict__", "denominator", "expected", "numerator", "ok", "path", "rate", "stated")

    def __init__(self, rate: IndicatorFacts, numerator: IndicatorFacts, denominator: IndicatorFacts) -> None:
        self.path = f"{rate.path}.value"
        self.rate = rate
        self.numerator = numerator
        self.denominator = denominator
        self.expected = _number(numerator) / _number(denominator)
        self.stated = rate.value.share or Decimal(0)
        self.ok = _agrees(rate, self.expected)


declare(
    "Ratio",
    {
        "path": ("string", "字段路径"),
        "rate": ("Indicator", "比率指标"),
        "numerator": ("Indicator", "分子指标"),
        "denominator": ("Indicator", "分母指标"),
        "expected": ("decimal", "算得的比率"),
        "stated": ("decimal", "所填的比率"),
        "ok": ("bool", "比率是否相符"),
    },
)


@fact(FormFacts, "list(Ratio)", "由两个数量确定的比率")
def ratios(form: FormFacts) -> tuple[RatioFacts, ...]:
    """Give the rates that exactly one pair of counts fixes, tied by a verb and the noun before it."""
    counts = [row for row in form.asked(COUNTS) if is_plain_count(row)]
    if len(counts) < 2:
        return ()
    rates = [row for row in form.asked(RATES) if row.value.share is not None]
    found = (_tie(rate, counts) for rate in rates)
    return tuple(ratio for ratio in found if ratio is not None)


def is_plain_count(row: IndicatorFacts) -> bool:
    """Tell whether the value is an exact number of things: 30起, not ≥30起, about 30 or 30%."""
    value = row.value
    plain = value.kind == "count" and value.comparator == "=" and not value.approx
    return plain and bool(value.number_base)


COUNTS = mark(value=is_plain_count)


def _tie(rate: IndicatorFacts, counts: list[IndicatorFacts]) -> RatioFacts | None:
    pairs = set()
    for subject, upper, lower in _ties(rate.name):
        over = [row for row in counts if _counts(row, subject, upper)]
        under = [row for row in counts if _counts(row, subject, lower) and row not in over]
        if len(over) == 1 and len(under) == 1:
            pairs.add((over[0].index, under[0].index))
    if len(pairs) != 1:
        return None
    above, below = (row for index in pairs.pop() for row in counts if row.index == index)
    same_unit = _number(above) <= _number(below)
    return RatioFacts(rate, above, below) if same_unit else None


@cache
def _pairs() -> tuple[tuple[str, str, str], ...]:
    rows = (entry.split("/") for entry in word_list("rate-pairs"))
    return tuple((ending, upper, lower) for ending, upper, lower in rows)


@lru_cache(KEPT_READINGS)
def _ties(name: str) -> tuple[tuple[str, str, str], ...]:
    """Give for a rate what it is a rate of, in two characters, and the verbs of its two counts."""
    plain = strip_unit(name)
    pairs = (pair for pair in _pairs() if plain.endswith(pair[0]))
    return tuple((plain.removesuffix(ending)[-2:], upper, lower) for ending, upper, lower in pairs)


know(lambda: [ending for ending, _, _ in _pairs()])
RATES = mark(name=Ends(_ties))
LISTED_MARKS["ratios"] = RATES


def _counts(row: IndicatorFacts, subject: str, verb: str) -> bool:
    """Tell whether the row counts what `verb` does to the subject: 案件立案数量, 结案案件数."""
    stem = COUNT_END.sub("", strip_unit(row.name))
    return len(subject) == 2 and stem.endswith((subject + verb, verb + subject))


def _number(row: IndicatorFacts) -> Decimal:
    return row.value.number_base or Decimal(1)


def _agrees(rate: IndicatorFacts, expected: Decimal) -> bool:
    """Compare at the stated precision: 83% and 83.3% both agree with 25/30; a floor agrees with anything above it."""
    value = rate.value
    if value.comparator in TIES or value.share is None or value.number is None or value.approx:
        return True
    exponent = value.number.as_tuple().exponent
    step = Decimal(1).scaleb((exponent if isinstance(exponent, int) else 0) - 2)
    if value.comparator in (">=", ">"):
        return expected > value.share - step
    return abs(expected - value.share) < step
