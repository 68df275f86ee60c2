"""Read web pages, and the .xls and .doc files that are web pages inside."""

from __future__ import annotations

import re

from perf_lint.model.document import Document
from perf_lint.readers.base import NO, Limits
from perf_lint.text.pattern import lazy_pattern

NAME = "html"
SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")

PAGE, PIECE = 90, 70
"""Confidence in a whole page, and in a bare table or other piece that starts with a tag."""

_PAGE = lazy_pattern(rb"<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_PIECE = lazy_pattern(
    rb"<(?:!--|(?:table|body|div|head|meta|p|center|h[1-6]|form|style|span|font)[\s>/])", re.IGNORECASE
)
_LEAD = b"\xef\xbb\xbf\xff\xfe \t\r\n\f"


def sniff(head: bytes, name: str) -> int:
    """Look for the tags that open a page; the name decides for a file that starts with text."""
    plain = head.replace(b"\x00", b"").lstrip(_LEAD)
    if plain.startswith(b"<"):
        if _PAGE.search(plain):
            return PAGE
        if _PIECE.match(plain):
            return PIECE
    return PIECE if name.lower().endswith(SUFFIXES) and b"<" in plain and b"%PDF-" not in plain[:8] else NO


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Read a page in the encoding it states; raise ReadError where it is empty or over a limit."""
    from perf_lint.readers.web.charset import decode_page
    from perf_lint.readers.web.page import page_blocks

    text, remarks = decode_page(data)
    blocks, more = page_blocks(text, path, limits)
    return Document(path, NAME, blocks, remarks + more)
