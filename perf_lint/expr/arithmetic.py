"""Compute as the rule language does: exact, bounded, and with division by zero as "not evaluated"."""

from __future__ import annotations

from contextlib import AbstractContextManager
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow, localcontext
from typing import Any

from perf_lint.expr.errors import BudgetError, Unknown
from perf_lint.model.words import Words

EXACT = Context(prec=60, Emax=200, Emin=-200, traps=[InvalidOperation, DivisionByZero, Overflow])
"""Sums and products of amounts stay exact; nothing grows without bound."""
DIVISION = Context(prec=28, Emax=200, Emin=-200, traps=[InvalidOperation, DivisionByZero, Overflow])

MAX_BITS = 200
"""Longest integer, in bits (sixty digits)."""
MAX_TEXT = 100_000
"""Longest text that an expression may make, in characters."""

ZERO_DIVISION = Words("除数为零", "division by zero")


def exact() -> AbstractContextManager[Any]:
    """Compute with sixty digits inside the block."""
    return localcontext(EXACT)


def quotient(left: int | Decimal, right: int | Decimal) -> Decimal:
    """Divide to 28 digits."""
    if not right:
        raise Unknown(ZERO_DIVISION)
    return DIVISION.divide(Decimal(left), Decimal(right))


def remainder(left: int | Decimal, right: int | Decimal) -> int | Decimal:
    """Give the remainder with the sign of `left`."""
    if not right:
        raise Unknown(ZERO_DIVISION)
    if isinstance(left, int) and isinstance(right, int):
        rest = abs(left) % abs(right)
        return -rest if left < 0 else rest
    return EXACT.remainder(Decimal(left), Decimal(right))


def product(left: int | Decimal, right: int | Decimal) -> int | Decimal:
    """Multiply; refuse integers that grow without bound."""
    result = left * right
    if isinstance(result, int) and result.bit_length() > MAX_BITS:
        raise BudgetError("number too large")
    return result


def concatenated(left: Any, right: Any) -> Any:
    """Join two texts or two lists; refuse what grows without bound."""
    if len(left) + len(right) > MAX_TEXT:
        raise BudgetError("text too long")
    return left + right
