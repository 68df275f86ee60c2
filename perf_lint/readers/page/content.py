"""Hold what a PDF page shows in upright coordinates: glyphs, rulings, and how they lie on the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points; y grows downwards."""


class Ruling(NamedTuple):
    """A straight line: `at` is its y (or x), `start` and `end` its extent along the other axis."""

    at: float
    start: float
    end: float


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
