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
def _words_and_lengths(name: str) -> tuple[frozenset[str], list[int]]:
    """Give the words of the list and their different lengths, the longest first: hundreds of words, but few lengths."""
    words = frozenset(word_list(name))
    return words, sorted({*map(len, words)}, reverse=True)


def find_word(text: str, name: str) -> str | None:
    """Give the first word of the list that stands in `text`."""
    if wordlists.first_characters(name).isdisjoint(text):
        return None
    found = words_pattern(name).search(text)
    return found.group() if found else None


def last_word(text: str, name: str) -> str | None:
    """Give the longest word of the list that `text` ends with."""
    words, lengths = _words_and_lengths(name)
    for length in lengths:
        if (end := text[-length:]) in words:
            return end
    return None


def last_words(text: str, name: str) -> tuple[str, ...]:
    """Give every word of the list that `text` ends with, the longest first."""
    words, lengths = _words_and_lengths(name)
    ends = [text[-length:] for length in lengths if length <= len(text)]
    return tuple([end for end in ends if end in words])


@lru_cache(KEPT_READINGS)
def without_words(text: str, name: str) -> str:
    """Remove every word of the list from `text`."""
    return words_pattern(name).sub("", text)
