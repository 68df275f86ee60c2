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
    _known.cache_clear()


def longest_ending(text: str) -> str:
    """Give the longest known word that `text` ends with, nothing where it ends with none."""
    words, lengths = _known()
    for length in lengths:
        if (end := text[-length:]) in words:
            return end
    return ""


@cache
def _known() -> tuple[frozenset[str], list[int]]:
    """Give the known words and their different lengths, the longest first."""
    words = frozenset[str]().union(*map(words_of, _sources))
    return words, sorted(set(map(len, words)), reverse=True)


def words_of(source: Source) -> Sequence[str]:
    """Give the words of a source."""
    if isinstance(source, str):
        return word_list(source)
    return source() if callable(source) else source
