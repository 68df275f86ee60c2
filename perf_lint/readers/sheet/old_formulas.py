"""Find formulas of Excel 97 sheets that have no result: programs that cannot calculate save them empty."""

from __future__ import annotations

import struct
from typing import Any

FORMULA, END = 0x0006, 0x000A
_RECORD = struct.Struct("<HH")
_EMPTY_TEXT, _NO_NUMBER = 3, b"\xff\xff"
"""Of a formula's eight bytes of result: an empty text, and what says that they hold no number ([MS-XLS] 2.5.133)."""


class OldFormulas:
    """The formulas of one workbook; xlrd forgets which cells hold one, so the records are read once more."""

    __slots__ = ("_book", "_data", "_found", "_stream")

    def __init__(self, data: bytes, book: Any) -> None:
        """Keep the file and xlrd's book of it; nothing is read before somebody asks."""
        self._data = data
        self._book = book
        self._stream: bytes | None = None
        self._found: dict[int, frozenset[tuple[int, int]]] = {}

    def is_unset(self, sheet: int, row: int, column: int) -> bool:
        """Say whether a cell, counted from 0, holds a formula with an empty result.

        Excel itself saves the result of `=""` like this, and so does whoever did not calculate: it may not be blank.
        """
        if sheet not in self._found:
            self._found[sheet] = frozenset(self._empty(self._book._sh_abs_posn[sheet] - self._book.base))  # noqa: SLF001
        return (row, column) in self._found[sheet]

    def _empty(self, at: int) -> list[tuple[int, int]]:
        if self._stream is None:
            self._stream = _workbook_stream(self._data)
        stream, found = self._stream, []
        while at >= 0 and at + 4 <= len(stream):
            kind, length = _RECORD.unpack_from(stream, at)
            if kind == END:
                break
            result = stream[at + 10 : at + 18]
            if kind == FORMULA and len(result) == 8 and result[0] == _EMPTY_TEXT and result[6:] == _NO_NUMBER:
                found.append(_RECORD.unpack_from(stream, at + 4))
            at += 4 + length
        return found


def _workbook_stream(data: bytes) -> bytes:
    """Give the stream of records, which stands in a compound file or alone."""
    import io

    from xlrd.compdoc import SIGNATURE, CompDoc

    if not data.startswith(SIGNATURE):
        return data
    compound = CompDoc(data, logfile=io.StringIO())
    return bytes(compound.get_named_stream("Workbook") or compound.get_named_stream("Book") or b"")
