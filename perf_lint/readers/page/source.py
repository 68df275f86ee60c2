"""Take glyphs and rulings from a PDF page through pdfium, in upright coordinates."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

from perf_lint.readers.page.rulings import Ruling, page_rulings

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points; y grows downwards."""

SAMPLE = 60
"""How many glyphs of a page are asked for their angle."""

SLANT = 0.06
"""Of a quarter turn: text turned further off the upright is a watermark or a stamp; a crooked scan is less so."""

_RADICALS = str.maketrans(
    dict(
        zip("⺠⻄⻅⻆⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻥⻦⻨⻩⻬⻰⻳⺟", "民西见角车长门青页风飞食马骨鱼鸟麦黄齐龙龟母", strict=True)
    )
)
"""Radicals that fonts write instead of the character itself and that NFKC leaves alone (EquivalentUnifiedIdeograph)."""


class Glyph(NamedTuple):
    """One visible character in upright page coordinates.

    Its box is as wide as the character moves the pen; its height is what the font claims, which may be twice too much.
    """

    char: str
    left: float
    top: float
    right: float
    bottom: float
    x: float
    y: float
    """Where the pen stands: at the left end of the character's base line."""
    serial: int
    """pdfium's index."""
    blank_before: bool
    """True where the file itself writes a blank in front of it."""

    @property
    def turn(self) -> int:
        """Say how many quarter turns clockwise the character stands from upright: 0, 1 or 3."""
        if abs(self.x - self.left) <= abs(self.y - self.top) and abs(self.x - self.left) <= abs(self.y - self.bottom):
            return 0
        return 1 if abs(self.y - self.top) < abs(self.y - self.bottom) else 3

    @property
    def middle(self) -> tuple[float, float]:
        """Give a point that lies within the ink, whatever height the font claims."""
        if self.turn:
            return (self.left + self.right) / 2, (self.top + self.bottom) / 2
        return (self.left + self.right) / 2, self.y - 0.35 * (self.right - self.left)


class Slanted(NamedTuple):
    """A glyph that stands aslant: how many upright ones were read before it, and where its pen stands."""

    before: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Frame:
    """How upright coordinates (those in which the text reads normally) lie on the page as shown."""

    left: float
    bottom: float
    width: float
    height: float
    reading: int
    """Quarter turns clockwise from the file's coordinates until the text is upright."""
    shown: int
    """The page's own /Rotate, in quarter turns clockwise."""

    def upright(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Turn a box in the file's coordinates (y upwards) into upright ones."""
        y = self.bottom + self.height
        return turned((left - self.left, y - top, right - self.left, y - bottom), self.reading, self.width, self.height)

    def on_page(self, box: Box) -> Box:
        """Turn an upright box into what a viewer shows, from the page's top left."""
        width, height = (self.width, self.height) if self.reading % 2 == 0 else (self.height, self.width)
        left, top, right, bottom = turned(box, (self.shown - self.reading) % 4, width, height)
        return (round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))


class Strip(NamedTuple):
    """One page of a sheet that is wider than a page: where its part begins, and how far it was moved there."""

    start: float
    """Left edge in the sheet's coordinates."""
    shift: float
    """What was added to the x of everything on the page."""
    number: int
    frame: Frame


@dataclass(frozen=True, slots=True)
class PageContent:
    """What one page holds, or several pages that are the parts of one sheet, side by side."""

    number: int
    frame: Frame
    glyphs: list[Glyph]
    horizontals: list[Ruling]
    verticals: list[Ruling]
    picture: bool
    """True where a picture covers most of the page."""
    recognised: bool
    """True where the text lies unseen over such a picture, as text recognition leaves it."""
    dense: bool
    """True where the page has more objects than the limit and its rulings were not taken."""
    unmapped: int
    """How many glyphs the file gives no character for."""
    slanted: int
    """How many glyphs stand aslant, as a watermark does, and were left out."""
    more: bool = False
    """Whether further pages follow."""
    strips: tuple[Strip, ...] = ()
    """The pages of a sheet printed on several, from left to right."""

    def shown(self, box: Box) -> tuple[int, Box]:
        """Give the page of a box, and where a viewer shows it; of one on two pages the part on the left one."""
        if not self.strips:
            return self.number, self.frame.on_page(box)
        left, top, right, bottom = box
        at = max((i for i, strip in enumerate(self.strips) if strip.start <= left + 1), default=0)
        strip = self.strips[at]
        if at + 1 < len(self.strips):
            right = max(left, min(right, self.strips[at + 1].start))
        return strip.number, strip.frame.on_page((left - strip.shift, top, right - strip.shift, bottom))


def turned(box: Box, turns: int, width: float, height: float) -> Box:
    """Turn a box clockwise by quarter `turns` on a page of the given size (before the turn)."""
    left, top, right, bottom = box
    if turns == 1:
        return (height - bottom, left, height - top, right)
    if turns == 2:
        return (width - right, height - bottom, width - left, height - top)
    if turns == 3:
        return (top, width - right, bottom, width - left)
    return box


