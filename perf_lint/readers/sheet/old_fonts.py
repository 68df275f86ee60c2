"""Read what Excel 97 cells set in symbol fonts as what it looks like: ³ in Symbol is ≥."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from perf_lint.readers.office.symbols import is_symbol_font, symbols


def symbol_text(book: Any, sheet: Any, row: int, column: int, cell: Any) -> str:
    """Give a text cell's text; `book` and `sheet` are xlrd's, row and column from 0."""
    text = str(cell.value)
    runs = sheet.rich_text_runlist_map.get((row, column), ())
    style = cell.xf_index
    first = book.xf_list[style].font_index if style is not None and 0 <= style < len(book.xf_list) else -1
    starts = [(0, first), *((start, font) for start, font in runs if 0 <= start <= len(text)), (len(text), -1)]
    if not any(_symbol_font(book, font) for _, font in starts):
        return text
    return "".join(_shown(text[start:end], _symbol_font(book, font)) for (start, font), (end, _) in pairwise(starts))


def _shown(text: str, font: str) -> str:
    return symbols(font, text) if font else text


def _symbol_font(book: Any, index: int) -> str:
    name = book.font_list[index].name if 0 <= index < len(book.font_list) else ""
    return name if is_symbol_font(name) else ""
