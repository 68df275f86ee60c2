"""Remember what was found for each key, up to a number of keys."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from perf_lint.text.wordlists import KEPT_READINGS

Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found")


class Memo(dict[Key, Found]):
    """What belongs to each key, found when first asked for; it forgets all of it when there are too many keys.

    Asking for a key that is known takes no call, as it does with `lru_cache`.
    """

    def __init__(self, find: Callable[[Key], Found], most: int = KEPT_READINGS) -> None:
        super().__init__()
        self._find = find
        self._most = most

    def __missing__(self, key: Key) -> Found:
        found = self._find(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = found
        return found
