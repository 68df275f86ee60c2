"""Write Excel date serials in date formats."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from perf_lint.readers.office.numerals import DIGITS, FORMAL_DIGITS, chinese
from perf_lint.readers.sheet.tokens import Section, Token

_LAST_SERIAL = 2_958_465
"""9999-12-31."""
_DAY = 86_400
_MOST_PLACES = 9
"""Decimals of a second worth writing; Excel stops at three."""
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Moment(NamedTuple):
    """A serial taken apart."""

    year: int
    month: int
    day: int
    weekday: int
    """0 is Monday."""
    seconds: int
    """Since midnight."""
    fraction: Decimal
    """Of a second."""
    total: int
    """Whole seconds since serial 0, for elapsed times."""


def moment(serial: Decimal, is_1904: bool, places: int = 0) -> Moment | None:
    """Take a serial apart, rounded to `places` decimals of a second; None where Excel shows no date for it."""
    if not 0 <= serial < _LAST_SERIAL + 1:
        return None
    unit = Decimal(1).scaleb(-min(places, _MOST_PLACES))
    total = (serial * _DAY).quantize(unit, ROUND_HALF_UP)
    whole = int(total)
    days, seconds = divmod(whole, _DAY)
    if days > _LAST_SERIAL - (1462 if is_1904 else 0):
        return None
    year, month, day, weekday = _calendar(days, is_1904)
    return Moment(year, month, day, weekday, seconds, total - whole, whole)


def _calendar(days: int, is_1904: bool) -> tuple[int, int, int, int]:
    if is_1904:
        found = date(1904, 1, 1) + timedelta(days)
    elif days == 60:
        return 1900, 2, 29, 2  # a day that never was: Excel keeps the error of Lotus 1-2-3
    elif days == 0:
        return 1900, 1, 0, 5
    else:
        found = date(1899, 12, 30 if days > 60 else 31) + timedelta(days)
    return found.year, found.month, found.day, found.weekday()


def show_date(serial: Decimal, section: Section, is_1904: bool) -> str | None:
    """Write `serial` in a date section; None where it is no date."""
    tokens = section.tokens
    places = _places(tokens)
    at = moment(serial, is_1904, places)
    if at is None:
        return None
    has_noon = any(token.kind == "noon" for token in tokens)
    written = []
    for index, token in enumerate(tokens):
        if token.kind == "date":
            piece = _minutes(token, at) if _is_minute(tokens, index) else _piece(token.text, at, has_noon)
            written.append(_in_chinese(piece, token.text, section.chinese))
        elif token.kind == "elapsed":
            written.append(_elapsed(token.text, at))
        elif token.kind == "noon":
            early, late = token.text.split("/")
            written.append(early if at.seconds < _DAY // 2 else late)
        elif token.kind == "point" and places:
            written.append(f"{at.fraction:f}"[1 : places + 2] if at.fraction else "." + "0" * places)
        elif token.kind != "digit":
            written.append(token.text)
    return "".join(written)


def _places(tokens: tuple[Token, ...]) -> int:
    """Count the zeros behind the seconds' point."""
    return sum(token.kind == "digit" for token in tokens) if any(token.kind == "point" for token in tokens) else 0


def _is_minute(tokens: tuple[Token, ...], index: int) -> bool:
    """Tell minutes from months: m right after hours or right before seconds."""
    if tokens[index].text not in ("m", "mm"):
        return False
    times = [(at, token) for at, token in enumerate(tokens) if token.kind in ("date", "elapsed")]
    position = next(number for number, (at, _) in enumerate(times) if at == index)
    before = times[position - 1][1].text if position else ""
    after = times[position + 1][1].text if position + 1 < len(times) else ""
    return before.startswith("h") or after.startswith("s")


def _minutes(token: Token, at: Moment) -> str:
    return f"{at.seconds // 60 % 60:0{len(token.text)}d}"


def _piece(code: str, at: Moment, has_noon: bool) -> str:
    letter, width = code[0], min(len(code), 4)
    if letter in "ye":
        return f"{at.year % 100:02d}" if width <= 2 and letter == "y" else f"{at.year:04d}"
    if letter == "m":
        return _named(_MONTHS[at.month - 1], at.month, len(code))
    if letter == "d":
        return _named(_WEEKDAYS[at.weekday], at.day, width)
    if letter == "a":
        return ("星期" if width == 4 else "周") + "一二三四五六日"[at.weekday]
    if letter == "h":
        hour = at.seconds // 3600
        return f"{(hour % 12 or 12) if has_noon else hour:0{min(width, 2)}d}"
    return f"{at.seconds % 60:0{min(width, 2)}d}" if letter == "s" else ""


def _named(name: str, value: int, width: int) -> str:
    if width <= 2:
        return f"{value:0{width}d}"
    return name[:3] if width == 3 else name[:1] if width == 5 else name


def _elapsed(code: str, at: Moment) -> str:
    worth = {"h": 3600, "m": 60, "s": 1}[code[0]]
    return f"{at.total // worth:0{len(code)}d}"


def _in_chinese(piece: str, code: str, style: int) -> str:
    if not style or not piece.isdigit():
        return piece
    digits = FORMAL_DIGITS if style == 2 else DIGITS
    if code[0] in "ye":
        return "".join(digits[int(digit)] for digit in piece)
    return chinese(int(piece), digits, "拾佰仟") if style == 2 else chinese(int(piece))
