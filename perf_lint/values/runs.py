"""Read what stands side by side without a word between: 95%≤X≤100%, 10个县50个村, 第一、二季度."""

from __future__ import annotations

from itertools import pairwise

from perf_lint.text.pattern import lazy_pattern
from perf_lint.values.closing import read_closed
from perf_lint.values.core import Fields, make_value, quietly, read_core
from perf_lint.values.labels import read_labelled
from perf_lint.values.numerals import chinese
from perf_lint.values.units import unit

AROUND = lazy_pattern(r"([^≤<]+)([≤<])([Xx]|[一-鿿]{2,12})([≤<][^≤<]+)")
BOUNDS = lazy_pattern(
    r"((?:[≥>]|不[低少小]于|[大高多]于|超过)[^≤<]+?)((?:[≤<]|不[高大多]于|不超过|[小低少]于).+)"
    r"|((?:[≤<]|不[高大多]于|不超过|[小低少]于)[^≥>]+?)((?:[≥>]|不[低少小]于|[大高多]于|超过).+)"
)
PIECE = lazy_pattern(r"[0-9][0-9.,]*[^0-9]+")
PIECES = lazy_pattern(r"([^0-9]{2,16}(?<![每第各]))?((?:[0-9][0-9.,]*[一-鿿㎡]{1,8}){2,4})")
BELOW_ZERO = lazy_pattern(r"(?:-|零下)([0-9.]+)(℃|度|%|)[~至到-](?:-|零下)([0-9.]+)(℃|度|%)")
SUCCESSIVE = lazy_pattern(
    r"(.*?[年度]?)(第?[0-9一二三四五六七八九十]{1,2}(?:(?:、第?[0-9一二三四五六七八九十]{1,2})+|[至到~-]第?[1-4一二三四]))"
    r"(月|个?季度)(.*)"
)
SEPARATOR = lazy_pattern(r"[、至到~-]")
TURNED = {"number": "number2", "number2": "number", "number_base": "number2_base", "number2_base": "number_base"}
"""What becomes of the ends of a range when all is negative."""
PLACES = frozenset(["count", "people", "visits", "times"])
"""Dimensions of what stands beside other things."""
EXTENTS = frozenset(["area", "length"])
"""Dimensions of what things measure: 1栋3200平方米."""


def read_run(plain: str) -> Fields | None:
    """Read two bounds, or several amounts, that nothing joins."""
    return _bounds(plain) or _side_by_side(plain) or _below_zero(plain)


def _bounds(plain: str) -> Fields | None:
    """Read 95%≤X≤100% and 不低于80%不高于100% as the range they enclose."""
    around = AROUND.fullmatch(plain)
    if around:
        low, sign, name, high = around.groups()
        fields = quietly(read_core, f"{'≥' if sign == '≤' else '>'}{low}且{high}")
        return {**fields, "label": None if name in "Xx" else name} if fields else None
    bounds = BOUNDS.fullmatch(plain)
    return quietly(read_core, "且".join(part for part in bounds.groups() if part)) if bounds else None


def _side_by_side(plain: str) -> Fields | None:
    """Read 10个县50个村 as two amounts of different things.

    1村2名 and 3天2次 say how much falls to each, 5米3厘米 is one length: such are not split.
    """
    found = PIECES.fullmatch(plain)
    if not found:
        return None
    label, amounts = found.groups()
    texts = PIECE.findall(amounts)
    read = [quietly(read_core, text) or read_closed(text) for text in texts]
    if label:
        texts[0] = label + texts[0]
        read[0] = read_labelled(texts[0])
    parts = tuple(make_value(text, fields) for text, fields in zip(texts, read, strict=True) if fields)
    if len(parts) < len(texts) or any(part.kind != "count" for part in parts):
        return None
    *before, last = (unit(part.unit_base or "").dimension for part in parts)
    apart = PLACES.issuperset(before) and (last in PLACES or last in EXTENTS)
    for_each = last not in EXTENTS and any(part.number == 1 for part in parts[:-1])
    if not apart or for_each or len({(part.unit, part.label) for part in parts}) < len(parts):
        return None
    return {"kind": "multi", "parts": parts}


def _below_zero(plain: str) -> Fields | None:
    """Read -25℃~-18℃; the greater number is the lower end."""
    found = BELOW_ZERO.fullmatch(plain)
    if not found or found[2] not in ("", found[4]):
        return None
    fields = quietly(read_core, f"{found[3]}~{found[1]}{found[4]}")
    if fields is None or fields["comparator"] != "range":
        return None
    turned = {name: -fields[other] for name, other in TURNED.items()}
    return {**fields, **turned}


def read_successive(plain: str) -> Fields | None:
    """Read 第一、二季度 and 6、7月 as the period that the months or quarters make, where none is left out."""
    found = SUCCESSIVE.fullmatch(plain)
    if not found:
        return None
    year, listed, word, rest = found.groups()
    numbers = [_ordinal(text) for text in SEPARATOR.split(listed.replace("第", ""))]
    if "、" in listed and any(after - before != 1 for before, after in pairwise(numbers)):
        return None
    name = word.lstrip("个")
    return quietly(read_core, f"{year}{numbers[0]}{name}至{numbers[-1]}{name}{rest.removeprefix('份')}")


def _ordinal(text: str) -> int:
    return int(text) if text.isdigit() else int(chinese(text) or 0)
