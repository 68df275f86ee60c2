"""Keep a long list in bounded memory: what does not fit goes to a temporary file and comes back when looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO, Generic, TypeVar, overload

Item = TypeVar("Item")

KEPT = 2_000
"""Items held in memory before the list moves to disk."""


class Spool(Sequence[Item], Generic[Item]):
    """A list that is only appended to; it vanishes with the object."""

    def __init__(self, kept: int = KEPT) -> None:
        """Hold up to `kept` items in memory."""
        self._kept = kept
        self._items: list[Item] = []
        self._starts: list[int] = []
        self._file: IO[bytes] | None = None
        self._end = 0

    def append(self, item: Item) -> None:
        """Add an item; it must be picklable."""
        if self._file is None and len(self._items) < self._kept:
            self._items.append(item)
            return
        if self._file is None:
            import tempfile
            import weakref

            self._file = tempfile.TemporaryFile(prefix="perf-lint-")  # noqa: SIM115 -- lives as long as the list
            weakref.finalize(self, self._file.close)
            waiting, self._items = self._items, []
            for earlier in waiting:
                self._write(earlier)
        self._write(item)

    def __len__(self) -> int:
        return len(self._starts) or len(self._items)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        if self._file is None:
            return self._items[index]
        import pickle
        import zlib

        number = range(len(self._starts))[index]
        start = self._starts[number]
        end = self._starts[number + 1] if number + 1 < len(self._starts) else self._end
        self._file.seek(start)
        item: Item = pickle.loads(zlib.decompress(self._file.read(end - start)))  # noqa: S301 -- written by us above
        return item

    def __iter__(self) -> Iterator[Item]:
        return (self[index] for index in range(len(self)))

    def _write(self, item: Item) -> None:
        import pickle
        import zlib

        assert self._file is not None
        content = zlib.compress(pickle.dumps(item, pickle.HIGHEST_PROTOCOL), 1)
        self._file.seek(self._end)
        self._file.write(content)
        self._starts.append(self._end)
        self._end += len(content)
