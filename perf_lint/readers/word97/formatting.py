"""Look up the formatting of a place in the text: runs of property modifiers (sprm), by file offset."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator

from perf_lint.readers.word97.streams import WordFile

IN_TABLE, ROW_END, DEPTH = 0x2416, 0x2417, 0x6649
INNER_CELL, INNER_ROW_END = 0x244B, 0x244C
TABLE_DEFINITION, VERTICAL_MERGE = 0xD608, 0xD62B
DELETED, VANISHED = 0x0800, 0x083C
_HUGE, _TABS = 0x6646, 0xC615
_OPERAND = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
"""Bytes of an operand by the three highest bits of the modifier; 6 says its own length."""


class Runs:
    """Modifiers by file offset, of all paragraphs or of all characters."""

    def __init__(self, file: WordFile, *, paragraphs: bool) -> None:
        runs = sorted(_runs(file, paragraphs=paragraphs))
        self._starts = [start for start, _, _ in runs]
        self._runs = runs
        self._data = file.data

    def at(self, offset: int) -> dict[int, bytes]:
        """Give the modifiers that apply at a byte of the main stream, by their codes."""
        modifiers = self.raw(offset)
        found = dict(split_modifiers(modifiers))
        if _HUGE in found:
            (start,) = struct.unpack("<I", found[_HUGE])
            (length,) = (
                struct.unpack_from("<H", self._data.ljust(start + 2, b"\0"), start) if start < len(self._data) else (0,)
            )
            found.update(split_modifiers(self._data[start + 2 : start + 2 + length]))
        return found

    def raw(self, offset: int) -> bytes:
        """Give the modifiers at a byte as they stand in the file."""
        at = bisect_right(self._starts, offset) - 1
        if at < 0:
            return b""
        _, end, modifiers = self._runs[at]
        return modifiers if offset < end else b""

    def spans(self, code: int) -> list[tuple[int, int]]:
        """Give the byte ranges in which a one-byte modifier is switched on."""
        mark = struct.pack("<HB", code, 1)
        return [(start, end) for start, end, modifiers in self._runs if mark in modifiers and _is_on(modifiers, code)]


def _is_on(modifiers: bytes, code: int) -> bool:
    return dict(split_modifiers(modifiers)).get(code) == b"\x01"


def _runs(file: WordFile, *, paragraphs: bool) -> Iterator[tuple[int, int, bytes]]:
    width = 13 if paragraphs else 1
    for page in file.pages(paragraphs=paragraphs):
        count = page[511]
        if 4 * (count + 1) + width * count > 511:
            continue
        offsets = struct.unpack_from(f"<{count + 1}I", page)
        for number in range(count):
            at = 2 * page[4 * (count + 1) + width * number]
            yield offsets[number], offsets[number + 1], _modifiers(page, at, paragraphs=paragraphs) if at else b""


def _modifiers(page: bytes, at: int, *, paragraphs: bool) -> bytes:
    if not paragraphs:
        return page[at + 1 : min(at + 1 + page[at], 511)]
    # A paragraph's length counts words, and its style number stands before the modifiers.
    if page[at]:
        return page[at + 3 : min(at + 2 * page[at], 511)]
    return page[at + 4 : min(at + 2 + 2 * page[at + 1], 511)] if at + 1 < 511 else b""


def split_modifiers(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Cut a list of modifiers into codes and operands; what is cut off at the end is left out."""
    at = 0
    while at + 2 < len(data):
        (code,) = struct.unpack_from("<H", data, at)
        at += 2
        length = _OPERAND.get(code >> 13)
        if length is None:
            if code == TABLE_DEFINITION:
                length = int.from_bytes(data[at : at + 2], "little") + 1
            elif code == _TABS and data[at] == 255:
                return
            else:
                length = data[at] + 1
        yield code, data[at : at + length]
        at += length
