"""Read web archives (.mht, .mhtml): the pages inside, whose lines are not lines of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from perf_lint.model.document import Block, Document, Remark
from perf_lint.model.words import Words
from perf_lint.readers.base import CERTAIN, NO, Limits, ReadError
from perf_lint.text.pattern import lazy_pattern

if TYPE_CHECKING:
    from email.message import Message

NAME = "mht"
SUFFIXES = (".mht", ".mhtml")

_HEADERS = frozenset((b"mime-version", b"content-type", b"from", b"snapshot-content-location", b"subject"))
_KIND = lazy_pattern(
    rb"^content-type:\s*(?:multipart/(?:related|mixed|alternative)|text/html)", re.IGNORECASE | re.MULTILINE
)
_TABS = lazy_pattern(r"(?:^|[/\\])tabstrip\.html?$", re.IGNORECASE)
"""The page on which Excel writes the names of its worksheets."""
_DAMAGED = Words("网页归档文件已损坏，里面没有网页", "the web archive is damaged: it holds no page")


def sniff(head: bytes, name: str) -> int:
    """Look for mail headers that announce a page."""
    del name
    plain = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    first, colon, _ = plain.partition(b":")
    return CERTAIN if colon and first.rstrip().lower() in _HEADERS and _KIND.search(plain) else NO


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Read every page in the archive, in order; raise ReadError where there is none."""
    from email import message_from_bytes

    from perf_lint.readers.web.charset import decode_page
    from perf_lint.readers.web.page import page_blocks

    blocks: list[Block] = []
    remarks: list[Remark] = []
    count = 0
    try:
        for payload, charset in _pages(message_from_bytes(data), limits):
            text, said = decode_page(payload, charset)
            found, more = page_blocks(text, path, limits, with_lines=False)
            blocks += found
            remarks += said + more
            count += 1
    except (RecursionError, LookupError, ValueError, AssertionError) as error:
        raise ReadError(path, _DAMAGED) from error
    if not count:
        raise ReadError(path, _DAMAGED)
    return Document(path, NAME, tuple(blocks), tuple(remarks), binary=True)


def _pages(message: Message, limits: Limits) -> Iterator[tuple[bytes, str]]:
    for part in islice(message.walk(), limits.max_members):
        if part.get_content_type() == "text/html" and not _TABS.search(part.get("Content-Location", "")):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                yield payload, part.get_content_charset() or ""
