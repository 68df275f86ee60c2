"""Combine the signs before a number with the words after it."""

from __future__ import annotations

from functools import lru_cache

from perf_lint.values.grammar.table import Token
from perf_lint.values.parts import Unclear

MEANINGS = {
    "GE": ">=",
    "UPTO": ">=",
    "ABOVE": ">=",
    "LE": "<=",
    "DOWNTO": "<=",
    "BELOW": "<=",
    "WITHIN": "<=",
    "NOTLATER": "<=",
    "NOTEARLIER": ">=",
    "EARLIER": "<",
    "GT": ">",
    "LT": "<",
    "EQ": "=",
}
STRICT = ("<", ">")
SYMBOLS = frozenset("≥≤<>")
"""One of them stands before a number: of ≥> neither sign is certain."""
STRICTER = {frozenset({">", ">="}): ">", frozenset({"<", "<="}): "<"}
DIRECTIONS = {"RISE": "up", "UPTO": "up", "FALL": "down", "DOWNTO": "down"}
FLAGS = {"APPROX": "approx", "ABOUT": "approx", "PM": "around", "NEG": "negative", "CURRENCY": "currency"}
ROUNDED = frozenset(["近", "将近", "接近", "超", "逾"])
REPEATED = frozenset([*MEANINGS, "EACH", "DONE"])
"""Signs of which several may stand, if they differ."""
BRACKETED = {
    "ABOVE": ("以上", "及以上"),
    "BELOW": ("以下", "及以下"),
    "WITHIN": ("以内", "之内", "内"),
    "ABOUT": ("左右", "上下"),
    "APPROX": ("约", "大约"),
    "GE": ("至少", "最少", "最低", "不低于", "不少于", "不小于", "下限", "保底"),
    "LE": ("至多", "最多", "最高", "不超过", "不高于", "不大于", "上限", "封顶"),
    "GT": ("超过", "高于", "多于"),
    "LT": ("不到", "不足", "不满", "低于", "少于"),
    "RISE": ("提高", "提升", "增长", "增加", "上升", "增幅", "涨幅"),
    "FALL": ("下降", "降低", "减少", "降幅"),
    "BEFORE": ("前", "之前", "以前"),
}
"""Words that compare no less in brackets: 5个(以上)."""
IN_BRACKETS = {f"({word})": Token(kind, word) for kind, words in BRACKETED.items() for word in words}
INCLUDED = {">": ">=", "<": "<="}
EXCLUDED = {">=": ">", "<=": "<", ">": ">", "<": "<"}
SHARES = {"百分之": "%", "千分之": "‰", "万分之": "‱"}


NUMERIC = frozenset(
    [
        *("GE", "LE", "GT", "LT", "EQ", "APPROX", "PM", "NEG", "CURRENCY", "UPTO", "DOWNTO", "RISE", "FALL", "SHARE"),
        *(
            "AGAINST",
            "EACH",
            "BETWEEN",
            "ABOVE",
            "BELOW",
            "WITHIN",
            "ABOUT",
            "EXACT",
            "DONE",
            "INCLUSIVE",
            "EXCLUSIVE",
            "REMARK",
        ),
    ]
)
"""Signs that can stand around an amount."""


class Signs:
    """What stands around a core; a plain class, of which most instances set two or three attributes."""

    comparator: str | None = None
    approx: bool = False
    direction: str | None = None
    recent: bool = False
    """近, of which 近三年 is not about three years."""
    around: bool = False
    """±."""
    negative: bool = False
    currency: bool = False
    share: str = ""
    """The unit that 百分之 gives."""
    per: tuple[str, ...] = ()
    """What every 每 speaks of."""
    remark: str | None = None
    done: str = ""
    done_first: bool = False
    """6月验收前: the 前 is that of what is done."""
    rounded: bool = False
    """近 or 超: what may stand before a numeral without its 一 (近百人)."""
    words: frozenset[str] = frozenset()
    """Which terminals stand there."""
    compared: tuple[str, ...] = ()
    """The comparisons as written."""
    foreign: frozenset[str] = frozenset()
    """Those of them that go with a date, not with an amount."""


NO_SIGNS = Signs()


@lru_cache(maxsize=4096)
def read_signs(before: tuple[Token, ...], after: tuple[Token, ...]) -> Signs:
    """Fold all signs into one; raise Unclear where they contradict each other or one stands twice.

    The answer is shared: it must not be changed.
    """
    tokens = (*before, *(IN_BRACKETS.get(token.text, token) for token in after))
    words = frozenset(token.kind for token in tokens)
    signs = Signs()
    signs.words, signs.foreign = words, words - NUMERIC
    for token in tokens:
        _apply(signs, token)
    singles = [token.kind for token in tokens if token.kind not in REPEATED]
    if sum(token.text in SYMBOLS for token in before) > 1:
        raise Unclear("同一种说明写了两次", "the same word stands twice")
    signs.compared = tuple(token.text for token in tokens if token.kind in MEANINGS)
    texts = [*signs.compared, *(token.text for token in tokens if token.kind == "DONE")]
    if len(singles) != len(set(singles)) or len(texts) != len(set(texts)):
        raise Unclear("同一种说明写了两次", "the same word stands twice")
    if "NEG" in words and any(token.kind in MEANINGS for token in before[_of(before, "NEG") :]):
        raise Unclear("负号后应是数字", "a number must follow the minus sign")
    _include(signs)
    return signs


def _of(tokens: tuple[Token, ...], kind: str) -> int:
    return [token.kind for token in tokens].index(kind)


def _include(signs: Signs) -> None:
    """Let (含) and (不含) decide whether the number itself belongs: 超过90%(含) is ≥90%."""
    comparator = signs.comparator
    if "INCLUSIVE" in signs.words and comparator and "BEFORE" not in signs.words:
        signs.comparator = INCLUDED.get(comparator, comparator)
    if "EXCLUSIVE" in signs.words:
        if comparator not in EXCLUDED or "INCLUSIVE" in signs.words:
            raise Unclear("“不含”之前没有比较说法", "(不含) follows only a comparison")
        signs.comparator = EXCLUDED[comparator]


def _apply(signs: Signs, token: Token) -> None:
    """Take one sign in."""
    kind, text = token.kind, token.text
    meaning = MEANINGS.get(kind)
    if meaning:
        signs.comparator = meaning if signs.comparator is None else _join(signs.comparator, meaning)
    if text in ROUNDED:
        signs.rounded = True
    if kind in DIRECTIONS:
        signs.direction = DIRECTIONS[kind]
    elif kind in FLAGS:
        setattr(signs, FLAGS[kind], True)
        signs.recent = signs.recent or text == "近"
    elif kind == "SHARE":
        signs.share = SHARES[text]
    elif kind == "EACH":
        signs.per = (*signs.per, text[1:] if text[0] in "每一" or (text[0] == "1" and not text[1].isdigit()) else text)
    elif kind == "REMARK":
        signs.remark = text[1:-1]
    elif kind == "DONE":
        signs.done += text
    elif kind == "BEFORE" and signs.done:
        signs.done_first = True


def _join(first: str, second: str) -> str:
    if first in (second, "="):
        return second
    if second == "=" and first not in STRICT:
        return first
    stricter = STRICTER.get(frozenset({first, second}))
    if stricter is None:
        raise Unclear("前后的比较说法相反", "the two comparisons contradict each other")
    return stricter
