"""Combine the signs before a number with the words after it."""

from __future__ import annotations

from dataclasses import dataclass

from perf_lint.values.grammar.driver import Token
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
    "GT": ">",
    "LT": "<",
    "EQ": "=",
}
STRICTER = {frozenset({">", ">="}): ">", frozenset({"<", "<="}): "<"}
SHARES = {"百分之": "%", "千分之": "‰", "万分之": "‱"}


@dataclass(slots=True)
class Signs:
    """What stands around a core."""

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
    words: frozenset[str] = frozenset()
    """Which terminals stand there."""


def read_signs(before: tuple[Token, ...], after: tuple[Token, ...]) -> Signs:
    """Fold all signs into one; raise Unclear where they contradict each other or one stands twice."""
    signs = Signs(words=frozenset(token.kind for token in (*before, *after)))
    for token in (*before, *after):
        _apply(signs, token)
    singles = [token.kind for token in (*before, *after) if token.kind not in MEANINGS and token.kind != "EACH"]
    texts = [token.text for token in before if token.kind in MEANINGS]
    if len(singles) != len(set(singles)) or len(texts) != len(set(texts)):
        raise Unclear("同一种说明写了两次", "the same word stands twice")
    return signs


def _apply(signs: Signs, token: Token) -> None:
    meaning = MEANINGS.get(token.kind)
    if meaning:
        signs.comparator = meaning if signs.comparator is None else _join(signs.comparator, meaning)
        if token.kind in ("UPTO", "DOWNTO"):
            signs.direction = "up" if token.kind == "UPTO" else "down"
    elif token.kind in ("APPROX", "ABOUT"):
        signs.approx = True
        signs.recent = signs.recent or token.text == "近"
    elif token.kind in ("RISE", "FALL"):
        signs.direction = "up" if token.kind == "RISE" else "down"
    elif token.kind == "PM":
        signs.around = True
    elif token.kind == "NEG":
        signs.negative = True
    elif token.kind == "CURRENCY":
        signs.currency = True
    elif token.kind == "SHARE":
        signs.share = SHARES[token.text]
    elif token.kind == "EACH":
        signs.per = (*signs.per, token.text[1:])
    elif token.kind == "REMARK":
        signs.remark = token.text[1:-1]
    elif token.kind == "DONE":
        signs.done = token.text


def _join(first: str, second: str) -> str:
    if first == second or second == "=":
        return first
    if first == "=":
        return second
    stricter = STRICTER.get(frozenset({first, second}))
    if stricter is None:
        raise Unclear("前后的比较说法相反", "the two comparisons contradict each other")
    return stricter
