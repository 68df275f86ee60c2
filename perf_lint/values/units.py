"""Look up units: their standard name, dimension and factor."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from perf_lint.text.pattern import lazy_pattern
from perf_lint.values.grammar.table import load
from perf_lint.values.parts import Unclear

_JOINTS = lazy_pattern(r"[/·每]")
_SMALL_NUMERALS = {"两": "2"} | {numeral: str(value) for value, numeral in enumerate("一二三四五六七八九十", 1)}
_GENERAL = "个位名所家"
"""Measure words that say less than the noun behind them (每个行政村)."""
_MEASURES = _GENERAL + "户台辆件套座栋条项艘架部间株棵头只处张份本"
_NOUNS = frozenset(["项目", "部门", "处室", "台账", "条目", "座谈会", "部委", "部队", "间隔"])
"""Words that begin with a measure word and are none (每个项目)."""
_JOINED = "年季月周天日夜晚时次套"
"""What makes one unit with the measure word before it: 元/间夜, 元/头年."""
_VERB = lazy_pattern(
    r"[是否有无不未约近至达共均满隔逢到每当]|超[过出]|[高低大小多少]于|^[Xx]+$|培训|开展|补助|举办|发放|组织|完成|召开|检查|平均|标准|支付|参加|新增|建设|开设"
)
_LONGEST_NOUN = 5


class Unit(NamedTuple):
    """A unit of measure; `factor` turns it into `base`, None where it is not convertible."""

    name: str
    dimension: str | None
    base: str
    factor: Decimal | None


@lru_cache(maxsize=4096)
def unit(spelling: str) -> Unit:
    """Give the unit of any spelling (㎡ is 平方米); an unknown one is kept, without a dimension."""
    if not known(spelling):
        return Unit(spelling, None, spelling, None)
    name, dimension, base, factor = load().units[spelling]
    return Unit(name, dimension, base, Decimal(factor) if factor else None)


def known(spelling: str) -> bool:
    """Tell whether the unit stands in the data."""
    return spelling in load().units


@lru_cache(maxsize=1024)
def per_name(text: str) -> str:
    """Write what follows the stroke in one way: `/人/㎡` and `每人每平方米` become `人·平方米`.

    Raise Unclear where a piece is no unit and no short noun (每年培训: a verb has slipped in).
    """
    if text[-1:] in "/·" or "//" in text:
        raise Unclear(f"“{text}”不是一个单位", f"{text} is no unit")
    return "·".join(_piece(piece) for piece in _JOINTS.split(text.strip("/每()")) if piece)


def _piece(piece: str) -> str:
    if piece in _NOUNS:
        return piece
    if known(piece):
        return "天" if piece == "日" else unit(piece).name
    if piece == "半个月":
        return "半月"
    plain = _SMALL_NUMERALS.get(piece[0], piece[0]) + piece[1:]
    word = plain.lstrip("0123456789")
    if word and word != plain and (piece[0].isascii() or word[0] == "个" or known(word)):
        count = plain[: len(plain) - len(word)]
        return ("" if count == "1" else count) + _piece(word)
    if len(piece) == 2 and piece[0] in _MEASURES and piece[1] in _JOINED:
        return piece
    if piece[0] in _MEASURES and not _VERB.search(piece):
        return _piece(piece[1:]) if piece[0] in _GENERAL else unit(piece[0]).name
    begins_with_unit = any(known(piece[:length]) for length in range(1, len(piece)))
    if plain.isdigit() or len(piece) > _LONGEST_NOUN or begins_with_unit or _VERB.search(piece):
        raise Unclear(f"“每{piece}”不是一个单位", f"{piece} is no unit")
    return piece
