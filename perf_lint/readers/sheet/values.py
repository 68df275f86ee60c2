"""Turn what a workbook stores in a cell into what Excel shows, with the codes of what is odd about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from perf_lint.readers.sheet.builtin_formats import BUILTIN
from perf_lint.readers.sheet.number_format import NumberFormat, number_format, stored
from perf_lint.text.pattern import lazy_pattern

_DASHES = frozenset("-–—－")
"""How accounting formats show a nought."""
_ESCAPE = lazy_pattern(r"_x([0-9A-Fa-f]{4})_")
_ISO_DATE = lazy_pattern(r"^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?")


class Formats:
    """The number formats of a workbook by cell style."""

    __slots__ = ("_fonts", "_formats", "_plain")

    def __init__(
        self, ids: list[int], codes: dict[int, str], is_1904: bool, fonts: Mapping[str, str] | None = None
    ) -> None:
        """Keep the format id of each style and the workbook's own codes; ids below 164 are built in.

        `fonts` names the symbol font of the styles that have one.
        """
        self._fonts = fonts or {}
        self._plain = number_format("General", is_1904)
        self._formats = [number_format(codes.get(key) or BUILTIN.get(key, "General"), is_1904) for key in ids]

    def symbol_font(self, style: str) -> str:
        """Name the symbol font of a style; empty where its font has letters."""
        return self._fonts.get(style, "")

    def of(self, style: str | None) -> NumberFormat:
        """Give the format of a style, General where there is none."""
        if style is None or not style.isdecimal() or len(style) > 6:
            return self._plain
        index = int(style)
        return self._formats[index] if index < len(self._formats) else self._plain


def number_text(text: str, style: NumberFormat) -> tuple[str, tuple[str, ...]]:
    """Show a stored number; what is no number is given back as it is, with a remark."""
    if style.is_general and text.isdecimal() and len(text) <= 15 and (text[0] != "0" or text == "0"):
        return text, ()
    value = stored(text)
    if value is None:
        return text, ("damaged-cell",)
    shown = style.show(value)
    if not value and shown.text.strip() in _DASHES:
        return "0", ()
    return shown.text, (("rounded-display",) if shown.is_rounded else ())


def unescaped(text: str) -> str:
    """Undo `_x000D_` escapes and make every line end a newline."""
    if "_x" in text:
        text = _ESCAPE.sub(lambda found: _char(found[1]), text)
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _char(code: str) -> str:
    value = int(code, 16)
    return "" if value == 0 or 0xD800 <= value < 0xE000 else chr(value)


def serial_of(text: str) -> str | None:
    """Turn an ISO 8601 date into the serial that Excel would store; None where it is none."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    gone = at.replace(tzinfo=None) - datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet knows no time zones
    serial = Decimal(gone.days) + Decimal(gone.seconds) / 86_400
    return str(serial)


def date_text(text: str) -> str:
    """Show a date that is stored as ISO 8601 text."""
    found = _ISO_DATE.match(text)
    if not found:
        return text
    day = f"{int(found[1])}/{int(found[2])}/{int(found[3])}"
    return day if found[4] in (None, "00") and found[5] in (None, "00") else f"{day} {int(found[4])}:{found[5]}"
