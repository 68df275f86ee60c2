"""Open a Word 97 file: its streams, its header and the pieces of its text."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

WORD_97 = 0xC1
"""The oldest version (nFib) whose header is laid out like this."""

_MAGIC = 0xA5EC
_ENCRYPTED, _SECOND_TABLE = 0x0100, 0x0200
_TEXT_LENGTH, _PAIRS = 76, 154
_CHARACTERS, _PARAGRAPHS, _FONTS, _PIECES = 12, 13, 15, 33
_NAME = 39
"""Bytes of a font's description in front of its name."""
_COMPRESSED = 0x40000000


class NotWord97Error(ValueError):
    """The file is something else, older, or damaged."""


class EncryptedError(ValueError):
    """The file needs a password."""


class Piece(NamedTuple):
    """A run of text that lies in one place of the main stream."""

    start: int
    """First character position, counted over the whole document."""
    end: int
    offset: int
    """Where its first byte stands in the main stream."""
    wide: bool
    """True for two bytes a character (UTF-16), false for one (Windows-1252)."""


@dataclass(frozen=True, slots=True)
class WordFile:
    """The streams that hold a document."""

    main: bytes
    table: bytes
    data: bytes
    length: int
    """Characters of the main text; footnotes, headers and boxes follow behind."""

    def pieces(self) -> list[Piece]:
        """Give the pieces of the main text in order."""
        plex = _piece_table(self._part(_PIECES))
        count = (len(plex) - 4) // 12
        starts = struct.unpack_from(f"<{count + 1}I", plex)
        found = []
        for number in range(count):
            (where,) = struct.unpack_from("<I", plex, 4 * (count + 1) + 8 * number + 2)
            wide = not where & _COMPRESSED
            offset = where & ~_COMPRESSED if wide else (where & ~_COMPRESSED) // 2
            end = min(starts[number + 1], self.length)
            if starts[number] < end:
                found.append(Piece(starts[number], end, offset, wide))
        return found

    def fonts(self) -> list[str]:
        """Give the names of the fonts in the order in which modifiers number them."""
        part = self._part(_FONTS)
        found, at = [], 4
        while at < len(part):
            length = part[at]
            found.append(part[at + 1 : at + 1 + length][_NAME:].decode("utf-16-le", "replace").partition("\0")[0])
            at += 1 + length
        return found

    def pages(self, *, paragraphs: bool) -> Iterator[bytes]:
        """Give the 512-byte pages of formatting, of paragraphs or of characters."""
        plex = self._part(_PARAGRAPHS if paragraphs else _CHARACTERS)
        count = (len(plex) - 4) // 8
        for number in range(count):
            (page,) = struct.unpack_from("<I", plex, 4 * (count + 1) + 4 * number)
            start = (page & 0x3FFFFF) * 512
            if start + 512 <= len(self.main):
                yield self.main[start : start + 512]

    def _part(self, pair: int) -> bytes:
        start, length = struct.unpack_from("<II", self.main, _PAIRS + 8 * pair)
        return self.table[start : start + length]


def open_word(data: bytes) -> WordFile:
    """Open the compound file; raise NotWord97Error or EncryptedError."""
    from xlrd.compdoc import CompDoc, CompDocError

    try:
        compound = CompDoc(data, logfile=io.StringIO())
        main = bytes(compound.get_named_stream("WordDocument") or b"")
        magic, version = struct.unpack_from("<HH", main)
        (flags,) = struct.unpack_from("<H", main, 10)
        table = bytes(compound.get_named_stream("1Table" if flags & _SECOND_TABLE else "0Table") or b"")
        extra = bytes(compound.get_named_stream("Data") or b"")
        (length,) = struct.unpack_from("<I", main, _TEXT_LENGTH)
    except (CompDocError, struct.error, AssertionError, LookupError, TypeError, ValueError, RecursionError) as error:
        # What the library raises for damaged folders of streams, as seen under mutation.
        raise NotWord97Error(str(error)) from error
    if magic != _MAGIC or version < WORD_97:
        raise NotWord97Error(version)
    if flags & _ENCRYPTED:
        raise EncryptedError
    return WordFile(main, table, extra, length)


def _piece_table(part: bytes) -> bytes:
    """Skip the formatting in front of the piece table and give its body."""
    at = 0
    while at < len(part):
        if part[at] == 2:
            (length,) = struct.unpack_from("<I", part, at + 1)
            return part[at + 5 : at + 5 + length]
        if part[at] != 1:
            break
        at += 3 + struct.unpack_from("<H", part, at + 1)[0]
    raise NotWord97Error(at)
