"""Know what the styles of a document say of its text: numbered, or hidden."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from perf_lint.readers.word.names import (
    NUM_PR,
    PPR,
    RPR,
    VANISH,
    W,
    child_number,
    child_value,
    is_on,
)  # fmt: skip

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHAIN = 20
"""How many `basedOn` steps to follow; a loop ends here."""


_KEPT, _LONGEST_KEPT = 4, 1_000_000
"""How many style sheets to remember, and of how many bytes at most."""
_known: dict[tuple[bytes, int], Styles] = {}


class NumberRef(NamedTuple):
    """Which list, and which level of it, a paragraph is numbered in."""

    num_id: int | None = None
    level: int | None = None


class _Style(NamedTuple):
    based_on: str
    number: NumberRef
    hidden: bool | None


class Styles:
    """The styles that number or hide text; everything else in them is looks."""

    __slots__ = ("_styles", "special")

    def __init__(self, root: _Element | None = None) -> None:
        """Keep what `styles.xml` says."""
        self._styles: dict[str, _Style] = {}
        for style in root.iterfind(f"{W}style") if root is not None else ():
            run, vanish = style.find(RPR), None
            if run is not None:
                vanish = run.find(VANISH)
            self._styles[style.get(f"{W}styleId", "")] = _Style(
                child_value(style, f"{W}basedOn"),
                number_ref(style.find(PPR)),
                None if vanish is None else is_on(vanish),
            )
        self.special = frozenset(key for key in self._styles if self.hides(key) or self.number(key).num_id)
        """Ids of the styles that number or hide."""

    def hides(self, style_id: str) -> bool:
        """Tell whether text in this style is hidden."""
        return next((style.hidden for style in self._chain(style_id) if style.hidden is not None), False)

    def number(self, style_id: str) -> NumberRef:
        """Give the list that paragraphs of this style are numbered in."""
        num_id = level = None
        for style in self._chain(style_id):
            num_id = style.number.num_id if num_id is None else num_id
            level = style.number.level if level is None else level
        return NumberRef(num_id, level)

    def _chain(self, style_id: str) -> list[_Style]:
        chain: list[_Style] = []
        while len(chain) < _CHAIN and (style := self._styles.get(style_id)) is not None:
            chain.append(style)
            style_id = style.based_on
        return chain


def styles_of(raw: bytes, limit: int, parse: Callable[[], _Element | None]) -> Styles:
    """Give the styles of a part; files from one template have the same to the byte, and these are parsed once.

    `limit` is the one under which `parse` refuses a part as too large; what `parse` raises is raised each time.
    """
    key = (raw, limit)
    found = _known.get(key)
    if found is None:
        found = Styles(parse())
        if len(raw) <= _LONGEST_KEPT:
            if len(_known) >= _KEPT:
                del _known[next(iter(_known))]
            _known[key] = found
    return found


def number_ref(properties: _Element | None) -> NumberRef:
    """Read `w:numPr` of paragraph properties."""
    found = properties.find(NUM_PR) if properties is not None else None
    if found is None:
        return NumberRef()
    num_id, level = child_number(found, f"{W}numId", -1), child_number(found, f"{W}ilvl", -1)
    return NumberRef(num_id if num_id >= 0 else None, level if level >= 0 else None)
