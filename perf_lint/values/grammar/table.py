"""Read the finished parse table and its words."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from perf_lint.text.compiled import compiled
from perf_lint.text.data import content
from perf_lint.text.derived import of_file

TABLE = f"{__file__.removesuffix('table.py')}table.json"
Match = Callable[[str, int], re.Match[str] | None]


class Token(NamedTuple):
    """A piece of the text: which terminal it is, and what it says."""

    kind: str
    text: str


NO_WORD = Token("", "")
Candidate = tuple[Token, Match | None]
"""A word, or the `match` of patterns."""


class Pattern(NamedTuple):
    """A terminal that is read by a pattern."""

    terminal: str
    source: str
    early: bool
    """Tried before the words."""
    firsts: list[tuple[int, int]]
    """Code points with which it can begin."""


class Vocabulary(NamedTuple):
    """All that any state may read."""

    words: dict[str, list[tuple[str, str]]]
    """First character → (terminal, word), longest first."""
    patterns: list[Pattern]


Candidates = tuple[Candidate, ...]
FEW = 3
"""With more words than these, a second look at the text is cheaper than trying them all."""


class Lexicon(dict[str, Candidates | dict[str, Candidates]]):
    """What one parser state may read next: a first character gives the candidates in the order they are tried.

    Where many words begin with it, it gives them by the second character; `""` are the words of one character.
    """

    def __init__(self, readable: frozenset[str], vocabulary: Vocabulary) -> None:
        super().__init__()
        self._readable, self._vocabulary = readable, vocabulary

    def __missing__(self, char: str) -> Candidates | dict[str, Candidates]:
        words = [entry for entry in self._vocabulary.words.get(char, ()) if entry[0] in self._readable]
        before, after = self._patterns(char, early=True), self._patterns(char, early=False)
        seconds = {text[1:2] for _, text in words} | {""} if len(words) > FEW else {""}
        parted = {
            second: (
                *before,
                *((Token(kind, text), None) for kind, text in words if len(words) <= FEW or text[1:2] in ("", second)),
                *after,
            )
            for second in seconds
        }
        self[char] = parted if len(words) > FEW else parted[""]
        return self[char]

    def _patterns(self, char: str, *, early: bool) -> list[Candidate]:
        fitting = tuple(
            (pattern.terminal, pattern.source)
            for pattern in self._vocabulary.patterns
            if pattern.early is early
            and pattern.terminal in self._readable
            and any(low <= ord(char) <= high for low, high in pattern.firsts)
        )
        return [(NO_WORD, _either(fitting))] if fitting else []


@cache
def _either(patterns: tuple[tuple[str, str], ...]) -> Match:
    """Give the match of several patterns tried in order; the group that it found names the terminal."""
    return compiled("|".join(f"(?P<{terminal}>{source})" for terminal, source in patterns)).match


class Table(NamedTuple):
    """An LALR(1) table: a state maps a symbol to a state (0 or more) or to the reduction of rule -n-1."""

    start: int
    end: int
    rules: tuple[tuple[str, int, str], ...]
    """(origin, number of symbols, action)."""
    states: tuple[dict[str, int], ...]
    lexicons: tuple[Lexicon, ...]
    units: dict[str, list[Any]]
    """Spelling → [name, dimension, base unit, factor as text or None]."""
    phrases: dict[str, frozenset[str]]
    """Whole cells (`none`, `boolean`) and words of direction (`up`, `down`, `keep`)."""


@cache
def load() -> Table:
    """Read the table that lies beside this module."""
    data = of_file("value-table", content(TABLE), _parsed)
    states = tuple(data["states"])
    patterns = [Pattern(name, source, early, ranges) for name, source, early, ranges in data["regexes"]]
    return Table(
        start=data["start"],
        end=data["end"],
        rules=tuple(tuple(rule) for rule in data["rules"]),
        states=states,
        lexicons=_lexicons(states, Vocabulary(data["words"], patterns)),
        units=data["units"],
        phrases={name: frozenset(words) for name, words in data["phrases"].items()},
    )


def _parsed(content: bytes) -> Any:
    import json

    return json.loads(content)


def _lexicons(states: tuple[dict[str, int], ...], vocabulary: Vocabulary) -> tuple[Lexicon, ...]:
    """Give every state its lexicon; states that read the same terminals share one."""
    shared: dict[frozenset[str], Lexicon] = {}
    result = []
    for state in states:
        readable = frozenset(state)
        if readable not in shared:
            shared[readable] = Lexicon(readable, vocabulary)
        result.append(shared[readable])
    return tuple(result)
