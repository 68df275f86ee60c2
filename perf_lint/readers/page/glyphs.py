"""Take the glyphs of a PDF page from pdfium."""

from __future__ import annotations

import math
import unicodedata
from typing import Any

from perf_lint.readers.page.content import Box, Frame, Glyph, Slanted

SLANT = 0.06
"""Of a quarter turn: text turned further off the upright is a watermark or a stamp; a crooked scan is less so."""
_RADICALS = str.maketrans(
    dict(
        zip("⺠⻄⻅⻆⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻥⻦⻨⻩⻬⻰⻳⺟", "民西见角车长门青页风飞食马骨鱼鸟麦黄齐龙龟母", strict=True)
    )
)
"""Radicals that fonts write instead of the character itself and that NFKC leaves alone (EquivalentUnifiedIdeograph)."""
_BLANKS = frozenset({0x20, 0xA0, 0x3000, 0x09, 0x0A, 0x0D, 0x00, 0x200B, *range(0x2000, 0x200B)})
"""Characters that show nothing: blanks of all widths, ends of lines, and the zero of fonts without a character."""
ASKED = 20
"""How many glyphs of a page are asked whether they can be seen."""


def glyphs_of(text: Any, frame: Frame) -> tuple[list[Glyph], int, int]:
    """Give the page's glyphs, how many have no character, and how many stand aslant."""
    glyphs, slanted, unmapped = _upright_and_slanted(text, frame)
    if not slanted:
        return glyphs, unmapped, 0
    from perf_lint.readers.page.stamps import without_stamps

    kept = without_stamps(glyphs, slanted)
    return kept, unmapped, len(slanted) + len(glyphs) - len(kept)


def _upright_and_slanted(text: Any, frame: Frame) -> tuple[list[Glyph], list[Slanted], int]:
    """Ask pdfium for every glyph; give those that stand upright or sideways, the others, and how many are lost."""
    import ctypes

    import pypdfium2.raw as pdfium

    glyphs: list[Glyph] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    rect = pdfium.FS_RECTF()
    unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    pen_of = pdfium.FPDFText_GetCharOrigin
    upright, blank, unmapped = frame.upright, False, 0
    slanted: list[Slanted] = []
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = unicode_of(text, index)
        if code in _BLANKS:
            blank = blank or not pdfium.FPDFText_IsGenerated(text, index)
            continue
        # control characters, those of no meaning, halves of a pair and characters of private use
        if code < 32 or code in (0xFFFE, 0xFFFD) or 0xD800 <= code <= 0xF8FF:
            code, is_lost = _odd(code, text, index)
            unmapped += is_lost
            if not code:
                continue
        if not box_of(text, index, rect) or not pen_of(text, index, x, y):
            continue
        box = upright(rect.left, rect.bottom, rect.right, rect.top)
        pen = upright(x.value, y.value, x.value, y.value)
        # an upright glyph begins where the pen stands; only for the others is pdfium asked, for that takes time
        if pen[0] - box[0] > 0.1 * (box[2] - box[0]) and _is_slanted(text, index):
            slanted.append(Slanted(len(glyphs), *pen[:2]))
            continue
        glyphs.append(Glyph(_character(code), *box, pen[0], pen[1], index, blank))
        blank = False
    return glyphs, slanted, unmapped


def _odd(code: int, text: Any, index: int) -> tuple[int, bool]:
    """Join the halves of a character beyond U+FFFF at the first; give 0 for all else, and whether one is lost."""
    import pypdfium2.raw as pdfium

    if 0xD800 <= code < 0xDC00:
        low = pdfium.FPDFText_GetUnicode(text, index + 1)
        return (0x10000 + ((code - 0xD800) << 10) + low - 0xDC00, False) if 0xDC00 <= low < 0xE000 else (0, True)
    if 0xDC00 <= code < 0xE000:
        return 0, not 0xD800 <= pdfium.FPDFText_GetUnicode(text, index - 1) < 0xDC00
    return 0, code != 2


def _is_slanted(text: Any, index: int) -> bool:
    """Tell a glyph turned by anything but quarter turns."""
    import pypdfium2.raw as pdfium

    turns = pdfium.FPDFText_GetCharAngle(text, index) / (math.pi / 2)
    return bool(abs(turns - round(turns)) > SLANT)


def holds(box: Box, glyph: Glyph) -> bool:
    """Say whether a glyph belongs to a text with this box, that of its ink: a full stop is half as wide."""
    width = glyph.right - glyph.left
    along = min(glyph.right, box[2]) - max(glyph.left, box[0])
    return along >= 0.25 * width and glyph.y - 0.9 * width <= box[3] and box[1] <= glyph.y + 0.1 * width


def is_unseen(text: Any, glyphs: list[Glyph]) -> bool:
    """Say whether most of the glyphs are drawn invisibly, by asking a few of them."""
    import pypdfium2.raw as pdfium

    objects = (pdfium.FPDFText_GetTextObject(text, glyph.serial) for glyph in glyphs[:: max(1, len(glyphs) // ASKED)])
    modes = [pdfium.FPDFTextObj_GetTextRenderMode(item) for item in objects if item]
    return 2 * modes.count(pdfium.FPDF_TEXTRENDERMODE_INVISIBLE) > len(modes)


def _character(code: int) -> str:
    """Give the character a person sees: radicals and compatibility ideographs become the plain ones."""
    char = chr(code)
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:
        return unicodedata.normalize("NFKC", char).translate(_RADICALS)
    return char
