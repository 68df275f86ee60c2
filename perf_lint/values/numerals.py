"""Read numbers as people write them: digits with commas, Chinese numerals, multipliers."""

from __future__ import annotations

from decimal import Decimal

DIGITS = dict(zip("零一二三四五六七八九", range(10), strict=True)) | dict(
    zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)
)
DIGITS |= {"〇": 0, "○": 0, "两": 2}
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
MULTIPLES = {
    "": 1,
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "十亿": 10**9,
    "百亿": 10**10,
    "千亿": 10**11,
    "万亿": 10**12,
}
_MULTIPLIERS = "".join(word for word in MULTIPLES if len(word) == 1)
ONE = Decimal(1)


def unmultiplied(unit: str) -> str:
    """Give a unit without the multiplier before it: 万人次 is so many 人次."""
    return unit.lstrip(_MULTIPLIERS)


def chinese(text: str) -> Decimal | None:
    """Read a Chinese numeral below 10^12 (一千三百二十, 二〇二四, 一千三); None where it is not a well-formed one."""
    if text in ("○", "〇"):
        return None  # alone it is a mark, not a zero
    if len(text) > 1 and all(char in DIGITS for char in text):
        return _spelled_digits(text)
    high, _, low = text.rpartition("亿")
    upper = _below_yi(high) if high else 0
    lower = _below_yi(low, after="亿" if high and len(low) > 1 else "") if low else 0
    if upper is None or lower is None or ("亿" in text and not high):
        return None
    if high and len(low) == 1 and lower:
        lower *= 10**7  # 一亿三 is 130 million, as 一千三 is 1300
    return Decimal(upper * 10**8 + lower)


def multiple(text: str) -> Decimal:
    """Give the value of a multiplier word (万 is 10000)."""
    return Decimal(MULTIPLES[text])


def _spelled_digits(text: str) -> Decimal | None:
    """Read digits spelled one by one; only with a zero or four of them, for 三五 means three to five."""
    if "两" in text or text[0] in "零〇○" or (len(text) != 4 and not ({"〇", "○", "零"} & set(text))):
        return None
    return Decimal("".join(str(DIGITS[char]) for char in text))


def _below_yi(text: str, after: str = "") -> int | None:
    high, _, low = text.rpartition("万")
    if "万" in text and not high:
        return None
    upper = _below_wan(high, after) if high else 0
    lower = _below_wan(low, "万" if high else after) if low else 0
    if upper is None or lower is None:
        return None
    return upper * 10**4 + lower


def _below_wan(text: str, after: str) -> int | None:
    """Read 1 to 9999; `after` is the larger unit before it, which a last lone digit belongs to (三万五 is 35000)."""
    total, scale, digit, gap = 0, 10**4, None, bool(after) is False
    for char in text:
        if char in SMALL:
            step = SMALL[char]
            if step >= scale or (digit is None and not (step == 10 and (total == 0 or gap))):
                return None
            total, scale, digit, gap = total + (1 if digit is None else digit) * step, step, None, False
        elif char in "零〇":
            if digit is not None:
                return None
            gap = True
        elif char in DIGITS:
            if digit is not None:
                return None
            digit = DIGITS[char]
        else:
            return None
    if digit is None:
        closed = text in ("零", "〇") or text[-1] not in "零〇"
        return total if closed and (total or len(text) == 1) else None
    if gap or (scale in (10, 10**4) and not (scale == 10**4 and after)):
        return total + digit
    return total + digit * scale // 10
