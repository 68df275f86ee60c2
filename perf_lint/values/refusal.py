"""Tell words (qualitative) from a damaged number (malformed) in a text that was not understood, and say where."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from perf_lint.model.value import Value
from perf_lint.model.words import Words
from perf_lint.text.compiled import compiled
from perf_lint.text.pattern import lazy_pattern
from perf_lint.values.core import read_core
from perf_lint.values.grammar.driver import SyntaxStop
from perf_lint.values.grammar.table import load
from perf_lint.values.normal import position
from perf_lint.values.numerals import unmultiplied
from perf_lint.values.parts import Unclear

SIGN = lazy_pattern(r"[≥≤<>±%‰]")
DIGIT = lazy_pattern(r"[0-9]")
PLACEHOLDER = lazy_pattern(r"\*{2,}|×{2,}|[Xx]{2,}|_{2,}|…")
CITED = lazy_pattern(r"[〔\[【(][^〕\]】)]*[0-9][^〕\]】)]*[〕\]】)]|《[^》]*》|第[0-9]+[号条款批次期届]|[0-9]+号文?")
INTERVAL = lazy_pattern(r"[\[(][^\u4e00-\u9fff]*[0-9][^\u4e00-\u9fff]*[\])]")
CODED = lazy_pattern(
    r"[A-Za-z][A-Za-z/-]*[0-9][0-9.\-—]*|[0-9]+[A-Za-z]+[级类]?|[0-9]+[级类等星档](?:以上)?|[前第][0-9]+[名位]?"
)
GRADE = lazy_pattern(
    r"[一-鿿]{0,12}[≥≤<>](?:(?:[0-9一二三四五六七八九十甲乙丙丁ⅠⅡⅢⅣⅥIVX]{1,3}|[1-5]?A{1,5}|[A-E][+-]?)(?:星级|等级|[级类等星档])(?:标准|水平|水质)?"
    r"|优秀?|优良|良好?|中等?|较好|合格|达标|满意)"
)
"""≥3级, ≥良好: a grade with a sign is as good as 3级以上."""
DAMAGED_EDGE = lazy_pattern(r"^[0-9.]|[0-9.]$")
LONGEST_BEGINNING = 60
SENTENCE_LENGTH = 8
"""From this many characters on, words with a number inside are a sentence, not a damaged number."""
CONTROL = lazy_pattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f�]")
ALSO_WORDS = frozenset("对单升度成点样类面")
"""Units that say something else when they stand alone."""
UNCHANGED = lazy_pattern("不下降|不降低|不变|持平")
UNREAD = Words("从此处起无法理解", "not understood from here on")
MISSING = Words("缺少数字", "there is no number")


def refuse(text: str, plain: str, cause: SyntaxStop | Unclear) -> Value:
    """Give the qualitative or malformed Value of a text that the grammar refused for `cause`."""
    damage = _damage(plain)
    if damage is None:
        return _words(text, plain)
    at = cause.at if isinstance(cause, SyntaxStop) else _understood(plain)
    problem = cause.words if isinstance(cause, Unclear) and damage is not MISSING else damage
    return Value(text=text, kind="malformed", problem=problem, problem_at=position(text, at))


def only_words(text: str, plain: str) -> Value:
    """Give the Value of a text that holds neither a number, nor a date, nor a sign."""
    return refuse(text, plain, SyntaxStop(0)) if _only_unit(plain) else _words(text, plain)


def _words(text: str, plain: str) -> Value:
    fields: dict[str, Any] = {"kind": "qualitative", "qualitative": text.strip()}
    where = direction(plain)
    if where:
        fields["direction"] = where
    return Value(text, **fields)


def _understood(plain: str) -> int:
    """Give the length of the longest beginning that has a meaning: what follows it made the whole unclear."""
    for length in range(min(len(plain), LONGEST_BEGINNING) - 1, 0, -1):
        try:
            read_core(plain[:length])
        except (SyntaxStop, Unclear):
            continue
        return length
    return 0


def too_long(text: str, limit: int) -> Value:
    """Give the malformed Value of a text over the length limit."""
    words = Words(f"太长：指标值超过{limit}个字", f"too long: more than {limit} characters")
    return Value(text=text, kind="malformed", problem=words, problem_at=limit + 1)


def _damage(plain: str) -> Words | None:
    """Say what is wrong with a text that should have been a number; None where it is plain words."""
    if CONTROL.search(plain):
        return Words("含有控制字符或乱码", "it holds control characters")
    if PLACEHOLDER.search(plain) and (SIGN.search(plain) or PLACEHOLDER.sub("", plain) in load().units):
        return MISSING
    if GRADE.fullmatch(plain):
        return None
    if INTERVAL.fullmatch(plain):
        return UNREAD
    rest = CODED.sub("", CITED.sub("", plain))
    if not DIGIT.search(rest) and not SIGN.search(rest):
        return MISSING if _only_unit(plain) else None
    if not DIGIT.search(plain):
        return MISSING if not re.search("[一二三四五六七八九十百]", plain) else UNREAD
    if len(plain) >= SENTENCE_LENGTH and not DAMAGED_EDGE.search(plain) and not SIGN.search(plain):
        return None
    return UNREAD


def _only_unit(plain: str) -> bool:
    """Tell whether a cell holds a unit and nothing else (万人次, 元/人)."""
    head = unmultiplied(plain.lstrip("/").split("/", maxsplit=1)[0]).strip("()")
    return head in load().units and plain not in ALSO_WORDS


def direction(plain: str) -> str | None:
    """Tell which way words point; None where they point two ways or nowhere."""
    if _any_of("up").search(plain) is None and _any_of("down").search(plain) is None:
        return "keep" if _any_of("keep").search(plain) else None
    if UNCHANGED.search(plain):
        return "keep"
    up, down = (_any_of(name).search(plain) is not None for name in ("up", "down"))
    return None if up and down else "up" if up else "down"


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return compiled("|".join(sorted(map(re.escape, load().phrases[name]))))
