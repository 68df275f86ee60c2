"""Decide once for all rows of one shape which cell stands in which column.

The shape of a row is where its cells stand and, of each text, all that the decision asks. Most rows of all forms share
a few dozen shapes, so the decision itself (see `slots`) is made for each of these only.
"""

from __future__ import annotations

from functools import lru_cache

from perf_lint.layout.columns import Columns
from perf_lint.layout.distribution import distribute
from perf_lint.layout.kinds import KINDS, LEVEL, Memo
from perf_lint.layout.levels import read_fragment, read_level
from perf_lint.layout.rows import Row
from perf_lint.layout.slots import NAME_LEADERS, Slots, is_figure, is_measured, is_signed, looks_like_value

MOST_SHAPES = 2048
"""Kept of one heading."""
MOST_HEADINGS = 64
"""Heading rows of which it is kept how the rows below them stand: a run has a few templates."""
VALUE = 32
"""The bit of what looks like a target."""

SPECIAL = frozenset(("aside", "block", "group", "unknown"))
"""Columns whose cells become no field."""
_TWOFOLD = frozenset(("direction", "name_value", "third"))
"""Columns that may turn out to be something else."""
Shape = tuple[int, ...]
"""Whether columns can be trusted; then the column of each cell and what its text looks like."""
Plan = tuple[tuple[str, ...], bool]
"""The column of each cell, in order, and whether they make an indicator as they stand (see `Slots.whole`).

Without columns, the row needs a closer look.
"""
Plans = dict[Shape, Plan]


def _look(text: str) -> int:
    """Give what the decision asks of a text, one bit each."""
    level = read_level(text) if KINDS[text] & LEVEL else None
    if level is None:
        named = 1 if read_fragment(text) else 0
    else:
        named = 2 | (4 if level.first else 0) | (8 if level.second else 0)
    named |= 16 if text.endswith("指标") else 0
    if looks_like_value(text):
        named |= VALUE | (512 if is_measured(text) else 0)
    return named | (64 if is_signed(text) else 0) | (128 if is_figure(text) else 0) | (256 if _is_led(text) else 0)


def _is_led(text: str) -> bool:
    """Say whether something stands in front of a name, or in its place: a number, a mark, dots."""
    return text[0].isnumeric() or text[0] in NAME_LEADERS


LOOKS = Memo(_look)


@lru_cache(MOST_HEADINGS)
def plans(columns: Columns) -> tuple[Plans, frozenset[str]]:
    """Give what has been decided below these headings, in any form, and their roles; the mapping is added to."""
    return {}, frozenset([column.role for column in columns.items])


def assign(row: Row, columns: Columns, known: Plans) -> Slots:
    """Distribute the cells of a row as `distribute` does; what it decided of a plain shape is in `known`."""
    looks: list[int] = [row.aligned]
    for cell in row.cells:
        looks.append(cell.column)
        looks.append(LOOKS[cell.text])
    shape = tuple(looks)
    plan = known.get(shape)
    if plan and plan[0]:
        fields = dict(zip(plan[0], row.cells))  # noqa: B905  # as many as there were when it was decided
        slots = Slots((fields.pop("level1", None), fields.pop("level2", None)), True, fields)
        slots.whole = plan[1]
        return slots
    slots = distribute(row, columns)
    if plan is None:
        if len(known) >= MOST_SHAPES:
            known.clear()
        known[shape] = _plan(row, columns, slots)
    return slots


def _plan(row: Row, columns: Columns, slots: Slots) -> Plan:
    """Say for all rows of this shape what was decided, if every cell stands in a column of its own."""
    found = [columns.at(cell) for cell in row.cells]
    roles = tuple([column.role for column in found if column])
    if not slots.in_columns or slots.extra or not SPECIAL.isdisjoint(roles) or len(set(roles)) < len(row.cells):
        return (), False
    name = slots.fields.get("name")
    whole = name is not None and "value" in roles and _TWOFOLD.isdisjoint(roles) and not _is_led(name.text)
    return roles, whole
