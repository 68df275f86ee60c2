"""Give Chinese text its usual widths: what Unicode's NFKC does, at a tenth of the work for what forms are made of."""

from __future__ import annotations

import re
import unicodedata

from perf_lint.text.pattern import lazy_pattern

_SOLE = lazy_pattern("[\t\n\r -~·×—‘’“”≤≥\u3000-\u3003\u3008-\u3011\u4e00-\u9fff\uff01-\uff5e]*")
"""Characters whose form depends on no neighbour, and that NFKC leaves alone or, in `_WIDE`, makes half as wide."""
_WIDE = lazy_pattern("[\u3000\uff01-\uff5e]")
_HALF = {chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F)} | {"\u3000": " "}


def nfkc(text: str) -> str:
    """Do what `unicodedata.normalize("NFKC", text)` does."""
    if _SOLE.fullmatch(text):
        return _WIDE.sub(_half, text)
    return unicodedata.normalize("NFKC", text)


def _half(found: re.Match[str]) -> str:
    return _HALF[found.group()]
