"""Walk the text of a Word 97 file: paragraphs, cells and rows, deleted and hidden text left out."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from perf_lint.model.document import Block, Document, Grid, Paragraph, Remark
from perf_lint.model.words import Words
from perf_lint.readers.base import Limits, too_many_cells
from perf_lint.readers.word97.formatting import DELETED, VANISHED, Runs
from perf_lint.readers.word97.gathering import CELL, Gathering, in_table
from perf_lint.readers.word97.signs import Signs
from perf_lint.readers.word97.streams import NotWord97Error, WordFile, open_word
from perf_lint.readers.word97.tables import table_cells
from perf_lint.text.pattern import lazy_pattern

PAGE = "\x0c"
_ENDS = frozenset({"\r", CELL, PAGE})
_FIELD, _RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_SHOWN = {"\x0b": "\n", "\x1e": "-", "\t": "\t", "\xa0": " "}
_BEYOND = lazy_pattern("[\U00010000-\U0010ffff]")
"""Characters of four bytes, behind which a nought keeps the count of two a character."""
_LEFT_OUT = {code: None for code in range(32) if chr(code) not in "\n\t"}


def read_word97(data: bytes, path: str, limits: Limits) -> Document:
    """Read a .doc; raise NotWord97Error or EncryptedError where another way must be tried, ReadError over a limit."""
    file = open_word(data)
    try:
        blocks = tuple(_blocks(file, path, limits))
        hidden = bool(Runs(file, paragraphs=False).spans(DELETED))
    except (struct.error, IndexError) as error:
        raise NotWord97Error(str(error)) from error
    if not blocks:
        raise NotWord97Error(0)
    remarks: tuple[Remark, ...] = ()
    if hidden:
        words = Words(
            "文件里有修订记录，按接受全部修订后的内容检查", "the file has tracked changes, read as if accepted"
        )
        remarks = (Remark("tracked-changes", words),)
    return Document(path, "doc", blocks, remarks, binary=True)


def _blocks(file: WordFile, path: str, limits: Limits) -> Iterator[Block]:
    formats = Runs(file, paragraphs=True)
    table = Gathering()
    tables = count = 0
    for text, end, offset in _paragraphs(file):
        modifiers = formats.at(offset)
        if in_table(modifiers):
            count += table.take(text, end, modifiers)
        else:
            if table.rows:
                for grid in _grids(table, tables):
                    tables += 1
                    yield grid
                table = Gathering()
            if text.strip():
                yield Paragraph(text.strip())
        if count > limits.max_cells:
            raise too_many_cells(path, limits)
    if table.rows:
        yield from _grids(table, tables)


def _grids(table: Gathering, before: int) -> Iterator[Grid]:
    """Give a table and those nested in it, numbered on from `before`."""
    for number, rows in enumerate((table.rows, *table.nested), before + 1):
        yield Grid(table_cells(rows), table=number)


def _paragraphs(file: WordFile) -> Iterator[tuple[str, str, int]]:
    """Give each paragraph's seen text, the mark that ends it and that mark's place in the main stream."""
    parts: list[str] = []
    depth, in_code = 0, False
    characters = Runs(file, paragraphs=False)
    signs = Signs(file, characters)
    unseen = sorted(characters.spans(DELETED) + characters.spans(VANISHED))
    for char, offset in _characters(file, unseen):
        if char == _FIELD:
            depth, in_code = depth + 1, True
        elif char == _RESULT:
            in_code = False
        elif char == _FIELD_END:
            depth, in_code = max(0, depth - 1), False
        elif char in _ENDS:
            yield "".join(parts).translate(_LEFT_OUT), char, offset
            parts, depth, in_code = [], 0, False
        elif not in_code:
            parts.append(_SHOWN.get(char) or signs.shown(char, offset))


def _characters(file: WordFile, unseen: list[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """Give every character with its byte; of unseen text only the marks that end paragraphs and cells."""
    for piece in file.pieces():
        size = 2 if piece.wide else 1
        raw = file.main[piece.offset : piece.offset + size * (piece.end - piece.start)]
        text = (
            _BEYOND.sub("\\g<0>\0", raw.decode("utf-16-le", "replace"))
            if piece.wide
            else raw.decode("cp1252", "replace")
        )
        hidden = bytearray(len(raw))
        for start, end in unseen:
            first, last = max(0, start - piece.offset), min(len(raw), end - piece.offset)
            hidden[first:last] = b"\1" * (last - first)
        for number, char in enumerate(text):
            if char in _ENDS or not hidden[size * number]:
                yield char, piece.offset + size * number
