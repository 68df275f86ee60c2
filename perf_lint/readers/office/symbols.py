"""Map characters of symbol fonts to Unicode: ticks, boxes, comparison signs, arrows."""

from __future__ import annotations

TICKED, CROSSED, EMPTY = "☑", "☒", "☐"
BOXES = frozenset("☐☑☒□■")

_WINGDINGS = {
    0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "❑", 0x72: "❒", 0x74: "◆", 0x75: "◆", 0x76: "❖",
    0x77: "◆", 0x80: "⓪", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA6: "◦", 0xA7: "▪", 0xA8: EMPTY, 0xAA: "✦",
    0xAB: "★", 0xB2: "⟡", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗",
    0xFC: "✓", 0xFD: CROSSED, 0xFE: TICKED,
    **{0x81 + index: chr(0x2460 + index) for index in range(10)},
    **{0x8C + index: chr(0x2776 + index) for index in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: CROSSED, 0x52: TICKED, 0x53: CROSSED, 0x54: CROSSED, 0x55: "⮽", 0x56: "🛇",
    0x95: "•", 0x96: "●", 0x97: "●", 0x98: "●", 0x99: "○", 0x9A: "○", 0xA0: "■", 0xA1: "■", 0xA2: "■", 0xA3: EMPTY,
    0xA4: EMPTY, 0xA5: EMPTY, 0xAE: "◆", 0xAF: "◇", 0xEA: "★", 0x69: "⓪",
    **{0x6A + index: chr(0x2460 + index) for index in range(10)},
    **{0x75 + index: chr(0x2776 + index) for index in range(10)},
}  # fmt: skip
_WINGDINGS_3 = {0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x70: "▲", 0x71: "▼", 0x72: "△", 0x73: "▽", 0x75: "▷"}
_WEBDINGS = {0x61: "✔", 0x63: EMPTY, 0x67: "■", 0x6E: "●", 0x72: CROSSED, 0x31: EMPTY, 0x3C: "⚑"}
_SYMBOL = {
    0x2D: "−", 0x40: "≅", 0x44: "Δ", 0x57: "Ω", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x6D: "μ", 0x70: "π",
    0x73: "σ", 0x53: "Σ", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈",
    0xBC: "…", 0xD6: "√", 0xD7: "⋅", 0xE5: "∑",
}  # fmt: skip
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
UNKNOWN = "�"
"""Stands for a symbol that no table names: seen as something, read as unknown."""


def is_symbol_font(font: str | None) -> bool:
    """Tell whether characters in `font` are pictures rather than letters."""
    return font is not None and font.lower() in _FONTS


def symbol(font: str, code: int) -> str:
    """Give the Unicode character that `font` draws for `code` (a byte, or that byte in the private area U+F000)."""
    table = _FONTS.get(font.lower())
    if table is None:
        return UNKNOWN if 0xE000 <= code <= 0xF8FF or not 0x20 <= code <= 0x10FFFF else chr(code)
    byte = code & 0xFF
    if byte == 0x20:
        return " "
    found = table.get(byte)
    if found is None and table is _SYMBOL and 0x20 < byte < 0x7F:
        return chr(byte)  # digits and most signs of Symbol stand where ASCII has them
    return found or UNKNOWN


def symbols(font: str, text: str) -> str:
    """Translate text that is set in a symbol font."""
    return "".join(
        symbol(font, ord(char)) if ord(char) < 0x100 or 0xF000 <= ord(char) < 0xF100 else char for char in text
    )
