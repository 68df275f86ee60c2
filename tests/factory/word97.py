"""Write a drawing as a Word 97 file, byte by byte after [MS-DOC], for no library writes them."""

from __future__ import annotations

import struct

from tests.factory.drawing import Drawing, Drawn
from tests.readers.sheet.biff import compound

IN_TABLE, ROW_END = struct.pack("<HB", 0x2416, 1), struct.pack("<HB", 0x2417, 1)
DELETED = struct.pack("<HB", 0x0800, 1)
TEXT_AT = 0x800
COLUMN = 1500

Piece = tuple[str, bytes]
"""A paragraph with its end mark, and its modifiers."""


def to_doc(drawing: Drawing) -> bytes:
    """Write heading and table."""
    paragraphs: list[Piece] = [(f"{line}\r", b"") for line in drawing.heading]
    for row in range(drawing.rows):
        cells = sorted(
            (cell for cell in drawing.cells if cell.row <= row < cell.row + cell.row_span), key=lambda c: c.column
        )
        paragraphs += [_cell(cell, row) for cell in cells]
        paragraphs.append(("\x07", IN_TABLE + ROW_END + _definition(cells, row)))
    return document([*paragraphs, ("\r", b"")])


def document(
    paragraphs: list[Piece],
    *,
    marked: tuple[Piece, ...] = (),
    fonts: tuple[str, ...] = (),
    flags: int = 0,
    version: int = 0xC1,
) -> bytes:
    """Write paragraphs; the first place of each `marked` text, in order, has its modifiers of characters."""
    raw = "".join(piece for piece, _ in paragraphs).encode("utf-16-le")
    runs, at = [], TEXT_AT
    for piece, modifiers in paragraphs:
        end = at + len(piece.encode("utf-16-le"))
        runs.append((at, end, modifiers))
        at = end
    marks, done = [], TEXT_AT
    for piece, modifiers in marked:
        sought = piece.encode("utf-16-le")
        start = TEXT_AT + raw.index(sought, done - TEXT_AT)
        marks += [(done, start, b""), (start, start + len(sought), modifiers)]
        done = start + len(sought)
    marks.append((done, at, b""))
    main = (bytes(TEXT_AT) + raw).ljust(-(-(TEXT_AT + len(raw)) // 512) * 512, b"\0")
    pages, papx = _pages(runs, len(main) // 512, paragraphs=True)
    main += pages
    characters, chpx = _pages([mark for mark in marks if mark[1] > mark[0]], len(main) // 512, paragraphs=False)
    main += characters
    pieces = struct.pack("<III", 0, len(raw) // 2, 0)[:8] + struct.pack("<HIH", 0, TEXT_AT, 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    names = _fonts(fonts)
    table = clx + papx + chpx + names
    return compound(
        {
            "WordDocument": _header(len(raw) // 2, (len(clx), len(papx), len(chpx), len(names)), flags, version)
            + main[1024:],
            "1Table": table,
        }
    )


def _fonts(names: tuple[str, ...]) -> bytes:
    described = [bytes(39) + f"{name}\0".encode("utf-16-le") for name in names]
    return struct.pack("<HH", len(names), 0) + b"".join(bytes([len(font)]) + font for font in described)


def _header(length: int, parts: tuple[int, int, int, int], flags: int, version: int) -> bytes:
    clx, papx, chpx, names = parts
    head = bytearray(1024)
    struct.pack_into("<HH", head, 0, 0xA5EC, version)
    struct.pack_into("<H", head, 10, 0x0200 | flags)
    struct.pack_into("<I", head, 76, length)
    struct.pack_into("<II", head, 154 + 8 * 33, 0, clx)
    struct.pack_into("<II", head, 154 + 8 * 13, clx, papx)
    struct.pack_into("<II", head, 154 + 8 * 12, clx + papx, chpx)
    struct.pack_into("<II", head, 154 + 8 * 15, clx + papx + chpx, names)
    return bytes(head)


def _cell(cell: Drawn, row: int) -> Piece:
    text = cell.text.replace("\n", "\x0b") if row == cell.row else ""
    return f"{text}\x07", IN_TABLE


def _definition(cells: list[Drawn], row: int) -> bytes:
    edges = [cell.column * COLUMN for cell in cells] + [(cells[-1].column + cells[-1].col_span) * COLUMN]
    flags = [0 if cell.row_span == 1 else 0x60 if cell.row == row else 0x20 for cell in cells]
    body = bytes([len(cells)]) + struct.pack(f"<{len(edges)}h", *edges)
    body += b"".join(struct.pack("<H", flag) + bytes(18) for flag in flags)
    return struct.pack("<HH", 0xD608, len(body) + 1) + body


def _pages(runs: list[tuple[int, int, bytes]], first: int, *, paragraphs: bool) -> tuple[bytes, bytes]:
    """Write formatting pages and the table that lists them."""
    groups: list[list[tuple[int, int, bytes]]] = [[]]
    for run in runs:
        if sum(len(item[2]) + 24 for item in (*groups[-1], run)) > 480:
            groups.append([])
        groups[-1].append(run)
    pages = b"".join(_page(group, paragraphs=paragraphs) for group in groups)
    starts = [group[0][0] for group in groups] + [runs[-1][1]]
    listed = struct.pack(f"<{len(starts)}I", *starts) + struct.pack(
        f"<{len(groups)}I", *range(first, first + len(groups))
    )
    return pages, listed


def _page(group: list[tuple[int, int, bytes]], *, paragraphs: bool) -> bytes:
    page = bytearray(512)
    page[511] = len(group)
    offsets = [run[0] for run in group] + [group[-1][1]]
    struct.pack_into(f"<{len(offsets)}I", page, 0, *offsets)
    width, at = (13 if paragraphs else 1), 510
    for number, (_, _, modifiers) in enumerate(group):
        if paragraphs:
            body = bytes(2) + modifiers
            entry = bytes([(len(body) + 1) // 2]) + body if len(body) % 2 else bytes([0, len(body) // 2]) + body
        else:
            entry = bytes([len(modifiers)]) + modifiers
        at = (at - len(entry)) // 2 * 2
        page[at : at + len(entry)] = entry
        page[4 * len(offsets) + width * number] = at // 2
    return bytes(page)
