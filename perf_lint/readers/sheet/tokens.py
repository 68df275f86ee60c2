"""Split an Excel number format into its sections and tokens (ECMA-376 part 1, 18.8.31)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from perf_lint.text.pattern import lazy_pattern

_TOKEN = lazy_pattern(
    r'"(?P<quoted>[^"]*)"?'
    r"|[\\!](?P<escaped>.)"
    r"|_.|\*."
    r"|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<general>General|G/通用格式|通用格式)"
    r"|(?P<noon>AM/PM|A/P|上午/下午)"
    r"|(?P<exponent>[Ee][+-])"
    r"|(?P<date>y+|m+|d+|h+|s+|a{3,}|e+|b+|g+)"
    r"|(?P<mark>[0#?.,%@/])"
    r"|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION = lazy_pattern(r"^(<=|>=|<>|<|>|=)\s*(-?\d{1,15}(?:\.\d{1,15})?)$")
_ELAPSED = lazy_pattern(r"^(h+|m+|s+)$", re.IGNORECASE)
_CURRENCY = lazy_pattern(r"^\$([^-]*)(?:-([0-9A-Fa-f]+))?")
_LONG_DATE, _LONG_TIME = "F800", "F400"
"""Locales that mean: as the system writes dates and times."""


class Token(NamedTuple):
    """One piece of a format: `literal` `digit` `point` `comma` `percent` `exponent` `slash` `date` `elapsed` …"""

    kind: str
    text: str


class Section(NamedTuple):
    """One of the up to four parts of a format."""

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None = None
    chinese: int = 0
    """1 or 2 for [DBNum1], [DBNum2]."""
    is_date: bool = False


_MARKS = {".": "point", ",": "comma", "%": "percent", "@": "text", "/": "slash"}


def sections(code: str) -> tuple[Section, ...]:
    """Split `code` at the semicolons that are neither quoted nor escaped."""
    parts, start = [], 0
    for found in re.finditer(r'"[^"]*"?|[\\!].|\[[^\]]*\]|(;)', code, re.DOTALL):
        if found[1]:
            parts.append(code[start : found.start()])
            start = found.end()
    parts.append(code[start:])
    return tuple(_section(part) for part in parts[:4])


def _section(part: str) -> Section:
    tokens: list[Token] = []
    condition, chinese = None, 0
    for found in _TOKEN.finditer(part):
        bracket = found["bracket"]
        if bracket is None:
            tokens.extend(_token(found))
            continue
        compared = _CONDITION.match(bracket)
        if compared:
            condition = (compared[1], Decimal(compared[2]))
        elif bracket.upper().startswith("DBNUM"):
            chinese = 2 if bracket.endswith("2") else 1
        elif _ELAPSED.match(bracket):
            tokens.append(Token("elapsed", bracket.lower()))
        elif bracket.startswith("$"):
            special = _locale(bracket)
            if special is not None:
                return _section(special)
            tokens.extend(_currency(bracket))
    if any(token.kind in ("digit", "general") for token in tokens) and not _tells_time(tokens):
        tokens = [Token("literal", token.text) if token.kind == "date" else token for token in tokens]
    is_date = any(token.kind in ("date", "elapsed") for token in tokens)
    return Section(tuple(tokens), condition, chinese, is_date)


def _tells_time(tokens: list[Token]) -> bool:
    """Tell a time with fractions of seconds (ss.0) from a number with stray letters."""
    return any(token.kind == "elapsed" or (token.kind == "date" and token.text[0] in "yhs") for token in tokens)


def _token(found: re.Match[str]) -> list[Token]:
    kind, text = found.lastgroup, found[0]
    if kind is None:
        return []  # blanks as wide as a character, fill characters
    if kind == "quoted":
        return [Token("literal", found["quoted"])]
    if kind == "escaped":
        return [Token("literal", found["escaped"])]
    if kind == "date":
        return [Token("date", text.lower())]
    if kind == "mark":
        return [Token(_MARKS.get(text, "digit"), text)]
    return [Token("literal" if kind == "plain" else kind, text)]


def _locale(bracket: str) -> str | None:
    found = _CURRENCY.match(bracket)
    code = (found[2] or "").upper() if found else ""
    if code == _LONG_DATE:
        return 'yyyy"年"m"月"d"日"'
    return "h:mm:ss" if code == _LONG_TIME else None


def _currency(bracket: str) -> list[Token]:
    found = _CURRENCY.match(bracket)
    return [Token("literal", found[1])] if found and found[1] else []
