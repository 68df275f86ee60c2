"""Run the parse table over a text: a contextual lexer and an LALR(1) stack machine, both without recursion.

The grammar nests nothing, so only a few hundred stacks are possible. Each is a Place that remembers what every next
token led to; the table is asked once, and reading is then a walk from place to place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from perf_lint.values.grammar.table import Lexicon, Token, load

END = "$END"
ENDING = Token(END, "")
new_tuple = tuple.__new__

Action = Callable[..., Any]
Folds = tuple[tuple[int, Any], ...]
"""Reductions to make: how many values each takes, and the action; of a rule without symbols, what it always makes."""


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

    # One loop without calls: it runs for every token of every value.
    def parse(self, text: str) -> Any:  # noqa: C901, PLR0912
        """Parse the whole `text`; raise SyntaxStop where no terminal fits."""
        place, at, end, stuck = self._start, 0, len(text), self._stuck
        values: list[Any] = []
        while True:
            if at < end:
                candidates = place.lexicon[text[at]]
                if isinstance(candidates, dict):
                    candidates = candidates.get(text[at + 1 : at + 2]) or candidates[""]
                for token, match in candidates:
                    if match is None:
                        if text.startswith(token[1], at):
                            break
                    elif found := match(text, at):
                        token = new_tuple(Token, (found.lastgroup, found[0]))  # noqa: PLW2901
                        break
                else:
                    raise SyntaxStop(at)
            else:
                token = ENDING
            kind, word = token
            folds, following = place.moves.get(kind) or self._move(place, kind)
            for length, action in folds:
                if length == 1:
                    values[-1] = action(values[-1])
                elif length:
                    children = values[-length:]
                    del values[-length:]
                    values.append(action(*children))
                else:
                    values.append(action)
            if following is None:
                return values[-1]
            if following is stuck:
                raise SyntaxStop(at)
            values.append(token)
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
        stack, folds = list(place.stack), list[tuple[int, Any]]()
        following: Place | None = self._stuck
        while (move := states[stack[-1]].get(kind)) is not None:
            if move >= 0:
                following = self._place((*stack, move))
                break
            origin, length, name = rules[-move - 1]
            action = self._actions.get(name)
            if action is not None or length != 1:
                made = action or _nothing
                folds.append((length, made if length else made()))
            del stack[len(stack) - length :]
            stack.append(states[stack[-1]][origin])
            if kind == END and stack[-1] == self._table.end:
                following = None
                break
        place.moves[kind] = (tuple(folds), following)
        return place.moves[kind]


def _nothing(*_children: Any) -> None:
    """Stand for a rule without an action."""
