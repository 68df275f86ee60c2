"""Fill expressions into sentences: `相差 {wan(gap)} 万元`."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from perf_lint.expr.errors import ExprError
from perf_lint.model.words import Lang, Words
from perf_lint.text.numbers import plain_number

LONGEST = 120
"""Characters of one text inside a sentence; the whole text stands in the form."""

Piece = tuple[str, int]
"""An expression's text and where it starts in the sentence."""


def pieces(text: str) -> list[str | Piece]:
    """Split a sentence into plain texts and expressions; `{{` and `}}` are braces."""
    found: list[str | Piece] = []
    plain = ""
    place = 0
    while place < len(text):
        pair, character = text[place : place + 2], text[place]
        if pair in ("{{", "}}"):
            plain, place = plain + character, place + 2
        elif character == "}":
            raise ExprError(Words("多了一个 }", "a } too many"), place)
        elif character != "{":
            plain, place = plain + character, place + 1
        else:
            end = text.find("}", place)
            if end < 0:
                raise ExprError(Words("{ 没有配对的 }", "the { is not closed"), place)
            if not text[place + 1 : end].strip():
                raise ExprError(Words("{ } 里没有表达式", "nothing between { and }"), place, 2)
            found += [plain] if plain else []
            found.append((text[place + 1 : end], place + 1))
            plain, place = "", end + 1
    return found + ([plain] if plain else [])


def printed(value: Any, lang: Lang = "zh") -> str:
    """Print a value inside a sentence."""
    if isinstance(value, str):
        return value if len(value) <= LONGEST else value[: LONGEST - 1] + "…"
    if value is None:
        return "（空）" if lang == "zh" else "(blank)"
    if value is True or value is False:
        return {("zh", True): "是", ("zh", False): "否", ("en", True): "yes", ("en", False): "no"}[lang, value]
    if isinstance(value, (int, Decimal)):
        return plain_number(value)
    if isinstance(value, dt.date):
        return f"{value.year}年{value.month}月{value.day}日" if lang == "zh" else value.isoformat()
    if isinstance(value, (list, tuple)):
        return ("、" if lang == "zh" else ", ").join(printed(item, lang) for item in value)
    return printed(str(value), lang)
