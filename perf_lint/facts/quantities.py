"""Find quantities in running text: 534条, 4800元, 1.28万元/人·年, 三百名."""

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from perf_lint.text.blanks import one_width
from perf_lint.text.compiled import compiled
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordlists import word_list
from perf_lint.values.numerals import chinese, multiple

TIME_UNITS = ("个月", "季度", "年", "月", "天", "日", "小时")
PEOPLE = frozenset("人名位生")
NOT_BEFORE = {
    unit: f"(?![{marks}])"
    for unit, marks in {
        "支": "付出持撑援",
        "节": "约省能假",
        "期": "间限末",
        "部": "门分署",
        "组": "织",
        "队": "伍",
    }.items()
}
"""Measure words that begin another word before these characters: 4.4万元/月支付."""
HIDDEN = lazy_pattern(
    r"《[^》]*》|〔[^〕]*〕|【[^】]*】|\[[^\]]*\]|\d*年?第?\d+号|(?<!\d)(?:19|20)\d\d(?:年|[-.]\d+[-.]\d+)"
)
"""Titles, document numbers and years hold digits that count nothing."""
UNKNOWN = "?"
"""What a price is for where the word behind 每 is no known unit."""
NOT_PRICES = lazy_pattern(r"增|收入|收益|节[约省支]|降|减|产值|利润|效益|损失|贷款|存款|罚|消费|达到|不低于|以上")
"""Money for each that nobody pays out of this budget: 户均增收2000元."""


class Quantity(NamedTuple):
    """A number with its unit inside a text; `amount` has 万 and 亿 folded away, money in 元."""

    start: int
    end: int
    amount: Decimal
    step: Decimal
    """One unit of the last written place, in the same measure as `amount`."""
    unit: str
    """元, %, a measure word, a unit of time, or empty."""
    per: str
    """What a price is for: 人, 人年; empty for a plain quantity."""
    text: str
    is_average: bool = False
    """人均4.88万元 may be rounded, 每人4.88万元 is not."""

    @property
    def is_money(self) -> bool:
        """Tell money from other quantities."""
        return self.unit == "元"

    @property
    def is_time(self) -> bool:
        """Tell a length of time."""
        return self.unit in TIME_UNITS

    @property
    def is_count(self) -> bool:
        """Tell a number of things."""
        return self.unit not in ("", "元", "%") and not self.is_time


class Reading(NamedTuple):
    """A statement of arithmetic: its left side as text, what that gives and what the text says it gives."""

    text: str
    computed: Decimal
    stated: Decimal | None
    ok: bool = True
    is_money: bool = True


@cache
def _units() -> str:
    """Give a pattern of every unit, the longest first, in the same order in every run."""
    counts = sorted({*word_list("count-units"), *TIME_UNITS}, key=lambda unit: (-len(unit), unit))
    return "|".join(re.escape(unit) + NOT_BEFORE.get(unit, "") for unit in counts)


@cache
def _pattern() -> re.Pattern[str]:
    units = _units()
    per = rf"(?:/|每)(?P<per>(?:(?:{units})[/·、.每]?){{1,3}})"
    number = r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千]+)"
    measure = rf"(?:个(?P<of>{units})|(?P<unit>元|%|{units})?(?:{per})?)"
    return compiled(rf"(?<![\d.第]){number}(?P<scale>[十百千]?[万亿]?){measure}")


@cache
def _before() -> re.Pattern[str]:
    units = _units()
    per = rf"每(?P<one>{units})?(?:每(?P<two>{units}))?(?:每(?P<three>{units}))?"
    return compiled(rf"(?:{per}|(?P<of>人|户|件|亩|馆|校|村|床|车|台|场|期)均)(?P<gap>[^\d,;。每均]{{0,16}})$")


@lru_cache(maxsize=512)
def flatten(text: str) -> str:
    """Give `text` in one width without blanks, with titles, document numbers and years blanked out."""
    flat = one_width(text)
    return HIDDEN.sub(lambda found: "_" * len(found.group()), flat)


@lru_cache(maxsize=4096)
def quantities(flat: str) -> tuple[Quantity, ...]:
    """Give the quantities of a flattened text in order; 三五户 and 二三十人 tell no certain number."""
    found = []
    for match in _pattern().finditer(flat):
        in_words = not match["number"][0].isdigit()
        if in_words and match["unit"] is None and match["of"] is None:
            continue
        written = match["number"].replace(",", "")
        plain = chinese(written) if in_words else Decimal(written)
        if plain is not None:
            found.append(_quantity(match, plain, flat))
    return tuple(found)


def _quantity(match: re.Match[str], plain: Decimal, flat: str) -> Quantity:
    scale = multiple(match["scale"])
    step = Decimal(1).scaleb(-len(match["number"].partition(".")[2]))
    unit = match["of"] or match["unit"] or ""
    per = re.sub(r"[/·、.每]", "", match["per"] or "")
    average = False
    if unit == "元" and not per and (prefix := _before().search(flat, max(0, match.start() - 24), match.start())):
        if NOT_PRICES.search(prefix["gap"]):
            return Quantity(match.start(), match.end(), plain * scale, step * scale, unit, "", match.group())
        average = prefix["of"] is not None
        per = "".join(prefix[name] or "" for name in ("one", "two", "three", "of")) or UNKNOWN
    return Quantity(match.start(), match.end(), plain * scale, step * scale, unit, per, match.group(), average)
