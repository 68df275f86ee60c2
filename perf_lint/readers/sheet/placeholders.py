"""Fill the placeholders of a number format (0, #, ?) with digits."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from perf_lint.readers.sheet.tokens import Token

_WIDE = Context(prec=700, rounding=ROUND_HALF_UP)
"""Wide enough for any double with any number of decimals a format can ask for."""
_MOST_DECIMALS = 127


def show_number(tokens: tuple[Token, ...], value: Decimal) -> tuple[str, bool]:
    """Write `value` in a number section; say whether rounding hid digits."""
    kinds = [token.kind for token in tokens]
    if "slash" in kinds:
        return _fraction(tokens, value), False
    if "exponent" in kinds:
        return _scientific(tokens, kinds, value)
    scaled = value * 100 ** kinds.count("percent")
    point = kinds.index("point") if "point" in kinds else len(kinds)
    last_digit = max(index for index, kind in enumerate(kinds) if kind == "digit")
    first_digit = kinds.index("digit")
    commas = {index for index, kind in enumerate(kinds) if kind == "comma"}
    scaling = {
        index for index in commas if not any(kind == "digit" for kind in kinds[index:point]) and index > first_digit
    }
    if point < last_digit:
        scaling |= {index for index in commas if index > last_digit}
    scaled = _WIDE.scaleb(scaled, -3 * len(scaling))
    is_grouped = any(first_digit < index < point for index in commas - scaling)
    decimals = min(kinds[point:].count("digit"), _MOST_DECIMALS)
    rounded = _WIDE.quantize(abs(scaled), Decimal(1).scaleb(-decimals))
    whole, _, behind = f"{rounded:f}".partition(".")
    front = _whole(tokens[:point], whole.lstrip("0"), is_grouped)
    sign = "-" if value < 0 and rounded else ""
    return sign + front + _behind(tokens[point:], behind), rounded != abs(scaled)


def _whole(tokens: tuple[Token, ...], digits: str, is_grouped: bool) -> str:
    """Fill the placeholders before the point from the right; what is left over goes to the leftmost."""
    first = next((index for index, token in enumerate(tokens) if token.kind == "digit"), len(tokens))
    written: list[str] = []
    count = 0

    def put(digit: str) -> None:
        nonlocal count
        if is_grouped and count and count % 3 == 0:
            written.append(",")
        written.append(digit)
        count += 1

    rest = list(digits)
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.kind == "digit":
            if rest:
                put(rest.pop())
            elif token.text == "0":
                put("0")
            while index == first and rest:
                put(rest.pop())
        elif token.kind != "comma":
            written.append(token.text[::-1])
    if first == len(tokens):
        written.extend(reversed(rest))
    return "".join(written)[::-1]


def _behind(tokens: tuple[Token, ...], digits: str) -> str:
    """Write the point, the decimals and what follows; # shows no zero at the end."""
    needed = len(digits.rstrip("0"))
    written: list[str] = []
    used = 0
    for token in tokens:
        if token.kind == "digit":
            if token.text == "0" or used < needed:
                written.append(digits[used] if used < len(digits) else "")
            used += 1
        elif token.kind != "comma":
            written.append(token.text)
    return "".join(written)


def _scientific(tokens: tuple[Token, ...], kinds: list[str], value: Decimal) -> tuple[str, bool]:
    at = kinds.index("exponent")
    point = kinds.index("point") if "point" in kinds[:at] else at
    unit = Decimal(1).scaleb(-min(kinds[point:at].count("digit"), _MOST_DECIMALS))
    # several placeholders before the point ask for an exponent that is a multiple of their number
    step = min(max(kinds[:point].count("digit"), 1), _MOST_DECIMALS)
    exponent = value.adjusted() // step * step if value else 0
    mantissa = _WIDE.quantize(_WIDE.scaleb(abs(value), -exponent), unit)
    if mantissa >= 10**step:
        exponent += step
        mantissa = _WIDE.quantize(_WIDE.scaleb(mantissa, -step), unit)
    width = kinds[at:].count("digit")
    sign = "-" if exponent < 0 else "+" if tokens[at].text.endswith("+") else ""
    text = f"{'-' if value < 0 else ''}{mantissa:f}E{sign}{abs(exponent):0{max(width, 1)}d}"
    return text, _WIDE.scaleb(mantissa, exponent) != abs(value)


def _fraction(tokens: tuple[Token, ...], value: Decimal) -> str:
    """Write 1.5 as 1 1/2; the digits below the stroke bound the denominator."""
    stroke = next(index for index, token in enumerate(tokens) if token.kind == "slash")
    width = min(sum(token.kind == "digit" for token in tokens[stroke:]), 4) or 1
    nearest = Fraction(abs(value)).limit_denominator(10**width - 1)
    has_whole = any(token.kind == "literal" and not token.text.strip() for token in tokens[:stroke])
    whole, rest = divmod(nearest.numerator, nearest.denominator) if has_whole else (0, nearest.numerator)
    sign = "-" if value < 0 else ""
    if not rest:
        return f"{sign}{whole}"
    return f"{sign}{whole} {rest}/{nearest.denominator}" if whole else f"{sign}{rest}/{nearest.denominator}"
