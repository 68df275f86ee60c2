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


@lru_cache(KEPT_READINGS)
def find_word(text: str, name: str) -> str | None:
    """Give the first word of the list that stands in `text`."""
    found = words_pattern(name).search(text)
    return found.group() if found else None


@lru_cache(KEPT_READINGS)
def last_word(text: str, name: str) -> str | None:
    """Give the longest word of the list that `text` ends with."""
    words = word_list(name)
    return max(filter(text.endswith, words), key=len) if text.endswith(words) else None


@lru_cache(KEPT_READINGS)
def without_words(text: str, name: str) -> str:
    """Remove every word of the list from `text`."""
    return words_pattern(name).sub("", text)