@contextmanager
def opened(data: bytes, error: Callable[[int], Exception]) -> Iterator[Any]:
    """Open a PDF held in memory and close it again; `error` makes the exception from pdfium's error code."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as failure:
        raise error(pdfium.FPDF_GetLastError()) from failure
    try:
        yield document.raw
    finally:
        document.close()


def page_count(document: Any) -> int:
    """Give the number of pages of an open document."""
    import pypdfium2.raw as pdfium

    return int(pdfium.FPDF_GetPageCount(document))


@contextmanager
def _page(document: Any, index: int) -> Iterator[tuple[Any, Any]]:
    """Open a page and its text, and close both; raise ValueError where pdfium cannot load it."""
    import pypdfium2.raw as pdfium

    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise ValueError(index)
    try:
        if pdfium.FPDFPage_GetAnnotCount(page) > 0 and pdfium.FPDFPage_Flatten(page, 0) == 1:
            # Only a reloaded page shows the text of filled form fields.
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(document, index)
            if not page:
                raise ValueError(index)
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            raise ValueError(index)
        try:
            yield page, text
        finally:
            pdfium.FPDFText_ClosePage(text)
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


def read_page(document: Any, index: int, max_objects: int) -> PageContent:
    """Read page `index` (from 0) of an open pdfium document; raise ValueError where it is damaged."""
    with _page(document, index) as (page, text):
        frame = _frame(page, text)
        glyphs, unmapped, slanted = _glyphs(text, frame)
        rulings = page_rulings(page, frame.upright, max_objects)
        if rulings.cut_off:
            glyphs = [glyph for glyph in glyphs if not any(_holds(box, glyph) for box in rulings.cut_off)]
        picture = rulings.largest_picture > 0.5 * frame.width * frame.height
        return PageContent(
            number=index + 1,
            frame=frame,
            glyphs=glyphs,
            horizontals=rulings.horizontals,
            verticals=rulings.verticals,
            picture=picture,
            recognised=picture and _unseen(text, glyphs),
            dense=rulings.dense,
            unmapped=unmapped,
            slanted=slanted,
            more=index + 1 < page_count(document),
        )


def _frame(page: Any, text: Any) -> Frame:
    import pypdfium2.raw as pdfium

    rect = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, rect):
        raise ValueError
    count = pdfium.FPDFText_CountChars(text)
    turns: Counter[int] = Counter()
    for index in range(0, count, max(1, count // SAMPLE)):
        if not pdfium.FPDFText_IsGenerated(text, index):
            turns[round(pdfium.FPDFText_GetCharAngle(text, index) / (math.pi / 2)) % 4] += 1
    shown = pdfium.FPDFPage_GetRotation(page) % 4
    # pdfium gives the clockwise angle of a glyph; turning it back makes it upright.
    reading = (-turns.most_common(1)[0][0]) % 4 if turns else shown
    return Frame(rect.left, rect.bottom, rect.right - rect.left, rect.top - rect.bottom, reading, shown)


def _glyphs(text: Any, frame: Frame) -> tuple[list[Glyph], int, int]:
    """Give the page's glyphs, how many have no character, and how many stand aslant."""
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
    if not slanted:
        return glyphs, unmapped, 0
    from perf_lint.readers.page.stamps import without_stamps

    kept = without_stamps(glyphs, slanted)
    return kept, unmapped, len(slanted) + len(glyphs) - len(kept)


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


def _holds(box: Box, glyph: Glyph) -> bool:
    """Say whether a glyph belongs to a text with this box, that of its ink: a full stop is half as wide."""
    width = glyph.right - glyph.left
    along = min(glyph.right, box[2]) - max(glyph.left, box[0])
    return along >= 0.25 * width and glyph.y - 0.9 * width <= box[3] and box[1] <= glyph.y + 0.1 * width


def _unseen(text: Any, glyphs: list[Glyph]) -> bool:
    import pypdfium2.raw as pdfium

    objects = (pdfium.FPDFText_GetTextObject(text, glyph.serial) for glyph in glyphs[:: max(1, len(glyphs) // 20)])
    modes = [pdfium.FPDFTextObj_GetTextRenderMode(item) for item in objects if item]
    return 2 * modes.count(pdfium.FPDF_TEXTRENDERMODE_INVISIBLE) > len(modes)


_BLANKS = frozenset({0x20, 0xA0, 0x3000, 0x09, 0x0A, 0x0D, 0x00, 0x200B, *range(0x2000, 0x200B)})


def _character(code: int) -> str:
    """Give the character a person sees: radicals and compatibility ideographs become the plain ones."""
    char = chr(code)
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:
        return unicodedata.normalize("NFKC", char).translate(_RADICALS)
    return char
