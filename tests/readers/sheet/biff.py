"""Write Excel 97 workbook streams (BIFF8) record by record, and wrap them in a compound file."""

from __future__ import annotations

import struct
from collections.abc import Sequence

EMPTY_FORMULA = "=没有结果"
"""As a value: a formula that nobody has calculated."""
Value = str | float | bool | None


def record(kind: int, body: bytes = b"") -> bytes:
    """Make one record."""
    return struct.pack("<HH", kind, len(body)) + body


def _text(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _cell(row: int, column: int, value: Value, style: int) -> bytes:
    head = struct.pack("<HHH", row, column, style)
    if value is None:
        return record(0x201, head)
    if isinstance(value, bool):
        return record(0x205, head + struct.pack("<BB", value, 0))
    if value == EMPTY_FORMULA:
        result = b"\x03" + bytes(5) + b"\xff\xff"
        return record(0x006, head + result + struct.pack("<HIH", 0, 0, 3) + b"\x1e\x01\x00")
    if isinstance(value, str):
        if value.startswith("#"):
            return record(0x205, head + struct.pack("<BB", {"#REF!": 0x17, "#N/A": 0x2A}[value], 1))
        return record(0x204, head + _text(value))
    return record(0x203, head + struct.pack("<d", value))


def workbook(
    cells: Sequence[tuple[int, int, Value, int]],
    *,
    formats: Sequence[str] = (),
    merges: Sequence[tuple[int, int, int, int]] = (),
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
    visibility: int = 0,
    is_1904: bool = False,
    name: str = "表一",
) -> bytes:
    """Make a stream with one sheet; cells are (row, column, value, style) from 0, style 1 has the first of `formats`."""
    begin = struct.pack("<HHHHII", 0x600, 5, 0x0DBB, 0x07CC, 0, 6)
    fonts = b"".join(
        record(0x31, struct.pack("<HHHHHBBBB", 200, 0, 0, 400, 0, 0, 0, 0, 0) + b"\x01\x01a\x00") for _ in range(5)
    )
    shapes = b"".join(record(0x41E, struct.pack("<H", 164 + i) + _text(code)) for i, code in enumerate(formats))
    keys = [0, *(164 + i for i in range(len(formats)))]
    styles = b"".join(record(0xE0, struct.pack("<HHHBBBBIIH", 0, key, 1, 0, 0, 0, 0, 0, 0, 0)) for key in keys)
    before = record(0x809, begin) + record(0x42, struct.pack("<H", 1200)) + record(0x22, struct.pack("<H", is_1904))
    before += fonts + shapes + styles
    title = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    bound_size = 4 + 6 + len(title)
    start = len(before) + bound_size + 4
    bound = record(0x85, struct.pack("<IBB", start, visibility, 0) + title)
    body = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0x0DBB, 0x07CC, 0, 6))
    body += b"".join(record(0x7D, struct.pack("<HHHHHH", at, at, 2000, 0, 1, 0)) for at in hidden_columns)
    body += b"".join(record(0x208, struct.pack("<HHHHHHI", at, 0, 5, 255, 0, 0, 0x120)) for at in hidden_rows)
    body += b"".join(_cell(*cell) for cell in cells)
    if merges:
        body += record(0xE5, struct.pack("<H", len(merges)) + b"".join(struct.pack("<HHHH", *area) for area in merges))
    return before + bound + record(0x0A) + body + record(0x0A)


def compound(streams: dict[str, bytes]) -> bytes:
    """Wrap streams in a compound file of 512-byte sectors; each is padded past the size for the short-stream table."""
    sectors: list[bytes] = []
    table: list[int] = []
    entries = []
    for name, content in streams.items():
        padded = content.ljust(4096, b"\0")
        pieces = [padded[at : at + 512].ljust(512, b"\0") for at in range(0, len(padded), 512)]
        entries.append((name, 2, len(sectors), len(padded)))
        table += [len(sectors) + index + 1 for index in range(len(pieces) - 1)] + [0xFFFFFFFE]
        sectors += pieces
    directory = _directory([("Root Entry", 5, 0xFFFFFFFE, 0), *entries])
    start = len(sectors)
    pieces = [directory[at : at + 512] for at in range(0, len(directory), 512)]
    table += [start + index + 1 for index in range(len(pieces) - 1)] + [0xFFFFFFFE]
    sectors += pieces
    tables = (len(table) + 1 + 127) // 128
    first_table = len(sectors)
    table += [0xFFFFFFFD] * tables
    table += [0xFFFFFFFF] * (tables * 128 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, tables, start, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", *[first_table + i for i in range(tables)], *[0xFFFFFFFF] * (109 - tables))
    return header + b"".join(sectors) + struct.pack(f"<{len(table)}I", *table)


def _directory(entries: list[tuple[str, int, int, int]]) -> bytes:
    out = b""
    for index, (name, kind, start, size) in enumerate(entries):
        raw = name.encode("utf-16-le") + b"\0\0"
        child = 1 if kind == 5 and len(entries) > 1 else 0xFFFFFFFF
        right = index + 1 if kind == 2 and index + 1 < len(entries) else 0xFFFFFFFF
        out += raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw), kind, 1, 0xFFFFFFFF, right, child)
        out += bytes(16 + 4 + 16) + struct.pack("<III", start, size, 0)
    return out.ljust((len(out) + 511) // 512 * 512, b"\0")
