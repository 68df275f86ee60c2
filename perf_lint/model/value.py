"""Hold the typed reading of one 指标值."""

from decimal import Decimal
from typing import NamedTuple

from perf_lint.model.words import Words

KINDS = [
    "percent",
    "money",
    "rate",
    "count",
    "number",
    "ratio",
    "change",
    "duration",
    "frequency",
    "date",
    "deadline",
    "period",
    "boolean",
    "none",
    "qualitative",
    "mixed",
    "multi",
    "malformed",
]
"""Every kind a value can have."""


class DateSpan(NamedTuple):
    """A date or span of dates as ISO strings; an unstated year is `XXXX`, an unstated month `XX`.

    A deadline such as 8月前 has `end` on the last day of August and `end_strict` on the last of July.
    An impossible date has `valid` false, no start or end, and `raw` as written (year, month, day; None if unstated).
    """

    start: str | None = None
    end: str | None = None
    precision: str = "day"
    """`day` `tenday` `month` `quarter` `half` `year`."""
    valid: bool = True
    end_strict: str | None = None
    raw: tuple[int | None, ...] = ()

    @property
    def start_year(self) -> int | None:
        """The stated year of the start, else None."""
        return _year(self.start)

    @property
    def end_year(self) -> int | None:
        """The stated year of the end (of `raw` where the date is impossible), else None."""
        if not self.valid:
            return self.raw[0] if self.raw else None
        return _year(self.end)


class Value(NamedTuple):
    """A 指标值 understood as a whole, or `qualitative` or `malformed`; numbers are exact decimals."""

    text: str
    kind: str
    comparator: str | None = None
    """`=` `>=` `<=` `>` `<` `range`, or None where there is no number."""
    approx: bool = False
    number: Decimal | None = None
    unit: str | None = None
    number2: Decimal | None = None
    number_base: Decimal | None = None
    unit_base: str | None = None
    """Base unit: `1` for shares, 元 for money, `` for a bare number."""
    number2_base: Decimal | None = None
    dimension: str | None = None
    """`share` `money` `length` `area` `mass` `time` `people` `visits` `count` …; None if the unit is unknown."""
    date: DateSpan | None = None
    qualitative: str | None = None
    direction: str | None = None
    """`up` `down` `keep`."""
    label: str | None = None
    remark: str | None = None
    parts: tuple["Value", ...] = ()
    problem: Words | None = None
    """Why a malformed value was rejected."""
    problem_at: int | None = None
    """Character of `text`, from 1, at which a malformed value stopped being understood."""


def _year(iso: str | None) -> int | None:
    return int(iso[:4]) if iso and iso[:4].isdigit() else None
