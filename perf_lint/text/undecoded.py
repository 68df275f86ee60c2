"""Show what UTF-8 cannot hold: file names from Chinese Windows, whose bytes Python keeps as lone surrogates."""

from __future__ import annotations

import re
from contextlib import suppress

from perf_lint.text.pattern import lazy_pattern

_UNDECODED = lazy_pattern("[^\\s/!：、，“”\ud800-\udfff]*[\ud800-\udfff][^\\s/!：、，“”]*")
"""A name of a folder or a file that holds such bytes, cut out of a path or a sentence."""
_ALL = lazy_pattern(".+")
_SURROGATE = lazy_pattern("[\ud800-\udfff]")
_WITHOUT_HAN = lazy_pattern("[^\u2e80-\ud7ff\uf900-\uffff]+")
"""What may be such bytes where others of the name were UTF-8: 表-批注, of which we wrote the end."""


def readable(text: str) -> str:
    """Read such names as GB 18030; where they are none, each byte becomes U+FFFD."""
    return _UNDECODED.sub(_decoded, text) if not text.isascii() and _SURROGATE.search(text) else text


def _decoded(found: re.Match[str]) -> str:
    """Read the letters too that UTF-8 made of such bytes (效 is one of them)."""
    for pattern in (_WITHOUT_HAN, _ALL):
        with suppress(UnicodeError):
            return pattern.sub(lambda part: part[0].encode("utf-8", "surrogateescape").decode("gb18030"), found[0])
    return _SURROGATE.sub("\ufffd", found[0])
