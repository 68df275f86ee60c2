"""Show a stored number as Excel does: exact decimals, fifteen digits, sections, percent, thousands, units, dates."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from perf_lint.readers.sheet.dates import show_date
from perf_lint.readers.sheet.placeholders import show_number
from perf_lint.readers.sheet.tokens import Section, sections
from perf_lint.text.numbers import plain_number

_FIFTEEN = Context(prec=15, rounding=ROUND_HALF_UP)
_LONGEST = 400
"""Characters of a stored number; a double never takes more."""
_GREATEST = 308
"""Exponent of the greatest double."""
_PLAIN_DIGITS = 21
"""Whole numbers up to this length are written out; beyond it, with an exponent."""


class Shown(NamedTuple):
    """A number as displayed."""

    text: str
    is_rounded: bool = False
    """Whether the display hides digits that the file holds."""


def stored(text: str) -> Decimal | None:
    """Read a number of the file, rounded to the fifteen digits that Excel keeps; None where it is no double."""
    if len(text) > _LONGEST:
        return None
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        return None
    if not value.is_finite() or abs(value.adjusted()) > _GREATEST:
        return None
    return _FIFTEEN.plus(value)


def general(value: Decimal) -> str:
    """Write a number in full, without an exponent unless it is very long, without zeros behind the point."""
    if not value:
        return "0"
    if -_PLAIN_DIGITS < value.adjusted() < _PLAIN_DIGITS:
        return plain_number(value)
    digits = value.normalize()
    return f"{digits:E}"


class NumberFormat:
    """One number format, ready to use."""

    __slots__ = ("_is_1904", "_sections", "_text", "is_general")

    def __init__(self, code: str, is_1904: bool) -> None:
        """Split `code` once; `is_1904` says which day serial 0 is."""
        parts = sections(code)
        last = parts[-1]
        has_text = len(parts) == 4 or any(token.kind == "text" for token in last.tokens)
        self._text = last if has_text else None
        self._sections = parts[:-1] if has_text and len(parts) > 1 else parts
        self._is_1904 = is_1904
        self.is_general = code in ("", "General", "@")

    def show(self, value: Decimal) -> Shown:
        """Write `value`; in full where the format has nothing to say of it."""
        if self.is_general:
            return Shown(general(value))
        section, is_signed = self._choose(value)
        if section.is_date:
            written = show_date(value, section, self._is_1904)
            return Shown(general(value) if written is None else written)
        return self._number(section, value if is_signed else abs(value))

    def show_text(self, text: str) -> str:
        """Write text; a text section may add to it (@"元")."""
        if self._text is None:
            return text
        return "".join(text if token.kind == "text" else token.text for token in self._text.tokens)

    def _number(self, section: Section, value: Decimal) -> Shown:
        kinds = {token.kind for token in section.tokens}
        if "digit" not in kinds:
            pieces = (general(value) if token.kind in ("general", "text") else token.text for token in section.tokens)
            return Shown("".join(pieces))
        text, is_rounded = show_number(section.tokens, value)
        return Shown(text, is_rounded)

    def _choose(self, value: Decimal) -> tuple[Section, bool]:
        """Give the section for `value`, and whether a minus sign is still to be written."""
        parts = self._sections
        if any(part.condition for part in parts):
            for part in parts:
                if part.condition is None or _holds(value, *part.condition):
                    return part, True
            return parts[-1], True
        if value < 0 and len(parts) > 1:
            return parts[1], False
        if not value and len(parts) > 2:
            return parts[2], True
        return parts[0], True


@lru_cache(maxsize=4096)
def number_format(code: str, is_1904: bool) -> NumberFormat:
    """Compile a format code."""
    return NumberFormat(code, is_1904)


def _holds(value: Decimal, sign: str, bound: Decimal) -> bool:
    return {
        "<": value < bound,
        "<=": value <= bound,
        ">": value > bound,
        ">=": value >= bound,
        "=": value == bound,
        "<>": value != bound,
    }[sign]
