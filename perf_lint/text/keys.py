"""Reduce names to keys that compare equal where only the writing differs."""

from __future__ import annotations

from functools import lru_cache

from perf_lint.text.matching import KEPT_READINGS
from perf_lint.text.nfkc import nfkc
from perf_lint.text.pattern import lazy_pattern

_NOISE = lazy_pattern(r"[\W_]+")
_UNIT_HINT = lazy_pattern(
    r"[(\[]\s*(?:单位[:：]?)?\s*(?:%|‰|百分比|元|万元|亿元|千元|个|人|人次|次|件|户|亩|公里|吨|天|年|起|名|条|家|份|项"
    r"|批次?|场次?|期|套|台|辆|处|座|所|个|篇|册|本|株|头|只|平方米|平方公里|立方米|米|千米|公顷|小时|分钟|个?月|[户车项家艘班]次|例|宗|枚|艘)\s*[)\]]"
)
_STRAY_LETTER = lazy_pattern(r"^[a-z](?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[a-z]$")
_REDUCED = lazy_pattern("[0-9\u4e00-\u9fa5]*")
"""Of this nothing falls away."""
_NOT_HAN = lazy_pattern(r"[^\u4e00-\u9fff]+")


@lru_cache(KEPT_READINGS)
def name_key(name: str) -> str:
    """Reduce a name to its letters and digits: widths, blanks, stops, brackets and a unit in brackets fall away."""
    if _REDUCED.fullmatch(name):
        return name
    flat = nfkc(name).lower()
    return _NOISE.sub("", _UNIT_HINT.sub("", flat))


@lru_cache(KEPT_READINGS)
def bare_name_key(name: str) -> str:
    """Give the key without a single letter at either end (L吸毒人员 gives 吸毒人员).

    Compare it with `name_key` of the other name only: A区 and B区 are two things.
    """
    return _STRAY_LETTER.sub("", name_key(name))


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are one, a stray letter in one of them aside."""
    first, second = name_key(one), name_key(other)
    return first == second or bare_name_key(one) == second or first == bare_name_key(other)


def han(text: str) -> str:
    """Keep the Chinese characters of a text."""
    return _NOT_HAN.sub("", text)
