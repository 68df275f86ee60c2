"""Print exact numbers."""

from __future__ import annotations

from decimal import Decimal

TEN_THOUSAND = Decimal(10000)
YUAN = {
    "百万元": Decimal(1_000_000),
    "千万元": Decimal(10_000_000),
    "亿元": Decimal(100_000_000),
    "万元": TEN_THOUSAND,
    "千元": Decimal(1000),
    "百元": Decimal(100),
    "元": Decimal(1),
}
"""How many 元 a unit of money is; a unit stands behind those that end with it."""


def plain_number(number: int | Decimal) -> str:
    """Print a number without exponent and without zeros at its end."""
    if isinstance(number, int):
        return str(number)
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def in_wan(yuan: int | Decimal) -> str:
    """Print an amount of 元 in 万元, exactly."""
    return plain_number(Decimal(yuan) / TEN_THOUSAND)
