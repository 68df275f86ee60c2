"""Recognise what scanning and conversion leave behind in a value."""

from __future__ import annotations

from functools import lru_cache

from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.vocabulary import fact
from perf_lint.text.pattern import lazy_pattern

LATEX = lazy_pattern(r"\$[^$]*\$|\\(?:geq|leq|ge|le|times|sim|approx|text|mathrm|%)\b")
SWAPPED = lazy_pattern(r"%\s*[=≥≤><＝]|[=≥≤><]\s*%|\d\s*[≥≤]\s*$")
BROKEN = lazy_pattern("\ufffd|\\(cid:\\d+\\)|[ÃÂ][\x80-\xbf]")
ZERO_ROUND = lazy_pattern(r"\d[.]?[oO][\d%]|\d[lI][\d%]|\d\.[lI]\d")


@lru_cache(maxsize=4096)
def damage_in(text: str) -> str | None:
    """Give the damaged piece of a text; null for a sound one."""
    for pattern in (LATEX, SWAPPED, BROKEN, ZERO_ROUND):
        found = pattern.search(text)
        if found:
            return found.group()
    return None


@fact(IndicatorFacts, "string", "值中的识别残留")
def value_damage(row: IndicatorFacts) -> str | None:
    """Give what a conversion left in the value: LaTeX, `%=`."""
    return damage_in(row.value_text)


@fact(IndicatorFacts, "string", "名称中的识别残留")
def name_damage(row: IndicatorFacts) -> str | None:
    """Give what a conversion left in the name."""
    return damage_in(row.name)
