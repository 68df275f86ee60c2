"""Show a field as Word does: its result, or what its instruction draws where it has none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perf_lint.readers.office.symbols import CROSSED, EMPTY, TICKED, symbol
from perf_lint.readers.word.names import W, child_number, is_on
from perf_lint.text.pattern import lazy_pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

_OVERSTRIKE = lazy_pattern(r"\\o\s*(?:\\a[lrc])?\s*\((.*)\)", re.IGNORECASE | re.DOTALL)
_SYMBOL = lazy_pattern(r"^\s*SYMBOL\s+(0x[0-9a-f]{1,4}|\d{1,5})(?:.*\\f\s*\"?([^\"\\]+))?", re.IGNORECASE)
_SQUARES, _CIRCLES = frozenset("□☐"), frozenset("○◯〇")
_TICKS, _CROSSES = frozenset("√✓✔"), frozenset("×✗Xx")


class Field:
    """A field being read: first its instruction, then its result."""

    __slots__ = ("drawn", "instruction", "result_at", "showing")

    def __init__(self, begin: _Element) -> None:
        """Start at `w:fldChar` of type `begin`, which may carry an old form control."""
        self.showing = False
        """Whether the instruction is over and what follows is seen."""
        self.instruction = ""
        self.drawn = _control(begin.find(f"{W}ffData"))
        self.result_at = -1
        """How many pieces of text stood before the result; -1 where the field has no result part."""

    def fallback(self) -> str:
        """Give what the field draws where it has no result text."""
        return self.drawn or _drawing(self.instruction)


def _control(data: _Element | None) -> str:
    """Read a tick box or drop-down of the old kind."""
    if data is None:
        return ""
    box = data.find(f"{W}checkBox")
    if box is not None:
        checked = box.find(f"{W}checked")
        return TICKED if is_on(checked if checked is not None else box.find(f"{W}default")) else EMPTY
    choices = data.find(f"{W}ddList")
    if choices is None:
        return ""
    entries = [entry.get(f"{W}val", "") for entry in choices.iterfind(f"{W}listEntry")]
    chosen = child_number(choices, f"{W}result", child_number(choices, f"{W}default", 0))
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def _drawing(instruction: str) -> str:
    found = _SYMBOL.match(instruction)
    if found:
        code = found[1]
        return symbol((found[2] or "Symbol").strip(), int(code, 16 if code[:2] in ("0x", "0X") else 10))
    if instruction.lstrip()[:2].upper() == "EQ" and (struck := _OVERSTRIKE.search(instruction)):
        return _overstruck([part.strip() for part in re.split(r"[,;，；]", struck[1])])
    return ""


def _overstruck(parts: list[str]) -> str:
    """Join characters printed over each other: a tick in a box, a number in a circle."""
    seen = set(parts)
    if seen & _SQUARES:
        return TICKED if seen & _TICKS else CROSSED if seen & _CROSSES else "".join(parts)
    rest = [part for part in parts if part not in _CIRCLES]
    if len(rest) < len(parts) and len(rest) == 1 and rest[0].isascii() and rest[0].isdigit() and 0 < int(rest[0]) <= 20:
        return chr(0x2460 + int(rest[0]) - 1)
    return "".join(parts)
