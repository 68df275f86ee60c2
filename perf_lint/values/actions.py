"""Fold the grammar's rules into parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from perf_lint.values.grammar.driver import new_tuple
from perf_lint.values.grammar.table import Token
from perf_lint.values.numerals import DIGITS, chinese
from perf_lint.values.parts import Atom, Bound, Core, Number, Unclear

HALF = Decimal("0.5")


def number(digits: Token) -> Number:
    """Read digits, Chinese numerals or 半; 二十万 keeps its 万 as the multiplier, as the unit is written 万元."""
    text = digits.text
    if digits.kind == "NUMBER":
        plain = text.replace(",", "") if "," in text else text
        return new_tuple(Number, (Decimal(plain), text, "", False, False, False))
    if digits.kind == "HALFNUMBER":
        return Number(HALF, text, chinese=True)
    whole, _, decimals = text.partition("点")
    if decimals:
        return Number(
            _read(whole) + Decimal("0." + "".join(str(DIGITS[char]) for char in decimals)), text, chinese=True
        )
    implied = text[0] in "百千万亿"
    full = f"一{text}" if implied else text
    multiple = full[-1] if len(full) > 1 and full[-1] in "万亿" else ""
    return Number(_read(full[: len(full) - len(multiple)]), text, multiple, chinese=True, implied=implied)


def _read(text: str) -> Decimal:
    value = chinese(text)
    if value is None:
        raise Unclear(f"“{text}”不是一个完整的中文数字", f"{text} is not a complete Chinese numeral")
    return value


def _multiplied(digits: Token, multiple: Token) -> Number:
    if digits.kind != "NUMBER" and "点" not in digits.text:
        raise Unclear(f"“{digits.text}{multiple.text}”不是一个完整的数字", f"{digits.text}{multiple.text} is no number")
    return number(digits)._replace(multiple=multiple.text)


def _plus_multiplied(digits: Token, _plus: Token, multiple: Token) -> Number:
    plain = number(digits)
    if plain.multiple:
        raise Unclear(f"“{digits.text}”后不能再接“{multiple.text}”", f"{multiple.text} cannot follow {digits.text}")
    return plain._replace(multiple=multiple.text, plus=True)


def _whole(_word: Token) -> Core:
    return Core("one", (Atom("UNIT", "%", Number(Decimal(100), "100")),))


def _ordinal(_di: Token, quarter: Number, word: Token) -> Atom:
    return Atom(word.kind, word.text, quarter)


ACTIONS: Mapping[str, Callable[..., Any]] = {
    "both": lambda first, _and, second: (first, second),
    "bound": lambda before, core, after: new_tuple(Bound, (before, core, after)),
    "before": lambda: (),
    "after": lambda: (),
    "mark": lambda marks, mark: (*marks, mark),
    "core": lambda chain: new_tuple(Core, ("one", chain, ())),
    "span": lambda first, _join, second: Core("span", first, second),
    "span_from": lambda first, _from, _join, second: Core("span", first, second),
    "ratio": lambda first, _colon, second: Core("ratio", first, second),
    "fraction": lambda first, _slash, second: Core("fraction", first, second),
    "out_of": lambda whole, _of, part: Core("out_of", (Atom("BARE", "", whole),), (Atom("BARE", "", part),)),
    "whole": _whole,
    "first": lambda atom: (atom,),
    "first_alone": lambda word: (Atom(word.kind, word.text),),
    "year_edge": lambda found, _year, edge: Atom(edge.kind, edge.text, found),
    "append": lambda chain, atom: (*chain, atom),
    "bare": lambda found: new_tuple(Atom, ("BARE", "", found, "")),
    "measured": lambda found, word: new_tuple(Atom, (*word, found, "")),
    "per": lambda found, word, per: Atom(word.kind, word.text, found, per.text),
    "measured_plus": lambda found, word, _plus: Atom(word.kind, word.text, found._replace(plus=True)),
    "ordinal": _ordinal,
    "fixed": lambda word: Atom(word.kind, word.text),
    "full_date": lambda date: Atom(date.kind, date.text),
    "year_month": lambda date: Atom(date.kind, date.text),
    "compact": lambda date: Atom("FULLDATE", f"{date.text[:4]}-{date.text[4:6]}-{date.text[6:]}"),
    "number": number,
    "multiplied": _multiplied,
    "number_plus": lambda digits, _plus: number(digits)._replace(plus=True),
    "plus_multiplied": _plus_multiplied,
    "multiplied_plus": lambda digits, multiple, _plus: _multiplied(digits, multiple)._replace(plus=True),
}
"""Action of every named rule; `start` and the rules with a leading `_` pass on what they hold."""
