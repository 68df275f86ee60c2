"""Read .csv and .tsv files: the separator from the content, quoted line breaks, the encodings of Chinese Excel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from perf_lint.model.document import Block, Cell, Document, Grid, Paragraph, Remark
from perf_lint.model.words import Words
from perf_lint.readers.base import NO, Limits, ReadError, too_many_cells
from perf_lint.readers.encoding import decode, guessed_encoding, looks_like_text
from perf_lint.readers.thousands import whole_amounts

if TYPE_CHECKING:
    from _csv import Reader as _Reader

NAME = "csv"
SUFFIXES = (".csv", ".tsv")

BY_NAME = 65
"""Confidence in text whose name says so: above plain text, below a web page under a wrong name."""

_WORKBOOKS = (".xls", ".xlsx", ".et")
SEPARATORS = ",\t;|，"
SAMPLE_ROWS = 200


def sniff(head: bytes, name: str) -> int:
    """Go by the name, for commas prove nothing; text called a workbook is cells parted by something too.

    Tabs in UTF-16 are what Excel saves as Unicode text, with quotes around cells that need them.
    """
    if name.lower().endswith((*SUFFIXES, *_WORKBOOKS)):
        return BY_NAME if looks_like_text(head) else NO
    return BY_NAME if head.startswith(b"\xff\xfe") and _is_tabbed(head) else NO


def _is_tabbed(head: bytes) -> bool:
    lines = [line for line in head.split(b"\n\0") if line.strip(b"\r\n\t\0 ")]
    tabbed = sum(b"\t\0" in line for line in lines)
    return tabbed > 1 and 5 * tabbed >= 4 * len(lines)


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Read the rows as one grid, a lone text above or below the table as a paragraph; each with its line."""
    text, guessed = decode(data, path)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text, separator = _declared(text)
    separator = separator or guess_separator(text)
    rows = list(_rows(text, separator, path, limits))
    if separator == ",":
        rows = whole_amounts(rows)
    remarks: tuple[Remark, ...] = ()
    if guessed:
        remarks = (guessed_encoding(guessed),)
    return Document(path, NAME, tuple(_blocks(rows)), remarks)


def _declared(text: str) -> tuple[str, str]:
    """Take Excel's `sep=;` line, which names the separator; an empty line stays in its place."""
    if text[:4].lower() == "sep=" and text[5:6] == "\n":
        return text[5:], text[4]
    return text, ""


def guess_separator(text: str) -> str:
    """Choose the separator that cuts most rows of the sample, then most fields; a comma where none does."""

    def cuts(separator: str) -> tuple[int, int]:
        widths = [len(row) for row in _parsed(text[:100_000].split("\n")[:SAMPLE_ROWS], separator)]
        return sum(width > 1 for width in widths), sum(widths)

    return max(SEPARATORS, key=cuts)


def _parsed(lines: Sequence[str], separator: str) -> list[list[str]]:
    import csv

    try:
        return list(csv.reader([line + "\n" for line in lines], delimiter=separator))
    except csv.Error:
        return []


def _rows(text: str, separator: str, path: str, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Give each row that holds anything, with the line on which it starts."""
    start, room = 1, limits.max_cells
    for row, end in _fields(text, separator, path, limits):
        room -= len(row)
        if room < 0:
            raise too_many_cells(path, limits)
        if any(field.strip() for field in row):
            yield start, row
        start = end + 1


def _fields(text: str, separator: str, path: str, limits: Limits) -> list[tuple[list[str], int]]:
    """Give each row and its last line."""
    import csv

    csv.field_size_limit(max(csv.field_size_limit(), limits.max_cells))
    lines = [line + "\n" for line in text.split("\n")]
    try:
        return _parse(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error as error:
        never_closed = "end of data" in str(error)
    try:
        if never_closed:
            return _parse(csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE))
        return _parse(csv.reader(lines, delimiter=separator))
    except csv.Error as error:
        raise ReadError(path, Words("CSV 无法解析", f"not valid CSV: {error}")) from error


def _parse(reader: _Reader) -> list[tuple[list[str], int]]:
    return [(row, reader.line_num) for row in reader]


def _blocks(rows: Sequence[tuple[int, list[str]]]) -> Iterator[Block]:
    """Write leading and trailing rows of a single text as paragraphs and the rest as one grid."""
    filled = [sum(bool(field.strip()) for field in row) for _, row in rows]
    wide = [number for number, count in enumerate(filled) if count > 1]
    first, last = (wide[0], wide[-1] + 1) if wide else (len(rows), len(rows))
    yield from (_paragraph(row) for row in rows[:first])
    if wide:
        yield Grid(tuple(_cells(rows[first:last])), table=1)
    yield from (_paragraph(row) for row in rows[last:])


def _paragraph(row: tuple[int, list[str]]) -> Paragraph:
    return Paragraph(_shown(next(field.strip() for field in row[1] if field.strip())), line=row[0])


def _shown(field: str) -> str:
    """Take the text out of `="0012"`, which systems write so that Excel keeps leading zeros and long numbers."""
    if field.startswith('="') and field.endswith('"') and '"' not in (inner := field[2:-1]).replace('""', ""):
        return inner.replace('""', '"').strip()
    return field


def _cells(rows: Sequence[tuple[int, list[str]]]) -> Iterator[Cell]:
    """Give every cell, empty ones too; a cell behind a quoted line break stands on the line where it starts."""
    for number, (line, fields) in enumerate(rows, 1):
        at = line
        for column, field in enumerate(fields, 1):
            bare = _shown(field.strip())
            yield Cell(bare, number, column, line=at + field[: len(field) - len(field.lstrip())].count("\n"))
            at += field.count("\n")
