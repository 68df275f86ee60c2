"""Sort more items than memory holds: stretches that are in order go to a spool, and are merged when they are read."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

from perf_lint.pipeline import spool
from perf_lint.pipeline.spool import BLOCK, Spool

Item = TypeVar("Item")


Stretch = tuple[int, int, Any]
"""Items of the spool that are in order: where they start and stop, and the key of the last one."""


class Sorter(Generic[Item]):
    """Takes items in any order and gives them sorted; equal ones stay in the order in which they came.

    Items that come in order cost nothing more than the spool. An interrupt while items are taken loses or doubles none.
    """

    def __init__(self, key: Callable[[Item], Any], kept: int | None = None) -> None:
        """Sort by `key`, with up to `kept` items (as many as a spool keeps where None) in memory."""
        self._key = key
        self._kept = spool.KEPT if kept is None else kept
        self._spool: Spool[Item] = Spool(0, BLOCK)
        self._state: tuple[tuple[Stretch, ...], list[Item]] = (), []
        """The stretches, and the items that are in none yet; both change in one step."""

    def extend(self, items: Iterable[Item]) -> None:
        """Take items, which must be picklable; raise SpoolError where the disk is full."""
        _, waiting = self._state
        waiting.extend(items)
        if len(waiting) > self._kept:
            self._put_away()

    def __iter__(self) -> Iterator[Item]:
        stretches, waiting = self._state
        stored = (self._spool.span(start, stop) for start, stop, _ in stretches)
        return heapq.merge(*stored, sorted(waiting, key=self._key), key=self._key)

    def _put_away(self) -> None:
        stretches, waiting = self._state
        ordered = sorted(waiting, key=self._key)
        start = len(self._spool)
        self._spool.extend(ordered)
        if stretches:
            before, stop, last = stretches[-1]
            if stop == start and last <= self._key(ordered[0]):
                start, stretches = before, stretches[:-1]
        self._state = (*stretches, (start, len(self._spool), self._key(ordered[-1]))), []
