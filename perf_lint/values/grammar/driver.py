"""Run the parse table over a text: a contextual lexer and an LALR(1) stack machine, both without recursion."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from perf_lint.values.grammar.table import Lexicon, load

END = "$END"

Action = Callable[..., Any]


class Token(NamedTuple):
    """A piece of the text: which terminal it is, what it says, where it starts (from 0)."""

    kind: str
    text: str
    at: int


class SyntaxStop(Exception):  # noqa: N818 - it is where reading stopped, an ordinary outcome
    """Say at which character (from 0) of the text nothing more could be understood."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def parse(text: str, actions: Mapping[str, Action]) -> Any:
    """Parse the whole `text` and fold it with `actions`; raise SyntaxStop where no terminal fits.

    A rule whose action is missing passes its only symbol on.
    """
    table = load()
    states, rules, lexicons = table.states, table.rules, table.lexicons
    stack, values = [table.start], list[Any]()
    token = next_token(text, 0, lexicons[table.start])
    while True:
        move = states[stack[-1]].get(token.kind)
        if move is None:
            raise SyntaxStop(token.at)
        if move >= 0:
            stack.append(move)
            values.append(token)
            token = next_token(text, token.at + len(token.text), lexicons[move])
            continue
        origin, length, name = rules[-move - 1]
        action = actions.get(name)
        if action is not None or length != 1:
            children = values[len(values) - length :]
            del values[len(values) - length :]
            values.append(action(*children) if action is not None else None)
        del stack[len(stack) - length :]
        stack.append(states[stack[-1]][origin])
        if token.kind == END and stack[-1] == table.end:
            return values[-1]


def next_token(text: str, at: int, lexicon: Lexicon) -> Token:
    """Read the token at `at` that `lexicon` allows; END where the text or all understanding ends."""
    if at >= len(text):
        return Token(END, "", at)
    for kind, pattern in lexicon.patterns:
        found = pattern.match(text, at)
        if found:
            return Token(kind, found.group(), at)
    for word, kind in lexicon.words.get(text[at], ()):
        if text.startswith(word, at):
            return Token(kind, word, at)
    for kind, pattern in lexicon.late_patterns:
        found = pattern.match(text, at)
        if found:
            return Token(kind, found.group(), at)
    raise SyntaxStop(at)
