"""Recognise what scanning and conversion leave behind in a value."""

from __future__ import annotations

from functools import lru_cache

from perf_lint import values
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.vocabulary import fact
from perf_lint.text.pattern import lazy_pattern

LATEX = lazy_pattern(r"\$[^$]*\$|\\(?:geq|leq|ge|le|times|sim|approx|text|mathrm|%)\b")
SWAPPED = lazy_pattern(r"%\s*[=≥≤><＝]|[=≥≤><]\s*%|\d\s*[≥≤]\s*$")
BROKEN = lazy_pattern("\ufffd|\\(cid:\\d+\\)|[ÃÂ][\x80-\xbf]")
_UNDAMAGED = lazy_pattern(r"[\u4e00-\u9fff、，（）“”]*")
"""No damage is made of these alone."""
LETTERS = str.maketrans("oOlI", "0011")
ZERO_ROUND = lazy_pattern(r"(?<![A-Za-z])\d\.?[oO]+(?=[\d.%％人个次件户台套万元])\d?|\d[lI](?=[\d%％])\d?|\d\.[lI]\d")


@lru_cache(maxsize=4096)
def damage_in(text: str) -> str | None:
    """Give the damaged piece of a text; null for a sound one."""
    if _UNDAMAGED.fullmatch(text):
        return None
    for pattern in (LATEX, SWAPPED, BROKEN, ZERO_ROUND):
        found = pattern.search(text)
        if found:
            return found.group()
    return None


@fact(IndicatorFacts, "string", "值中的识别残留", "of_value")
def value_damage(row: IndicatorFacts) -> str | None:
    """Give what a conversion left in the value: LaTeX, `%=`."""
    return damage_in(row.value_text)


@fact(IndicatorFacts, "string", "把混入数中的字母改回数字以后的值", "of_value")
def value_repaired(row: IndicatorFacts) -> str | None:
    """Give the value with o, O, l and I among digits read as digits; null unless that makes it a number."""
    if not ZERO_ROUND.search(row.value_text):
        return None
    mended = ZERO_ROUND.sub(lambda found: found.group().translate(LETTERS), row.value_text)
    return mended if values.parse_value(mended).kind in ("percent", "count", "number", "money") else None


@fact(IndicatorFacts, "string", "名称中的识别残留", "of_name")
def name_damage(row: IndicatorFacts) -> str | None:
    """Give what a conversion left in the name."""
    return damage_in(row.name)
