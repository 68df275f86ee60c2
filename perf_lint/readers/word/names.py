"""Name the elements and attributes of WordprocessingML that matter here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

VAL = f"{W}val"
ID = f"{W}id"

BODY, P, R, T, TBL, TR, TC = (W + name for name in ("body", "p", "r", "t", "tbl", "tr", "tc"))
PPR, RPR, TRPR, TCPR = (W + name for name in ("pPr", "rPr", "trPr", "tcPr"))
BR, CR, TAB = W + "br", W + "cr", W + "tab"
GRID_SPAN, V_MERGE, H_MERGE, GRID_BEFORE = (W + name for name in ("gridSpan", "vMerge", "hMerge", "gridBefore"))
INS, DEL, MOVE_TO, MOVE_FROM = (W + name for name in ("ins", "del", "moveTo", "moveFrom"))
NUM_PR, P_STYLE, R_STYLE, R_FONTS, VANISH = (W + name for name in ("numPr", "pStyle", "rStyle", "rFonts", "vanish"))
TEXT_BOX = W + "txbxContent"
ALT_CHUNK = W + "altChunk"
SDT = W + "sdt"
ALTERNATE = MC + "AlternateContent"


def is_on(element: _Element | None) -> bool:
    """Read an on/off property: present without a value means on."""
    return element is not None and element.get(VAL, "1") not in ("0", "false", "off", "none")


def number(element: _Element | None, default: int) -> int:
    """Read a whole number from `w:val`; `default` where there is none or it is not a number."""
    text = element.get(VAL, "") if element is not None else ""
    return int(text) if text.isascii() and text.lstrip("-").isdigit() and len(text) < 20 else default


def child_number(parent: _Element | None, tag: str, default: int) -> int:
    """Read a whole number from the child `tag` of `parent`."""
    return number(parent.find(tag), default) if parent is not None else default


def child_value(parent: _Element | None, tag: str) -> str:
    """Read `w:val` of the child `tag`; empty where either is absent."""
    child = parent.find(tag) if parent is not None else None
    return child.get(VAL, "") if child is not None else ""
