"""Compute with exact numbers and print them."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from perf_lint.expr.registry import function
from perf_lint.text.numbers import in_wan, plain_number

Number = int | Decimal
HUNDRED = Decimal(100)
MAX_PLACES = 10


@function(
    "(decimal) -> string",
    "元换算成万元打印，不带尾零：wan(60000) 是 6",
    "Print an amount of 元 in 万元, no zeros at the end",
)
def wan(amount: Number) -> str:
    """Print 元 in 万元."""
    return in_wan(amount)


@function(
    "(decimal) -> string", "打印元，带千分撇：yuan(2563200) 是 2,563,200", "Print an amount of 元 with thousands commas"
)
def yuan(amount: Number) -> str:
    """Print 元 with thousands commas."""
    whole, _, rest = plain_number(amount).partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "")


@function(
    "(decimal) -> string",
    "比例打印成百分数，至多两位小数：pct(0.8333) 是 83.33%",
    "Print a share as a percentage, two places at most",
)
def pct(share: Number) -> str:
    """Print a share as a percentage."""
    return plain_number((Decimal(share) * HUNDRED).quantize(Decimal("0.01"), ROUND_HALF_UP)) + "%"


@function("(decimal) -> decimal", "绝对值", "Absolute value")
def abs_(number: Number) -> Number:
    """Give the absolute value."""
    return number if number >= 0 else -number


@function("(decimal, int) -> decimal", "四舍五入到若干位小数", "Round half up to some places")
def round_(number: Number, places: int) -> Decimal:
    """Round half up."""
    return Decimal(number).quantize(_step(places), ROUND_HALF_UP)


@function("(decimal) -> int", "不大于它的最大整数", "Largest integer not above")
def floor(number: Number) -> int:
    """Round down."""
    return int(Decimal(number).to_integral_value(ROUND_FLOOR))


@function("(decimal) -> int", "不小于它的最小整数", "Smallest integer not below")
def ceil(number: Number) -> int:
    """Round up."""
    return int(Decimal(number).to_integral_value(ROUND_CEILING))


@function("(decimal, decimal) -> decimal", "两数中大的", "The larger of two numbers", name="max")
def larger(left: Number, right: Number) -> Number:
    """Give the larger."""
    return max(left, right)


@function("(decimal, decimal) -> decimal", "两数中小的", "The smaller of two numbers", name="min")
def smaller(left: Number, right: Number) -> Number:
    """Give the smaller."""
    return min(left, right)


@function(
    "(list(decimal), decimal) -> string",
    "打印算式，单位万元：3 + 4 = 7 ≠ 6 万元",
    "Print a sum in 万元 beside the stated total: 3 + 4 = 7 ≠ 6 万元",
)
def equation(parts: list[Number], stated: Number) -> str:
    """Print addends, their sum and the stated total."""
    total = sum(parts, Decimal(0))
    relation = "=" if total == stated else "≠"
    left = " + ".join(wan(part) for part in parts) or "0"
    middle = f" = {wan(total)}" if len(parts) > 1 and total != stated else ""
    return f"{left}{middle} {relation} {wan(stated)} 万元"


def _step(places: int) -> Decimal:
    return Decimal(1).scaleb(-min(max(places, 0), MAX_PLACES))
