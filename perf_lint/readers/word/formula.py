"""Write Office Math on one line, so that 2/3 and 10² keep their meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perf_lint.readers.office.raised import raised
from perf_lint.readers.word.names import M

if TYPE_CHECKING:
    from lxml.etree import _Element

_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_SILENT = frozenset(
    M + name for name in ("rPr", "fPr", "sSupPr", "sSubPr", "radPr", "dPr", "naryPr", "ctrlPr", "oMathParaPr")
)


def formula(element: _Element) -> str:
    """Give the linear text of `m:oMath` or any part of it."""
    tag = element.tag
    if tag == M + "t":
        return element.text or ""
    if tag in _SILENT:
        return ""
    writer = _WRITERS.get(str(tag))
    return writer(element) if writer else _inside(element)


def _inside(element: _Element | None) -> str:
    return "".join(map(formula, element)) if element is not None else ""


def _part(element: _Element, name: str) -> str:
    return _inside(element.find(M + name))


def _grouped(text: str) -> str:
    return text if len(text) == 1 or text.replace(".", "").isalnum() else f"({text})"


def _fraction(element: _Element) -> str:
    return f"{_grouped(_part(element, 'num'))}/{_grouped(_part(element, 'den'))}"


def _superscript(element: _Element) -> str:
    return _part(element, "e") + raised(_part(element, "sup"), "^")


def _subscript(element: _Element) -> str:
    return _part(element, "e") + _part(element, "sub").translate(_LOWERED)


def _root(element: _Element) -> str:
    degree = _part(element, "deg")
    return f"{raised(degree) if degree else ''}√{_grouped(_part(element, 'e'))}"


def _delimited(element: _Element) -> str:
    properties = element.find(M + "dPr")

    def sign(name: str, default: str) -> str:
        found = properties.find(M + name) if properties is not None else None
        return found.get(M + "val", default) if found is not None else default

    inner = sign("sepChr", "|").join(_inside(part) for part in element.iterfind(M + "e"))
    return sign("begChr", "(") + inner + sign("endChr", ")")


_WRITERS = {
    M + "f": _fraction,
    M + "sSup": _superscript,
    M + "sSub": _subscript,
    M + "rad": _root,
    M + "d": _delimited,
}
