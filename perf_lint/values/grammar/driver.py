"""Run the parse table over a text: a contextual lexer and an LALR(1) stack machine, both without recursion.

The grammar nests nothing, so only a few hundred stacks are possible. Each is a Place that remembers what every next
token led to; the table is asked once, and reading is then a walk from place to place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from perf_lint.values.grammar.table import Lexicon, load

END = "$END"

Action = Callable[..., Any]
Folds = tuple[tuple[int, Action], ...]
"""Reductions to make: how many values each takes, and what is made of them."""


class Token(NamedTuple):
    """A piece of the text: which terminal it is, and what it says."""

    kind: str
    text: str


class SyntaxStop(Exception):  # noqa: N818 - it is where reading stopped, an ordinary outcome
    """Say at which character (from 0) of the text nothing more could be understood."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


class Place:
    """A stack of states, the lexicon of its top, and what each token leads to: reductions and the next place."""

    __slots__ = ("lexicon", "moves", "stack")

    def __init__(self, stack: tuple[int, ...], lexicon: Lexicon) -> None:
        self.stack = stack
        self.lexicon = lexicon
        self.moves: dict[str, tuple[Folds, Place | None]] = {}


class Machine:
    """Parse texts and fold them with `actions`; a rule whose action is missing passes its only symbol on."""

    def __init__(self, actions: Mapping[str, Action]) -> None:
        self._table = load()
        self._actions = actions
        self._places: dict[tuple[int, ...], Place] = {}
        self._stuck = Place((), self._table.lexicons[self._table.start])
        self._start = self._place((self._table.start,))

    def parse(self, text: str) -> Any:
        """Parse the whole `text`; raise SyntaxStop where no terminal fits."""
        place, at, end, values = self._start, 0, len(text), list[Any]()
        while True:
            if at >= end:
                kind = word = END
            else:
                for kind, word, match in place.lexicon[text[at]]:  # noqa: B007 - the found ones are used below
                    if match is None:
                        if text.startswith(word, at):
                            break
                    elif found := match(text, at):
                        word = found.group()  # noqa: PLW2901
                        break
                else:
                    raise SyntaxStop(at)
            folds, following = place.moves.get(kind) or self._move(place, kind)
            for length, action in folds:
                if length == 1:
                    values[-1] = action(values[-1])
                elif length:
                    children = values[-length:]
                    del values[-length:]
                    values.append(action(*children))
                else:
                    values.append(action())
            if following is None:
                return values[-1]
            if following is self._stuck:
                raise SyntaxStop(at)
            values.append(Token(kind, word))
            at += len(word)
            place = following

    def _place(self, stack: tuple[int, ...]) -> Place:
        place = self._places.get(stack)
        if place is None:
            place = self._places[stack] = Place(stack, self._table.lexicons[stack[-1]])
        return place

    def _move(self, place: Place, kind: str) -> tuple[Folds, Place | None]:
        """Ask the table what `kind` leads to: None is the end of a whole text."""
        states, rules = self._table.states, self._table.rules
        stack, folds = list(place.stack), list[tuple[int, Action]]()
        following: Place | None = self._stuck
        while (move := states[stack[-1]].get(kind)) is not None:
            if move >= 0:
                following = self._place((*stack, move))
                break
            origin, length, name = rules[-move - 1]
            action = self._actions.get(name)
            if action is not None or length != 1:
                folds.append((length, action or _nothing))
            del stack[len(stack) - length :]
            stack.append(states[stack[-1]][origin])
            if kind == END and stack[-1] == self._table.end:
                following = None
                break
        place.moves[kind] = (tuple(folds), following)
        return place.moves[kind]


def _nothing(*_children: Any) -> None:
    """Stand for a rule without an action."""
