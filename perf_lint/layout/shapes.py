"""Decide once for all rows of one shape which cell stands in which column.

The shape of a row is where its cells stand and, of each text, all that the decision asks. Most rows of all forms share
a few dozen shapes, so the decision itself (see `slots`) is made for each of these only.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter

from perf_lint.layout.columns import Columns
from perf_lint.layout.kinds import Memo, text_of
from perf_lint.layout.levels import read_fragment, read_level
from perf_lint.layout.rows import Row
from perf_lint.layout.slots import Slots, distribute, is_figure, is_signed, looks_like_value
from perf_lint.model.document import Cell

MOST_SHAPES = 2048
"""Kept of one heading."""
MOST_HEADINGS = 64

SPECIAL = frozenset(("aside", "block", "unknown"))
"""Columns whose cells become no field."""
Shape = tuple[bool, tuple[int, ...], tuple[int, ...]]
Roles = tuple[str, ...]
"""The column of each cell, in order; empty where the row needs a closer look."""
Plans = dict[Shape, Roles]

_column_of = itemgetter(Cell._fields.index("column"))


def _look(text: str) -> int:
    """Give what the decision asks of a text, one bit each."""
    level = read_level(text)
    if level is None:
        named = 1 if read_fragment(text) else 0
    else:
        named = 2 | (4 if level.first else 0) | (8 if level.second else 0)
    named |= (16 if text.endswith("指标") else 0) | (32 if looks_like_value(text) else 0)
    return named | (64 if is_signed(text) else 0) | (128 if is_figure(text) else 0)


_look_at = Memo(_look).__getitem__


def shape_of(row: Row) -> Shape:
    """Give all of a row that its distribution by columns depends on."""
    cells = row.cells
    return row.aligned, tuple(map(_column_of, cells)), tuple(map(_look_at, map(text_of, cells)))


@lru_cache(MOST_HEADINGS)
def plans(columns: Columns) -> Plans:  # noqa: ARG001  # asked again with the same, it gives the same mapping
    """Give what has been decided below these headings, in any form."""
    return {}


def assign(row: Row, columns: Columns, known: Plans) -> Slots:
    """Distribute the cells of a row as `distribute` does; what it decided of a plain shape is in `known`."""
    shape = shape_of(row)
    roles = known.get(shape)
    if roles:
        fields = dict(zip(roles, row.cells, strict=True))
        return Slots((fields.pop("level1", None), fields.pop("level2", None)), True, fields)
    slots = distribute(row, columns)
    if roles is None:
        if len(known) >= MOST_SHAPES:
            known.clear()
        known[shape] = _plain_roles(row, columns, slots)
    return slots


def _plain_roles(row: Row, columns: Columns, slots: Slots) -> Roles:
    """Give the columns of a row whose cells all stand in one of their own; empty if they do not."""
    found = [columns.at(cell) for cell in row.cells]
    roles = tuple([column.role for column in found if column])
    plain = slots.in_columns and not slots.extra and SPECIAL.isdisjoint(roles)
    return roles if plain and len(set(roles)) == len(row.cells) else ()
