"""Find compressed streams that grow beyond all measure, before pdfium unpacks them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

SUSPECT = 100_000
"""Bytes: a shorter stream cannot grow beyond a hundred megabytes, for deflate gains at most a thousandfold."""

_CHUNK = 1 << 20


def expands_beyond(data: bytes, most: int) -> bool:
    """Say whether one deflated stream of a PDF gives more than `most` bytes; it is unpacked piece by piece to see."""
    return any(_expands(stream, most) for stream in _streams(data))


def _streams(data: bytes) -> Iterator[memoryview]:
    view, at = memoryview(data), 0
    while (at := data.find(b"stream", at)) >= 0:
        start = at + len(b"stream")
        while start < len(data) and data[start] in b"\r\n":
            start += 1
        end = data.find(b"endstream", start)
        if end < 0:
            end = len(data)
        # The low half of a zlib stream's first byte is always 8.
        if end - start > SUSPECT and data[start] & 0x0F == 8:
            yield view[start:end]
        at = end + len(b"endstream")


def _expands(stream: memoryview, most: int) -> bool:
    unpacker = zlib.decompressobj()
    grown, rest = 0, bytes(stream)
    try:
        while rest and not unpacker.eof:
            grown += len(unpacker.decompress(rest, _CHUNK))
            if grown > most:
                return True
            rest = unpacker.unconsumed_tail
    except zlib.error:
        return False
    return False
