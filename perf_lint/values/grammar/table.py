"""Read the finished parse table and its words."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

Pattern = re.Pattern[str]


class Lexicon(NamedTuple):
    """What one parser state may read next, in the order it is tried."""

    patterns: tuple[tuple[str, Pattern], ...]
    """Patterns tried before the words."""
    words: dict[str, tuple[tuple[str, str], ...]]
    """First character → (word, terminal), longest word first."""
    late_patterns: tuple[tuple[str, Pattern], ...]


class Table(NamedTuple):
    """An LALR(1) table: a state maps a symbol to a state (0 or more) or to the reduction of rule -n-1."""

    start: int
    end: int
    rules: tuple[tuple[str, int, str], ...]
    """(origin, number of symbols, action)."""
    states: tuple[dict[str, int], ...]
    lexicons: tuple[Lexicon, ...]
    units: dict[str, tuple[str, str, str, str | None]]
    """Spelling → (name, dimension, base unit, factor)."""
    phrases: dict[str, frozenset[str]]
    """Whole cells (`none`, `boolean`) and words of direction (`up`, `down`, `keep`)."""


@cache
def load() -> Table:
    """Read the table that lies beside this module."""
    data = json.loads((Path(__file__).parent / "table.json").read_text(encoding="utf-8"))
    states = tuple(data["states"])
    return Table(
        start=data["start"],
        end=data["end"],
        rules=tuple(tuple(rule) for rule in data["rules"]),
        states=states,
        lexicons=_lexicons(states, data["regexes"], data["words"]),
        units={spelling: tuple(entry) for spelling, entry in data["units"].items()},
        phrases={name: frozenset(words) for name, words in data["phrases"].items()},
    )


def _lexicons(
    states: tuple[dict[str, int], ...], regexes: list[tuple[str, str, bool]], words: dict[str, list[str]]
) -> tuple[Lexicon, ...]:
    """Give every state its lexicon; states that read the same terminals share one."""
    patterns = [(name, re.compile(source), early) for name, source, early in regexes]
    terminals = frozenset(words) | {name for name, _, _ in regexes}
    shared: dict[frozenset[str], Lexicon] = {}
    result = []
    for state in states:
        readable = frozenset(state) & terminals
        if readable not in shared:
            shared[readable] = Lexicon(
                tuple((name, pattern) for name, pattern, early in patterns if early and name in readable),
                _by_first({name: words[name] for name in sorted(readable) if name in words}),
                tuple((name, pattern) for name, pattern, early in patterns if not early and name in readable),
            )
        result.append(shared[readable])
    return tuple(result)


def _by_first(lists: dict[str, list[str]]) -> dict[str, tuple[tuple[str, str], ...]]:
    index: dict[str, list[tuple[str, str]]] = {}
    for terminal, words in lists.items():
        for word in words:
            index.setdefault(word[0], []).append((word, terminal))
    return {first: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for first, found in index.items()}
