"""Tell what the markup of office programs says beyond HTML: symbol fonts, deleted text, comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perf_lint.readers.office.symbols import is_symbol_font
from perf_lint.text.pattern import lazy_pattern

if TYPE_CHECKING:
    from lxml import etree

MARKS = frozenset({"font", "sup", "del"})
"""Elements that say such things by their name; others say them by their style."""
_FAMILY = lazy_pattern(r"(?:^|;)\s*(?:mso-symbol-)?font-family\s*:\s*[\"']?([^;,\"']*)", re.IGNORECASE)
_SUPER = lazy_pattern(r"(?:^|;)\s*vertical-align\s*:\s*super\b", re.IGNORECASE)
_COMMENTS = lazy_pattern(r"mso-element\s*:\s*comment-list", re.IGNORECASE)


def symbol_font(element: etree._Element) -> str | None:
    """Name the symbol font that an element sets for its text, empty for a font with letters; None if it sets none."""
    family = element.get("face") if element.tag == "font" else None
    style = element.get("style")
    if family is None and style is not None and "font-family" in style:
        found = _FAMILY.search(style)
        family = found[1] if found else None
    if family is None:
        return None
    first = family.split(",")[0].strip()
    return first if is_symbol_font(first) else ""


def is_raised(element: etree._Element) -> bool:
    """Tell whether an element raises its text above the line."""
    if element.tag == "sup":
        return True
    style = element.get("style")
    return style is not None and "super" in style and _SUPER.search(style) is not None


def is_revised(element: etree._Element) -> bool:
    """Tell a tracked deletion and the list of comments, which an office program shows beside the text."""
    if element.tag == "del":
        return element.get("cite") is not None or element.get("datetime") is not None
    style = element.get("style")
    return style is not None and "mso-element" in style and _COMMENTS.search(style) is not None
