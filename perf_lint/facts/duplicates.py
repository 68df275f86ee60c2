"""Find the indicators that stand twice in one form."""

from __future__ import annotations

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import NAMELESS, IndicatorFacts
from perf_lint.facts.marks import mark
from perf_lint.facts.vocabulary import declare, fact
from perf_lint.text.keys import bare_name_key, name_key


class Pair:
    """A row and the earlier row that it repeats."""

    TYPE = "Pair"
    __slots__ = ("__dict__", "earlier", "path", "row", "same_value")

    def __init__(self, row: IndicatorFacts, earlier: IndicatorFacts) -> None:
        self.path = row.path
        self.row = row
        self.earlier = earlier
        self.same_value = name_key(row.value_text) == name_key(earlier.value_text)


declare(
    "Pair",
    {
        "path": ("string", "字段路径"),
        "row": ("Indicator", "后一行"),
        "earlier": ("Indicator", "前一行"),
        "same_value": ("bool", "指标值是否相同"),
    },
)


@fact(FormFacts, "list(Indicator)", "有内容的指标")
def filled(form: FormFacts) -> tuple[IndicatorFacts, ...]:
    """Give the rows that have a name and do not say 无."""
    nameless = form.asked(NAMELESS)
    return (
        tuple(row for row in form.indicators if row not in nameless or row.is_filled) if nameless else form.indicators
    )


TIMES = frozenset(("date", "deadline", "period", "duration", "frequency", "mixed"))
SIDES = {"数量指标": frozenset(("count",)), "时效指标": TIMES, "成本指标": frozenset(("money", "rate"))}
"""Kinds of targets that say how much of a thing is done, when, and for what money."""


def _other_sides(row: IndicatorFacts, earlier: IndicatorFacts) -> bool:
    """Tell whether two rows say of one thing how much, when or for what money: 送戏下乡 96场, 4—11月, 24万元."""
    if row.level2 == earlier.level2:
        return False
    return all(one.value.kind in SIDES.get(one.level2 or "", ()) for one in (row, earlier))


LETTERED = mark(name=lambda row: name_key(row.name) != bare_name_key(row.name), odd=True)


@fact(FormFacts, "list(Pair)", "重复的指标")
def repeated(form: FormFacts) -> tuple[Pair, ...]:
    """Give each row whose name stands in an earlier row; a stray letter in one of the two hides nothing.

    Two rows whose names differ by a letter on both sides (A区, B区) are two things.
    """
    if not form.asked(LETTERED) and len(form.name_keys) == len(form.model.indicators):
        return ()
    by_key: dict[str, IndicatorFacts] = {}
    bare: dict[str, IndicatorFacts] = {}
    pairs: list[Pair] = []
    for row in filled(form):
        key = name_key(row.name)
        short = bare_name_key(row.name)
        earlier = by_key.get(key) or by_key.get(short) or (bare.get(key) if key == short else None)
        if key and earlier is not None and not _other_sides(row, earlier):
            pairs.append(Pair(row, earlier))
        by_key.setdefault(key, row)
        bare.setdefault(short, row)
    return tuple(pairs)
