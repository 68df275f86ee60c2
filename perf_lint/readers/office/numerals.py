"""Write list numbers in the formats of WordprocessingML (ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

DIGITS = "〇一二三四五六七八九"
FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def numeral(value: int, form: str) -> str:
    """Write `value` as number format `form`; decimal where the format is unknown or has no sign for the value."""
    if form == "none":
        return ""
    writer = _WRITERS.get(form)
    return (writer(value) if writer else "") or str(value)


def chinese(value: int, digits: str = DIGITS, places: str = "十百千") -> str:
    """Write 1 to 9999 as Chinese counts: 一, 十, 十一, 一百零二; empty outside."""
    if not 0 < value < 10_000:
        return digits[0] if value == 0 else ""
    written, gap = "", False
    for place in range(3, -1, -1):
        digit = value // 10**place % 10
        if digit:
            written += ("零" if gap and written else "") + digits[digit] + (places[place - 1] if place else "")
            gap = False
        else:
            gap = True
    return written[1:] if digits is DIGITS and written.startswith("一十") else written


def _letters(value: int) -> str:
    """Write a, b … z, aa, bb as Word does (not aa, ab)."""
    return chr(97 + (value - 1) % 26) * min((value - 1) // 26 + 1, 30) if value > 0 else ""


def _roman(value: int) -> str:
    written = ""
    for worth, sign in _ROMAN if 0 < value < 4000 else ():
        written += sign * (value // worth)
        value %= worth
    return written


def _circled(value: int) -> str:
    if 0 < value <= 20:
        return chr(0x2460 + value - 1)
    return chr(0x3251 + value - 21) if 20 < value <= 35 else ""


def _row(first: int, most: int, value: int) -> str:
    return chr(first + value - 1) if 0 < value <= most else ""


_WRITERS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerLetter": _letters,
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "ideographDigital": lambda value: "".join(DIGITS[int(digit)] for digit in str(abs(value))),
    "japaneseDigitalTenThousand": lambda value: "".join(DIGITS[int(digit)] for digit in str(abs(value))),
    "taiwaneseDigital": lambda value: "".join(DIGITS[int(digit)] for digit in str(abs(value))),
    "chineseLegalSimplified": lambda value: chinese(value, FORMAL_DIGITS, "拾佰仟"),
    "ideographLegalTraditional": lambda value: chinese(value, FORMAL_DIGITS, "拾佰仟"),
    "ideographTraditional": lambda value: _STEMS[value - 1] if 0 < value <= len(_STEMS) else "",
    "ideographZodiac": lambda value: _BRANCHES[value - 1] if 0 < value <= len(_BRANCHES) else "",
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda value: _row(0x2474, 20, value),
    "decimalEnclosedFullstop": lambda value: _row(0x2488, 20, value),
    "ideographEnclosedCircle": lambda value: _row(0x3280, 10, value),
    "ideographParenthesized": lambda value: _row(0x3220, 10, value),
    "decimalFullWidth": lambda value: "".join(chr(ord(digit) + 0xFEE0) for digit in str(value)),
    "decimalFullWidth2": lambda value: "".join(chr(ord(digit) + 0xFEE0) for digit in str(value)),
}
