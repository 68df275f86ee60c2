"""Read characters of a Word 97 file as they look: those of symbol fonts, and those raised above the line."""

from __future__ import annotations

import struct
from bisect import bisect_right

from perf_lint.readers.office.raised import raised
from perf_lint.readers.office.symbols import is_symbol_font, symbol
from perf_lint.readers.word97.formatting import Runs
from perf_lint.readers.word97.streams import WordFile

FONT, SYMBOL, RAISED = 0x4A4F, 0x6A09, 0x2A48
"""Modifiers: the font of Latin characters, a character of a symbol font, superscript (operand 1)."""
HOLDER = "("
"""What Word writes in the text where a symbol stands."""


class Signs:
    """The signs of one file."""

    __slots__ = ("_fonts", "_raised", "_runs", "_starts")

    def __init__(self, file: WordFile, runs: Runs) -> None:
        """Keep the fonts and where text is raised; `runs` are the modifiers of characters."""
        self._fonts = file.fonts()
        self._runs = runs
        self._raised = sorted(runs.spans(RAISED))
        self._starts = [start for start, _ in self._raised]

    def shown(self, char: str, offset: int) -> str:
        """Give what is seen for `char` at a byte of the main stream."""
        if char == HOLDER or "\uf020" <= char <= "\uf0ff":
            return self._symbol(char, offset)
        if self._raised:
            at = bisect_right(self._starts, offset) - 1
            return raised(char) if at >= 0 and offset < self._raised[at][1] else char
        return char

    def _symbol(self, char: str, offset: int) -> str:
        modifiers = self._runs.at(offset)
        if len(named := modifiers.get(SYMBOL, b"")) == 4:  # font and character, two bytes each
            font, code = struct.unpack("<HH", named)
            return symbol(self._font(font), code)
        font = self._font(int.from_bytes(modifiers.get(FONT, b"\xff\xff"), "little"))
        return symbol(font, ord(char)) if char != HOLDER and is_symbol_font(font) else char

    def _font(self, index: int) -> str:
        return self._fonts[index] if index < len(self._fonts) else ""
