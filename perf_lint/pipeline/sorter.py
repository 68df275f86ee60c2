"""Sort more items than memory holds: stretches that are in order go to a spool, and are merged when they are read."""

import heapq
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, NamedTuple, TypeVar

from perf_lint.pipeline import spool
from perf_lint.pipeline.spool import BLOCK, Spool

Item = TypeVar("Item")


class _Stretch(NamedTuple):
    """Items of the spool that are in order."""

    start: int
    stop: int
    last: Any
    """Key of the last one."""


class _State(NamedTuple, Generic[Item]):
    stretches: tuple[_Stretch, ...]
    waiting: list[Item]
    """Items that are in no stretch yet."""


class Sorter(Generic[Item]):
    """Takes items in any order and gives them sorted; equal ones stay in the order in which they came.

    Items that come in order cost nothing more than the spool. An interrupt while items are taken loses or doubles none.
    """

    def __init__(self, key: Callable[[Item], Any], kept: int | None = None) -> None:
        """Sort by `key`, with up to `kept` items (as many as a spool keeps where None) in memory."""
        self._key = key
        self._kept = spool.KEPT if kept is None else kept
        self._spool: Spool[Item] = Spool(0, BLOCK)
        self._state: _State[Item] = _State((), [])

    def extend(self, items: Iterable[Item]) -> None:
        """Take items, which must be picklable; raise SpoolError where the disk is full."""
        self._state.waiting.extend(items)
        if len(self._state.waiting) > self._kept:
            self._put_away()

    def __iter__(self) -> Iterator[Item]:
        stretches, waiting = self._state
        stored = (self._spool.span(stretch.start, stretch.stop) for stretch in stretches)
        return heapq.merge(*stored, sorted(waiting, key=self._key), key=self._key)

    def _put_away(self) -> None:
        stretches, waiting = self._state
        ordered = sorted(waiting, key=self._key)
        start = len(self._spool)
        for item in ordered:
            self._spool.append(item)
        grown = _Stretch(start, len(self._spool), self._key(ordered[-1]))
        before = stretches[-1] if stretches else None
        if before is not None and before.stop == start and before.last <= self._key(ordered[0]):
            stretches, grown = stretches[:-1], grown._replace(start=before.start)
        self._state = _State((*stretches, grown), [])
