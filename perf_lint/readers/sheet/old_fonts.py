"""Read the fonts of Excel 97 cells: ³ in Symbol is ≥, and a raised 4 is ⁴."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from perf_lint.readers.office.raised import raised
from perf_lint.readers.office.symbols import is_symbol_font, symbols
from perf_lint.text.pattern import lazy_pattern

_BEYOND = lazy_pattern("[\U00010000-\U0010ffff]")
"""Characters that count as two where a run begins; a nought behind them keeps the count."""
SUPERSCRIPT = 1
"""Escapement of a raised font."""


def styled_text(book: Any, sheet: Any, row: int, column: int, cell: Any) -> str:
    """Give a text cell's text as it looks; `book` and `sheet` are xlrd's, row and column from 0."""
    text = _BEYOND.sub("\\g<0>\0", str(cell.value))
    runs = sheet.rich_text_runlist_map.get((row, column), ())
    style = cell.xf_index
    first = book.xf_list[style].font_index if style is not None and 0 <= style < len(book.xf_list) else -1
    starts = [(0, first), *((start, font) for start, font in runs if 0 <= start <= len(text)), (len(text), -1)]
    fonts = {font: book.font_list[font] for _, font in starts if 0 <= font < len(book.font_list)}
    if not any(is_symbol_font(font.name) or font.escapement == SUPERSCRIPT for font in fonts.values()):
        return str(cell.value)
    shown = "".join(_shown(text[start:end], fonts.get(font)) for (start, font), (end, _) in pairwise(starts))
    return shown.replace("\0", "")


def _shown(text: str, font: Any) -> str:
    if font is None:
        return text
    if font.escapement == SUPERSCRIPT:
        return raised(text)
    return symbols(font.name, text) if is_symbol_font(font.name) else text
