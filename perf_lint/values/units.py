"""Look up units: their standard name, dimension and factor."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from perf_lint.values.grammar.table import load

_JOINTS = re.compile(r"[/·每]")


class Unit(NamedTuple):
    """A unit of measure; `factor` turns it into `base`, None where it is not convertible."""

    name: str
    dimension: str | None
    base: str
    factor: Decimal | None


def unit(spelling: str) -> Unit:
    """Give the unit of any spelling (㎡ is 平方米); an unknown one is kept, without a dimension."""
    entry = load().units.get(spelling)
    if entry is None:
        return Unit(spelling, None, spelling, None)
    name, dimension, base, factor = entry
    return Unit(name, dimension, base, Decimal(factor) if factor else None)


def known(spelling: str) -> bool:
    """Tell whether the unit stands in the data."""
    return spelling in load().units


def per_name(text: str) -> str:
    """Write what follows the stroke in one way: `/人/㎡` and `每人每平方米` become `人·平方米`."""
    names = []
    for piece in _JOINTS.split(text.strip("/每()")):
        if not piece:
            continue
        plain = piece.translate({ord("一"): "1", ord("两"): "2", ord("二"): "2", ord("三"): "3"})
        count = plain[0] if plain[0].isdigit() else ""
        rest = plain[len(count) :] if count else piece
        names.append(("" if count == "1" else count) + (unit(rest).name if rest != "日" else "天"))
    return "·".join(names)
