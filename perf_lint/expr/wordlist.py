"""Look words up fast: a list that remembers what it found in which text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Self

from perf_lint.expr.errors import RefusedError
from perf_lint.model.words import Words
from perf_lint.text.compiled import compiled
from perf_lint.text.wordlists import word_list

MAX_REMEMBERED = 20_000


class WordList(tuple[str, ...]):  # noqa: SLOT001  # it remembers
    """Words of a list; `in` and `first_in` are quick however long it is."""

    _search: re.Pattern[str]
    _known: frozenset[str]
    _found: dict[str, str | None]

    def __new__(cls, entries: Iterable[str]) -> Self:
        """Keep the words in order."""
        made = super().__new__(cls, entries)
        longest_first = sorted(filter(None, made), key=len, reverse=True)
        made._search = compiled("|".join(map(re.escape, longest_first)) or r"(?!)")
        made._known = frozenset(made)
        made._found = {}
        return made

    def __contains__(self, word: object) -> bool:
        return word in self._known

    def first_in(self, text: str) -> str | None:
        """Give the word that occurs first in `text` (the longest of several there), or None."""
        try:
            return self._found[text]
        except KeyError:
            if len(self._found) > MAX_REMEMBERED:
                self._found.clear()
            match = self._search.search(text)
            found = self._found[text] = match[0] if match else None
            return found


@cache
def own_list(entries: tuple[str, ...]) -> WordList:
    """Give a list that a pack brings itself, made once for all rules that use it."""
    return WordList(entries)


@cache
def listed(name: str) -> WordList:
    """Give a list of `rules/words/`; raise RefusedError where there is none."""
    if not name.replace("-", "").replace("_", "").isalnum():
        raise RefusedError(
            Words(
                f"词表名「{name}」只能用字母、数字和 -", f"“{name}”: letters, digits and - only in names of word lists"
            )
        )
    try:
        return WordList(word_list(name))
    except FileNotFoundError:
        words = Words(f"没有词表「{name}」（words/{name}.yaml）", f"no word list “{name}” (words/{name}.yaml)")
        raise RefusedError(words) from None
