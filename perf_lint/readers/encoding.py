"""Tell text from binary data and find its encoding: UTF-8, UTF-16 or GB18030."""

from __future__ import annotations

import codecs
from functools import lru_cache

from perf_lint.model.document import Remark
from perf_lint.model.words import Words
from perf_lint.readers.base import HEAD_BYTES, SAVE_ANEW, ReadError
from perf_lint.text.pattern import lazy_pattern

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
"""Byte order marks, and the encodings they name."""
_CONTROL = lazy_pattern("[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_BYTES = bytes((*range(7), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
"""The same; in UTF-8 these bytes are never part of another character."""
SAMPLE = 4096
FEW_BAD = 20
"""One bad byte among at least so many characters beyond ASCII still is UTF-8."""
DAMAGED = "UTF-8（有损坏的字节）"
"""Given as the name of an encoding whose bad bytes were replaced."""


def decode(data: bytes, path: str) -> tuple[str, str]:
    """Give the text and, where the encoding had to be guessed, its name; raise ReadError on binary data."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, path), ""
    if len(data) < HEAD_BYTES and (text := _sound(data)) is not None:
        return text, ""
    wide = _wide(data[:SAMPLE])
    if wide:
        return _strict(data, wide, path), wide.upper()
    try:
        return _clean(data.decode("utf-8"), path), ""
    except UnicodeDecodeError:
        damaged = _damaged_utf8(data)
    if damaged:
        return _clean(damaged, path), DAMAGED
    return _strict(data, "gb18030", path), "GB18030"


@lru_cache(1)
def _sound(data: bytes) -> str | None:
    """Give a short text in UTF-8 if it is one; the last is kept, for a file that was chosen by it is read next."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if len(data.translate(None, _CONTROL_BYTES)) == len(data) else None


def _damaged_utf8(data: bytes) -> str:
    """Give UTF-8 text with a few bad bytes, each shown as U+FFFD; empty where too much is wrong for that.

    Text in GB18030 has a bad byte for nearly every character; a damaged UTF-8 file has a handful in all.
    """
    text = data.decode("utf-8", errors="replace")
    bad, sound = text.count("\ufffd"), sum(char > "\x7f" for char in text)
    return text if bad * FEW_BAD <= sound else ""


def guessed_encoding(name: str) -> Remark:
    """Say that a file was read in an encoding that it does not state."""
    english = "UTF-8 with damaged bytes" if name == DAMAGED else name
    words = Words(f"文件没有注明编码，按 {name} 读取", f"the file does not state its encoding; read as {english}")
    return Remark("encoding-guessed", words)


def looks_like_text(head: bytes) -> bool:
    """Say whether the first bytes decode without control characters; a character cut off at the end is no objection."""
    if len(head) < HEAD_BYTES and _sound(head) is not None:
        return True
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _wide(head[:SAMPLE]):
        return True
    if 0 in head:
        return False
    for encoding in ("utf-8", "gb18030"):
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(head)
        except UnicodeDecodeError:
            continue
        return _CONTROL.search(text) is None
    return bool(damaged := _damaged_utf8(head)) and _CONTROL.search(damaged) is None


def _wide(sample: bytes) -> str:
    """Recognise UTF-16 without a mark: the high bytes of its line breaks and blanks are zero, on one side only."""
    if 0 not in sample:
        return ""
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if min(high, low) * 8 > max(high, low):
        return ""
    encoding = "utf-16-le" if low > high else "utf-16-be"
    text = sample[: len(sample) // 2 * 2].decode(encoding, errors="replace")
    odd = sum(1 for char in text if not (char.isprintable() or char.isspace()) or char == "\ufffd")
    return encoding if odd * 50 <= len(text) else ""


def _strict(data: bytes, encoding: str, path: str) -> str:
    try:
        return _clean(data.decode(encoding), path)
    except UnicodeDecodeError as error:
        raise ReadError(path, _BINARY, SAVE_ANEW) from error


def _clean(text: str, path: str) -> str:
    if _CONTROL.search(text):
        raise ReadError(path, _BINARY, SAVE_ANEW)
    return text


_BINARY = Words(
    "不是文本文件：内容是二进制数据，或编码不是 UTF-8、UTF-16、GB18030",
    "not a text file: binary data, or not encoded as UTF-8, UTF-16 or GB18030",
)
