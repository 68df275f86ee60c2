"""Read the amount in a money cell: 50万元, 3 万元, 115000.00, 2,050.20 万元."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from perf_lint.text.pattern import lazy_pattern
from perf_lint.values.normal import normal
from perf_lint.values.read import parse_value

PLAIN_NUMBER = lazy_pattern(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18})(?:\.[0-9]{1,12})?")
UNSTATED = ("", "万", "千", "亿", "百万", "千万")


class MoneyReading(NamedTuple):
    """An amount as written; `unit` is empty where the cell states none, and `yuan` is then None."""

    number: Decimal
    unit: str
    yuan: Decimal | None


@lru_cache(maxsize=16384)
def parse_money(text: str) -> MoneyReading | None:
    """Read a money cell; None where it is not one certain amount (words, a range, another currency, a price per unit).

    30万 has the unit 万 and no `yuan`: whether it means 万元 is for the caller to say.
    """
    plain = normal(text)
    if PLAIN_NUMBER.fullmatch(plain):
        return MoneyReading(Decimal(plain.replace(",", "")), "", None)
    value = parse_value(text)
    if value.comparator in (None, "range") or value.number is None or value.direction or value.label:
        return None
    if value.kind == "money" and value.unit_base == "元":
        return MoneyReading(value.number, value.unit or "", value.number_base)
    if value.kind == "number" and (value.unit or "") in UNSTATED:
        return MoneyReading(value.number, value.unit or "", None)
    return None
