"""Write fixes into a text file: only the changed cells differ, in the file's own encoding and line ends."""

from __future__ import annotations

import codecs
from collections.abc import Sequence

from perf_lint.model.words import Words
from perf_lint.readers.base import ReadError
from perf_lint.readers.encoding import decode
from perf_lint.writeback.edits import Edit

_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def fix(data: bytes, path: str, edits: Sequence[Edit]) -> tuple[bytes, list[Edit]]:
    """Give the changed file and the edits that were made; raise ReadError where it could not be written back alike."""
    text, _ = decode(data, path)
    mark, encoding = _encoding(data, text)
    if not encoding:
        raise ReadError(
            path,
            Words("文件的编码不规则，改写会动到别的内容，请手工修改", "odd encoding: other text would change"),
        )
    fixed, made = fix_lines(text, edits)
    return mark + fixed.encode(encoding), made


def _encoding(data: bytes, text: str) -> tuple[bytes, str]:
    """Find the byte order mark and the encoding that give `data` back exactly."""
    for mark, encoding in (*_MARKS.items(), *((b"", name) for name in ("utf-8", "gb18030", *_MARKS.values()))):
        if data.startswith(mark) and mark + text.encode(encoding) == data:
            return mark, encoding
    return b"", ""


def fix_lines(text: str, edits: Sequence[Edit]) -> tuple[str, list[Edit]]:
    """Give the changed text and the edits that were made; an edit whose old text is not at its place is left out."""
    lines = text.splitlines(keepends=True)
    made: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.place.line or 0, e.place.char or 1), reverse=True):
        index, start = (edit.place.line or 0) - 1, (edit.place.char or 1) - 1
        if not 0 <= index < len(lines):
            continue
        at = lines[index].find(edit.old, start)
        if at < 0 or any(mark in lines[index][start:at] for mark in "\t|"):
            continue
        lines[index] = lines[index][:at] + edit.new + lines[index][at + len(edit.old) :]
        made.append(edit)
    return "".join(lines), [edit for edit in edits if edit in made]
