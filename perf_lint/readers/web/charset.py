"""Find the encoding of a web page: byte order mark, what the transport or the page states, then what decodes."""

from __future__ import annotations

import codecs
import re

from perf_lint.model.document import Remark
from perf_lint.model.words import Words
from perf_lint.readers.encoding import MARKS, guessed_encoding
from perf_lint.text.pattern import lazy_pattern

_META = lazy_pattern(rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_UNSEEN = lazy_pattern("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff]")
_ALLOWED = frozenset(
    {"utf-8", "gb18030", "big5", "big5hkscs", "ascii", "iso8859-1", "cp1252", "shift_jis", "euc_jp", "euc_kr"}
)
"""Encodings a page may ask for; Python knows others, some of them slow enough to be an attack."""

PRESCAN = 4096
"""Bytes in which the page must state its encoding."""


def decode_page(data: bytes, stated: str = "") -> tuple[str, tuple[Remark, ...]]:
    """Give the text and what there is to say of its encoding; `stated` is what a mail or server header says."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return _clean(data[len(mark) :].decode(name, "replace")), ()
    found = _META.search(data[:PRESCAN])
    for candidate in (stated, found.group(1).decode("ascii") if found else ""):
        text = _try(data, _known(candidate))
        if text is not None:
            return _clean(text), ()
    for name in (*_wide(data), "utf-8", "gb18030"):
        text = _try(data, name)
        if text is not None:
            return _clean(text), () if name == "utf-8" else (guessed_encoding(name.upper()),)
    zh = "文件的编码不明，个别文字可能读错"
    words = Words(zh, "the encoding is unclear: some characters may be wrong")
    best = _known(found.group(1).decode("ascii")) if found else ""
    return _clean(data.decode(best or "utf-8", "replace")), (Remark("encoding-guessed", words),)


def _known(name: str) -> str:
    """Give Python's name of an encoding that pages use, the Chinese ones widened to GB18030; empty for any other."""
    try:
        known = codecs.lookup(name).name if name else ""
    except LookupError:
        return ""
    # Browsers read a page that claims UTF-16 in plain bytes as UTF-8.
    widened = {
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "hz": "gb18030",
        "utf-16": "utf-8",
        "utf-16-le": "utf-8",
        "utf-16-be": "utf-8",
    }
    known = widened.get(known, known)
    return known if known in _ALLOWED else ""


def _try(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name) if name else None
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> tuple[str, ...]:
    """Recognise UTF-16 without a mark by the zero bytes of its tags."""
    head = data[:200]
    return tuple(name for name in ("utf-16-le", "utf-16-be") if "<".encode(name) in head and b"\x00" in head)


def _clean(text: str) -> str:
    return _UNSEEN.sub("", text)
