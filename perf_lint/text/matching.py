"""Look for the words of a list inside a text."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from perf_lint.text import wordlists
from perf_lint.text.compiled import compiled
from perf_lint.text.wordlists import word_list

KEPT_READINGS = wordlists.KEPT_READINGS
"""How many readings of a text each function keeps."""


@cache
def words_pattern(name: str) -> re.Pattern[str]:
    """Give a pattern that matches any word of the list, the longest first."""
    words = sorted(word_list(name), key=len, reverse=True)
    return compiled("|".join(map(re.escape, words)))


@cache
def _by_last_character(name: str) -> dict[str, tuple[frozenset[str], list[int]]]:
    """Give the words of the list by the character that they end with, and their different lengths, the longest first.

    A long list has hundreds of words that end with one character, but of four or five lengths.
    """
    groups: dict[str, set[str]] = {}
    for word in word_list(name):
        groups.setdefault(word[-1], set()).add(word)
    return {last: (frozenset(words), sorted({*map(len, words)}, reverse=True)) for last, words in groups.items()}


def find_word(text: str, name: str) -> str | None:
    """Give the first word of the list that stands in `text`."""
    if wordlists.first_characters(name).isdisjoint(text):
        return None
    found = words_pattern(name).search(text)
    return found.group() if found else None


def last_word(text: str, name: str) -> str | None:
    """Give the longest word of the list that `text` ends with."""
    group = _by_last_character(name).get(text[-1:])
    if group is not None:
        words, lengths = group
        for length in lengths:
            if (end := text[-length:]) in words:
                return end
    return None


def last_words(text: str, name: str) -> tuple[str, ...]:
    """Give every word of the list that `text` ends with, the longest first."""
    words, lengths = _by_last_character(name).get(text[-1:], _NO_WORDS)
    ends = [text[-length:] for length in lengths if length <= len(text)]
    return tuple([end for end in ends if end in words])


_NO_WORDS: tuple[frozenset[str], list[int]] = (frozenset(), [])


@lru_cache(KEPT_READINGS)
def without_words(text: str, name: str) -> str:
    """Remove every word of the list from `text`."""
    return words_pattern(name).sub("", text)
