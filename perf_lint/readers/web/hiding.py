"""Know which classes a page's own style sheets hide: rows of templates, hints, tabs not in front."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from perf_lint.text.pattern import lazy_pattern

if TYPE_CHECKING:
    from lxml import etree

_BRACES = lazy_pattern(r"([{}])")
_CLASSES = lazy_pattern(r"(?:[a-z]\w*)?((?:\.[\w-]+)+)", re.IGNORECASE)
_DISPLAY = lazy_pattern(r"(?:^|;)\s*display\s*:\s*([\w-]+)", re.IGNORECASE)
MOST = 200_000
"""Characters of style sheets that are looked at."""

Rule = tuple[frozenset[str], bool]
"""The classes an element must have, and whether it is hidden then."""


class HidingStyles:
    """The rules of a page that hide elements by their classes, and those that show some of them again."""

    __slots__ = ("_known", "_rules")

    def __init__(self, rules: Mapping[str, list[Rule]]) -> None:
        """Keep the rules by one of their classes, in the order of the page."""
        self._rules = rules
        self._known: dict[str, bool] = {}

    def hide(self, element: etree._Element) -> bool:
        """Say whether the rules hide an element: the one with most classes decides, among equals the last."""
        names = element.get("class") if self._rules else None
        if not names:
            return False
        known = self._known.get(names)
        if known is None:
            known = self._known[names] = self._decide(names.split())
        return known

    def _decide(self, own: list[str]) -> bool:
        fitting = [rule for name in own for rule in self._rules.get(name, ()) if rule[0].issubset(own)]
        strongest = max((len(classes) for classes, _ in fitting), default=0)
        return next((hidden for classes, hidden in reversed(fitting) if len(classes) == strongest), False)


NO_STYLES = HidingStyles({})


def hiding_styles(root: etree._Element) -> HidingStyles:
    """Read the style sheets within a page; rules on anything but classes are left out."""
    text = "".join(style.text or "" for style in root.iter("style"))[:MOST]
    if "none" not in text:
        return NO_STYLES
    rules: dict[str, list[Rule]] = {}
    for classes, hidden in _rules(_without_comments(text)):
        for name in classes:
            rules.setdefault(name, []).append((classes, hidden))
    return HidingStyles(rules) if any(hidden for found in rules.values() for _, hidden in found) else NO_STYLES


def _without_comments(text: str) -> str:
    first, *rest = text.replace("<!--", "").replace("-->", "").split("/*")
    return first + "".join(piece.partition("*/")[2] for piece in rest)


def _rules(text: str) -> Iterator[Rule]:
    """Give the rules outside @media and the like, which are for printing or small screens."""
    opened: list[str] = []
    piece = ""
    for mark in _BRACES.split(text):
        if mark == "{":
            opened.append(piece)
        elif mark == "}" and opened:
            selectors = opened.pop()
            if not opened:
                yield from _rule(selectors.rpartition(";")[2], piece)
        piece = "" if mark in ("{", "}") else mark


def _rule(selectors: str, body: str) -> Iterator[Rule]:
    display = _DISPLAY.search(body)
    for selector in selectors.split(",") if display else ():
        found = _CLASSES.fullmatch(selector.strip())
        if found and display:
            yield frozenset(found[1].strip(".").split(".")), display[1].lower() == "none"
