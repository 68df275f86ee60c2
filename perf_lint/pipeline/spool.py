"""Keep a long list in bounded memory: what does not fit goes to a temporary file and comes back when looked at."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import IO, Generic, Protocol, TypeVar, overload

from perf_lint.model.words import Words
from perf_lint.text.reasons import why

Item = TypeVar("Item")

KEPT = 2_000
"""Items held in memory before a list moves to disk."""
BLOCK = 200
"""Small items (findings) read at once: together they pack into a sixth."""
AT_ONCE = 16
"""Large items (files), each of which is read alone, written at once."""
Counted_contra = TypeVar("Counted_contra", contravariant=True)


class Tally(Protocol[Counted_contra]):
    """Counts the items of a list while it grows."""

    def add(self, item: Counted_contra, /) -> None:
        """Count the next item."""


class SpoolError(Exception):
    """A temporary file that cannot be written, with the reason for people."""

    def __init__(self, error: OSError) -> None:
        reason = why(error)
        super().__init__(reason.en)
        self.words = Words(
            f"临时文件写不了（{reason.zh}）；可用环境变量 TMPDIR 换一个目录",
            f"cannot write a temporary file ({reason.en}); the variable TMPDIR names another folder",
        )


class Spool(Sequence[Item], Generic[Item]):
    """A list that is only appended to; its file has no name that could stay behind, and goes with the list.

    An interrupt or an error while an item is appended leaves a list that holds the item or does not.
    """

    def __init__(self, kept: int | None = None, block: int = 1, tally: Tally[Item] | None = None) -> None:
        """Hold up to `kept` items (KEPT of them where None) in memory; on disk `block` of them are read at once."""
        self._kept = KEPT if kept is None else kept
        self._block = block
        self._at_once = block if block > 1 else AT_ONCE
        self.tally = tally
        self._tail: tuple[int, list[Item]] = 0, []
        """The index of the first item in memory, and the items in memory; both change in one step."""
        self._ends: list[int] = []
        self._file: IO[bytes] | None = None

    def append(self, item: Item) -> None:
        """Add an item, which must be picklable; raise SpoolError where the disk is full."""
        items = self._tail[1]
        items.append(item)
        if self.tally is not None:
            self.tally.add(item)
        if len(items) >= (self._at_once if self._ends else max(self._kept + 1, self._block)):
            self._spill()

    def extend(self, items: Iterable[Item]) -> None:
        """Add items one by one."""
        for item in items:
            self.append(item)

    def frozen(self) -> Sequence[Item]:
        """Give a tuple where everything is in memory, else this list."""
        return self if self._ends else tuple(self)

    def span(self, start: int, stop: int) -> Iterator[Item]:
        """Give the items from `start` up to `stop`, with one block of them in memory."""
        loaded = -1
        items: list[Item] = []
        for index in range(start, stop):
            number, within = divmod(index, self._block)
            if number >= len(self._ends):
                first, items = self._tail
                within, number = index - first, -1
            elif number != loaded:
                items = self._read(number)
            loaded = number
            yield items[within]

    def __len__(self) -> int:
        first, items = self._tail
        return first + len(items)

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | Sequence[Item]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        return next(self.span(at, at + 1))

    def __iter__(self) -> Iterator[Item]:
        return self.span(0, len(self))

    def _spill(self) -> None:
        """Write all full blocks; what counts as written changes in one step at the end of each."""
        first, items = self._tail
        while len(items) >= self._block:
            count = min(self._at_once, len(items) // self._block * self._block)
            self._write(items[:count])
            first, items = self._tail = first + count, items[count:]

    def _write(self, items: list[Item]) -> None:
        contents = [self._packed(items[at : at + self._block]) for at in range(0, len(items), self._block)]
        # What was written and not yet taken from the tail is written again.
        number = self._tail[0] // self._block
        start = self._ends[number - 1] if number else 0
        try:
            file = self._opened()
            file.seek(start)
            file.write(b"".join(contents))
            file.flush()  # a full disk is told here
        except OSError as error:
            raise SpoolError(error) from error
        self._ends[number:] = [start + end for end in accumulate(map(len, contents))]

    def _packed(self, items: list[Item]) -> bytes:
        """Give a block as bytes; one large item is read so often that packing it tight does not pay."""
        import pickle

        content = pickle.dumps(items, pickle.HIGHEST_PROTOCOL)
        if self._block == 1:
            return content
        import zlib

        return zlib.compress(content, 1)

    def _read(self, number: int) -> list[Item]:
        import pickle

        assert self._file is not None
        start = self._ends[number - 1] if number else 0
        content = _bytes_at(self._file, start, self._ends[number] - start)
        if self._block > 1:
            import zlib

            content = zlib.decompress(content)
        items: list[Item] = pickle.loads(content)  # noqa: S301 -- written by us above
        return items

    def _opened(self) -> IO[bytes]:
        if self._file is None:
            import tempfile

            self._file = tempfile.TemporaryFile(prefix="perf-lint-")  # noqa: SIM115 -- lives as long as the list
        return self._file

    def __del__(self) -> None:
        """Close the file; at the end of the process, which does not wait for this, the system does it."""
        if self._file is not None:
            self._file.close()


def _bytes_at(file: IO[bytes], start: int, count: int) -> bytes:
    """Read a part; other processes may read the same open file, so its position stays where it can stay."""
    if hasattr(os, "pread"):
        content = os.pread(file.fileno(), count, start)
        if len(content) == count:
            return content
    file.seek(start)
    return file.read(count)


def small_items(items: Iterable[Item] = (), tally: Tally[Item] | None = None) -> Spool[Item]:
    """Make a list for items like findings, many of which are read at once."""
    spool: Spool[Item] = Spool(block=BLOCK, tally=tally)
    spool.extend(items)
    return spool
