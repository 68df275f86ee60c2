"""List the streams of a compound file (.xls, .doc and encrypted Office files) without trusting it."""

from __future__ import annotations

import struct

from perf_lint.readers.base import COMPOUND_MAGIC

_ENTRY = 128
_END = 0xFFFFFFFA
"""Sector numbers from here on mean: none."""


def stream_names(data: bytes) -> frozenset[str]:
    """Give the names in the directory of `data`; as many as can be read where it is damaged, none if it is not one."""
    if not data.startswith(COMPOUND_MAGIC) or len(data) < 512:
        return frozenset()
    size = 4096 if data[30:32] == b"\x0c\x00" else 512
    names = set()
    for sector in _chain(data, int.from_bytes(data[48:52], "little"), size):
        start = (sector + 1) * size
        for at in range(start, min(start + size, len(data) - _ENTRY + 1), _ENTRY):
            length = int.from_bytes(data[at + 64 : at + 66], "little")
            if 2 < length <= 64 and data[at + 66] in (1, 2, 5):
                names.add(data[at : at + length - 2].decode("utf-16-le", "replace"))
    return frozenset(names)


def _chain(data: bytes, sector: int, size: int) -> list[int]:
    """Follow a chain of sectors through the allocation table; loops and ends outside the file stop it."""
    tables = [number for number in struct.unpack_from("<109I", data, 76) if number < _END]
    width = size // 4
    seen: dict[int, None] = {}
    while sector < _END and sector not in seen and (sector + 1) * size < len(data):
        seen[sector] = None
        table = sector // width
        if table >= len(tables):
            break
        at = (tables[table] + 1) * size + sector % width * 4
        if at + 4 > len(data):
            break
        sector = int.from_bytes(data[at : at + 4], "little")
    return list(seen)
