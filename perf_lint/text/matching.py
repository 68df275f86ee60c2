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
def _first_characters(name: str) -> frozenset[str]:
    return frozenset(word[0] for word in word_list(name))


@cache
def _by_last_character(name: str) -> dict[str, tuple[str, ...]]:
    """Give the words of the list by the character that they end with, the longest first."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(word_list(name), key=len, reverse=True):
        found[word[-1]] = (*found.get(word[-1], ()), word)
    return found


def find_word(text: str, name: str) -> str | None:
    """Give the first word of the list that stands in `text`."""
    if _first_characters(name).isdisjoint(text):
        return None
    found = words_pattern(name).search(text)
    return found.group() if found else None


def last_word(text: str, name: str) -> str | None:
    """Give the longest word of the list that `text` ends with."""
    for word in _by_last_character(name).get(text[-1:], ()):
        if text.endswith(word):
            return word
    return None


def last_words(text: str, name: str) -> tuple[str, ...]:
    """Give every word of the list that `text` ends with, the longest first."""
    return tuple([word for word in _by_last_character(name).get(text[-1:], ()) if text.endswith(word)])


@lru_cache(KEPT_READINGS)
def without_words(text: str, name: str) -> str:
    """Remove every word of the list from `text`."""
    return words_pattern(name).sub("", text)
