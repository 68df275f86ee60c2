"""Take blanks, widths and line breaks out of the way without losing what was written."""

from __future__ import annotations

from functools import lru_cache

from perf_lint.text.nfkc import nfkc
from perf_lint.text.pattern import lazy_pattern

_BLANKS = " \t\n\r\f\v\u00a0\u2002\u2003\u2009\u200b\u200c\u200d\u2028\u2029\u3000\ufeff"
_WIDE = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_PAIRS = {
    "【": "[",
    "】": "]",
    "〔": "[",
    "〕": "]",
    "﹕": ":",
    "∶": ":",
    "꞉": ":",
    "—": "-",
    "–": "-",
    "－": "-",
    "﹣": "-",
}
_KEY = {**_WIDE, **_PAIRS, **dict.fromkeys(_BLANKS, "")}
_ODD = lazy_pattern(f"[！-～{''.join(_PAIRS)}{_BLANKS}]")
"""All that a key does not hold; most texts have none or few of it."""
_SENTENCE_END = "。；;！!？?：:"
_ITEM = lazy_pattern(r"(?:目标|指标)?\d{1,2}[.、:：．)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|[一二三四五六七八九十]、")
BREAK_TAG = lazy_pattern(r"<[bB][rR]\s*/?>")
"""A line break that a text writes as HTML does."""
_BREAK = lazy_pattern(r"[ \t\u3000]*\n\s*")


def squeeze(text: str) -> str:
    """Make a key for comparing: no blanks, half-width signs, square brackets for all kinds of them."""
    for sign in set(_ODD.findall(text)):  # str.translate asks a mapping about every character
        text = text.replace(sign, _KEY[sign])
    return text


@lru_cache(maxsize=2048)
def one_width(text: str) -> str:
    """Give a text in its usual width (NFKC) without any blank."""
    return "".join(nfkc(text).split())


def join_lines(text: str) -> str:
    """Undo line breaks inside a cell: a blank after a sentence, before a numbered item and between Latin words."""
    if "\n" not in text:
        return text.strip()
    return join_parts(_BREAK.split(text.strip()))


def join_parts(parts: list[str]) -> str:
    """Put the parts of a broken text together again."""
    joined: list[str] = []
    for part in filter(None, parts):
        if joined and _is_apart(joined[-1], part):
            joined.append(" ")
        joined.append(part)
    return "".join(joined)


def _is_apart(first: str, second: str) -> bool:
    """Say whether a blank belongs between two parts."""
    last, following = first[-1], second[0]
    latin = last.isascii() and following.isascii() and last.isalpha() and following.isalpha()
    return latin or last in _SENTENCE_END or _ITEM.match(second) is not None
