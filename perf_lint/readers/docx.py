"""Read Word files (.docx, .docm and templates) straight from their XML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from perf_lint.model.document import Block, Document
from perf_lint.model.words import Words
from perf_lint.readers.base import NO, ZIP_MAGIC, Limits, OtherFormat, ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from perf_lint.readers.office.package import Package
    from perf_lint.readers.word.body import BodyReader
    from perf_lint.readers.word.numbering import Numbering
    from perf_lint.readers.word.styles import Styles
    from perf_lint.readers.word.text import TextReader

NAME = "docx"
SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")

_SYMBOL_MARKS = (b"ingdings", b"ebdings", b'"Symbol"')
"""Bytes that every document with symbol fonts holds."""
_RUN_MARKS = (b"vanish", b"vertAlign")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def sniff(head: bytes, name: str) -> int:
    """Claim Office packages that hold a Word part, and packages of unknown content by their suffix."""
    if not head.startswith(ZIP_MAGIC):
        return NO
    from perf_lint.readers.office.package import surety

    return surety(head, name, b"word/" in head, SUFFIXES)


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Read the document's body and footnotes; tracked changes count as accepted, hidden text stays out."""
    from perf_lint.readers.office.package import Package
    from perf_lint.readers.word.names import BODY
    from perf_lint.readers.xml import parse_xml

    package = Package(data, path, limits)
    raw = package.raw(package.main) or b""
    root = parse_xml(raw, path, package.main, limits)
    if root.tag.endswith("}workbook"):
        raise OtherFormat("xlsx")
    body = root.find(BODY)
    if body is None:
        raise ReadError(path, Words("文件里没有 Word 正文", "the file holds no Word document body"))
    try:
        return _document(body, raw, package, path, limits)
    except RecursionError as error:
        raise ReadError(path, Words("文件的嵌套层数太深", "the file is nested too deeply")) from error


def cell_elements(root: _Element, data: bytes, path: str, limits: Limits) -> dict[tuple[int, int, int], _Element]:
    """Give the `w:tc` elements below `root` (main part of `data`) by table, row and column as `read` counts them."""
    from perf_lint.readers.office.notes import Notes
    from perf_lint.readers.office.package import Package
    from perf_lint.readers.word.body import BodyReader
    from perf_lint.readers.word.chunks import Chunks
    from perf_lint.readers.word.names import BODY
    from perf_lint.readers.word.text import TextReader

    package = Package(data, path, limits)
    parts = {relation.kind: relation.target for relation in package.relations(package.main).values()}
    styles = _styles(package, parts.get("styles"), limits)
    numbering = _numbering(package, parts.get("numbering"), styles, package.raw(package.main) or b"")
    reader = BodyReader(path, limits, TextReader(numbering, styles, Notes()), True, Chunks(package, path, limits))
    reader.seen = {}
    body = root.find(BODY)
    for _ in reader.blocks(body) if body is not None else ():
        pass
    return reader.seen


def _document(body: _Element, raw: bytes, package: Package, path: str, limits: Limits) -> Document:
    from perf_lint.readers.office.notes import Notes
    from perf_lint.readers.word.body import BodyReader
    from perf_lint.readers.word.chunks import Chunks
    from perf_lint.readers.word.text import TextReader

    parts = {relation.kind: relation.target for relation in package.relations(package.main).values()}
    styles = _styles(package, parts.get("styles"), limits)
    notes = Notes()
    # in UTF-16 the marks are not found as bytes, so nothing may be concluded from their absence
    has_symbols = raw[:2] in _UTF16 or any(mark in raw for mark in _SYMBOL_MARKS)
    has_run_marks = has_symbols or bool(styles.special) or any(mark in raw for mark in _RUN_MARKS)
    reader = TextReader(_numbering(package, parts.get("numbering"), styles, raw), styles, notes, has_run_marks)
    body_reader = BodyReader(path, limits, reader, has_symbols, Chunks(package, path, limits))
    blocks = list(body_reader.blocks(body))
    blocks.extend(_footnotes(package, parts, reader, body_reader))
    return Document(path, NAME, tuple(blocks), notes.remarks(), binary=True)


def _styles(package: Package, part: str | None, limits: Limits) -> Styles:
    """Parse the styles only where one of them numbers or hides; the part is often larger than the document."""
    from perf_lint.readers.word.styles import Styles, styles_of

    raw = package.raw(part) if part else None
    if not raw or not (b"numPr" in raw or b"vanish" in raw):
        return Styles()
    return styles_of(raw, limits.max_nodes, lambda: package.xml(part))


def _numbering(package: Package, part: str | None, styles: Styles, raw: bytes) -> Numbering:
    from perf_lint.readers.word.numbering import Numbering

    is_used = styles.special or b"numPr" in raw or raw[:2] in _UTF16
    return Numbering(package.xml(part) if is_used else None, styles)


def _footnotes(package: Package, parts: dict[str, str], reader: TextReader, body: BodyReader) -> Iterator[Block]:
    """Give the notes that the text refers to, as paragraphs behind everything else."""
    from perf_lint.readers.word.names import ID

    for kind in ("footnote", "endnote"):
        wanted = [key.partition(":")[2] for key in reader.footnotes if key.startswith(kind)]
        root = package.xml(parts.get(f"{kind}s")) if wanted else None
        stories = {story.get(ID, ""): story for story in root} if root is not None else {}
        for key in wanted:
            if key in stories:
                yield from body.blocks(stories[key])
