"""Read sums of money exactly, with the unit that the cell or a heading gives."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from perf_lint.model.form import Amount
from perf_lint.text.blanks import squeeze
from perf_lint.text.numbers import YUAN
from perf_lint.text.pattern import lazy_pattern

LONGEST = 40
"""No sum is longer."""
_SUM = lazy_pattern(
    r"^(?:人民币|合计|共计|共)?[¥￥]?(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
    r"(?:\(?(百万元|千万元|万元|亿元|千元|百元|元|万|亿)(?:人民币)?\)?)?(?:整|正)?(?:[(\[](?:(?:其中|大写|人民币)[^()]*|[^()\d]{1,12})[)\]])?$"
)
_STOPS = "。;；"
_WHOLE = frozenset(("合计", "总计", "小计", "共计"))
_WORDS = lazy_pattern(r"^(?:人民币)?[零〇一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬]+元[整正]?$")


@lru_cache(maxsize=4096)
def read_amount(text: str, header_unit: str = "") -> Amount:
    """Turn a cell into an amount; `header_unit` holds where the cell names no unit of its own."""
    key = squeeze(text).rstrip(_STOPS)
    found = _SUM.match(key)
    if found is None:
        return _in_words(text) if _WORDS.match(key) else Amount(text)
    number = Decimal(found[1].replace(",", ""))
    unit = found[2] or ""
    if unit and not unit.endswith("元"):
        unit += "元"
    if not unit and not header_unit and ("¥" in key or "￥" in key):
        unit = "元"
    source = "cell" if unit else "header" if header_unit else ""
    unit = unit or header_unit
    return Amount(text, _plain(number * YUAN[unit]) if unit in YUAN else None, unit, source)


def is_amount(text: str) -> bool:
    """Say whether a cell is a sum of money or a bare number."""
    return len(text) <= LONGEST and _is_amount(text)


@lru_cache(maxsize=4096)
def _is_amount(text: str) -> bool:
    key = squeeze(text).rstrip(_STOPS)
    return _SUM.match(key) is not None or _WORDS.match(key) is not None


def is_whole(text: str) -> bool:
    """Say whether a cell is the name of what other sums add up to (合计, 小 计)."""
    return squeeze(text) in _WHOLE


def is_unit(text: str) -> bool:
    """Say whether a cell is a unit of money and nothing else."""
    return text.strip("（）() ") in YUAN


def _in_words(text: str) -> Amount:
    """Read a sum written in words (壹拾万元整)."""
    from perf_lint.values import parse_money

    money = parse_money(text)
    return Amount(text, money.yuan and _plain(money.yuan), money.unit, "cell") if money else Amount(text)


def _plain(number: Decimal) -> Decimal:
    """Drop trailing zeros without falling into the exponent form."""
    whole = number.to_integral_value()
    return whole if whole == number else number.normalize()
