"""Find the longest ending of a text that any list knows: what such lists say of the text, they say of that ending.

Every listed word that a text ends with is an ending of the longest one. So questions that only look for listed words at
the end of a name need an answer for each of the listed words, of which there are some hundred, and not for each name.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from perf_lint.text.wordlists import word_list

Source = str | Sequence[str] | Callable[[], Sequence[str]]
"""The name of a word list, words, or what gives words."""
_sources: list[Source] = []


def know(*sources: Source) -> None:
    """Add words to the endings that are told apart."""
    _sources.extend(sources)
    _by_last_character.cache_clear()


def longest_ending(text: str) -> str:
    """Give the longest known word that `text` ends with, nothing where it ends with none."""
    lengths, words = _by_last_character().get(text[-1:], _NONE)
    for length in lengths:
        if (end := text[-length:]) in words:
            return end
    return ""


_NONE: tuple[tuple[int, ...], frozenset[str]] = ((), frozenset())


@cache
def _by_last_character() -> dict[str, tuple[tuple[int, ...], frozenset[str]]]:
    """Give the known words by their last character, with their different lengths, the longest first."""
    groups: dict[str, set[str]] = {}
    for source in _sources:
        words = word_list(source) if isinstance(source, str) else source() if callable(source) else source
        for word in words:
            groups.setdefault(word[-1], set()).add(word)
    return {
        last: (tuple(sorted({len(word) for word in words}, reverse=True)), frozenset(words))
        for last, words in groups.items()
    }
