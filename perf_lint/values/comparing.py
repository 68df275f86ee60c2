"""Bring values to one scale, so that 公里 can be compared with 米, and tell which cannot be compared."""

from decimal import Decimal, localcontext
from typing import NamedTuple

from perf_lint.model.value import Value
from perf_lint.values.units import unit


class Scaled(NamedTuple):
    """A number in the base unit of its dimension; `other` is the upper end of a range."""

    number: Decimal
    other: Decimal | None
    unit: str


def scaled(value: Value) -> Scaled | None:
    """Give the number in the base unit of its dimension (公里 as 米); None where there is no number.

    Units without a known factor stay as they are: 人 and 人次 keep different units and do not compare.
    """
    if value.number_base is None or value.unit_base is None:
        return None
    name, stroke, per = value.unit_base.partition("/")
    found = unit(name)
    if found.factor is None or not name or found.name != name:
        return Scaled(value.number_base, value.number2_base, value.unit_base)
    with localcontext(prec=60):
        other = None if value.number2_base is None else value.number2_base * found.factor
        return Scaled(value.number_base * found.factor, other, found.base + stroke + per)


def comparable(first: Value, second: Value) -> bool:
    """Tell whether two values measure the same thing in units that compare."""
    one, two = scaled(first), scaled(second)
    return one is not None and two is not None and one.unit == two.unit
