"""Make the indicators of a form, and what tells their places, of the drafts of its sets."""

from __future__ import annotations

from functools import lru_cache

from perf_lint.layout.form import FormReader
from perf_lint.layout.indicator_draft import IndicatorDraft
from perf_lint.layout.joined import join_value
from perf_lint.layout.levels import level_names
from perf_lint.layout.places import ItemSpots
from perf_lint.layout.standing import Standings, Under, resolve
from perf_lint.model.form import Indicator

_OPTIONAL = (
    "description",
    "basis",
    "sign",
    "unit",
    "weight",
    "direction",
    "actual",
    "score",
    "reason",
    "long_term_value",
)
"""What a form may print, in the order of the fields of `Indicator` behind `value`."""
_PRINTED = frozenset(_OPTIONAL)
_NOTHING: tuple[str | None, ...] = (None,) * len(_OPTIONAL)
new_indicator = tuple.__new__
"""Makes an `Indicator` of all its fields in half the time."""
Levels = tuple[str | None, str | None, str, str]
"""一级 and 二级 name, and both as written."""


def indicators_of(reader: FormReader, *, long_term: bool) -> tuple[tuple[Indicator, ...], list[ItemSpots]]:
    """Make all indicators of the year, or those of the 实施期, with what tells the place of each."""
    used: dict[str, str] = {}
    made: list[Indicator] = []
    places: list[ItemSpots] = []
    for one in reader.sets:
        if one.columns.long_term != long_term or not one.items:
            continue
        printed = [role if role in one.roles else "" for role in _OPTIONAL] if one.roles & _PRINTED else []
        above = None
        for item in one.items:
            if item.under is not above:
                above = item.under
                levels, mark = _levels(above, used)
                head = (*levels, mark, None)
            cells = item.cells
            if item.is_plain and not printed:  # a name and a target, in a form without any other column
                fields = (*head, cells["name"].text, cells["value"].text, *_NOTHING)
            else:
                fields = (*levels, mark or item.mark, *_own(item, printed))
            made.append(new_indicator(Indicator, fields))
            places.append((item.origin, cells, above))
    return tuple(made), places


def _own(item: IndicatorDraft, printed: list[str]) -> tuple[str | None, ...]:
    """Give all that an indicator says but its levels and mark."""
    texts = item.texts
    value = join_value(texts) if "sign" in texts or "unit" in texts else texts.get("value", "")
    optional = _printed(texts, printed) if printed or "description" in texts else _NOTHING
    return (item.label, texts["name"], value, *optional)


def _printed(texts: dict[str, str], printed: list[str]) -> tuple[str | None, ...]:
    """Give the fields `_OPTIONAL`; `printed` names those that the form prints, and is empty where it prints none."""
    found = tuple([texts.get(role, "") if role else None for role in printed]) or _NOTHING
    return (texts["description"], *found[1:]) if "description" in texts else found


def _levels(under: Under, used: dict[str, str]) -> tuple[Levels, str | None]:
    """Give levels and mark of all items that stand below these cells; `used` is added to."""
    first, second = under.first, under.second
    if first and first.level.first:
        used.setdefault(level_names().group(first.level.first) or "", first.level.first)
    one, two = first.level if first else None, second.level if second else None
    told = Standings(one, two, under.here, first is second)
    return _told(told, tuple(used.items()))


@lru_cache(4096)
def _told(told: Standings, used: tuple[tuple[str, str], ...]) -> tuple[Levels, str | None]:
    """Do the same for all forms; level cells and what a form names before them differ little among them."""
    level1, level2 = resolve(told, dict(used))
    first, second = told.first, told.second
    if first and not (told.here or first.first == level1 or first.first is None):
        first = None
    mark = (second and second.mark) or (first and first.mark) or None
    return (level1, level2, first.text if first else "", second.text if second else ""), mark
