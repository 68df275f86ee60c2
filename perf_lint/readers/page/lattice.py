"""Turn the rulings of a page into lattices: tables whose cells know their spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from perf_lint.readers.page.content import Ruling

SNAP = 3.0
"""Points: lines nearer than this are one line (double borders, a frame beside its shading)."""

MAX_LINES = 1500
"""A page with more joined lines than this is a drawing, not a form."""


Span = tuple[float, float]
"""From which height to which, in points."""


class Slot(NamedTuple):
    """A cell of a lattice: anchor from 0, and how far it spans."""

    row: int
    column: int
    row_span: int
    col_span: int


@dataclass(frozen=True, slots=True)
class Lattice:
    """A ruled table: its grid lines from left to right and top to bottom, and its cells in reading order."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slots: tuple[Slot, ...]
    owner: tuple[tuple[int, ...], ...]
    """Which slot holds each elementary square, by row and column."""
    open_left: tuple[Span, ...] = ()
    """Where no line closes the table on its left, from which height to which."""
    open_right: tuple[Span, ...] = ()

    def slot_at(self, x: float, y: float) -> int | None:
        """Give the index of the slot that holds a point, or None outside the table."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        if 0 <= column < len(self.xs) - 1 and 0 <= row < len(self.ys) - 1:
            return self.owner[row][column]
        return None

    def box(self, slot: Slot) -> tuple[float, float, float, float]:
        """Give left, top, right, bottom of a slot."""
        right, bottom = self.xs[slot.column + slot.col_span], self.ys[slot.row + slot.row_span]
        return (self.xs[slot.column], self.ys[slot.row], right, bottom)


def lattices(horizontals: Sequence[Ruling], verticals: Sequence[Ruling]) -> list[Lattice]:
    """Find the ruled tables of a page, from top to bottom; a lone frame or line is none."""
    across, down = joined(horizontals), joined(verticals)
    if len(across) + len(down) > MAX_LINES:
        return []
    found = [
        lattice
        for group_across, group_down in _touching(across, down)
        if (lattice := _lattice(group_across, group_down)) is not None
    ]
    return sorted(found, key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


def joined(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Join pieces of the same line: equal position within `SNAP`, extents that meet within `SNAP`."""
    rows: list[list[Ruling]] = []
    for ruling in sorted(rulings):
        if rows and ruling.at - rows[-1][0].at <= SNAP:
            rows[-1].append(ruling)
        else:
            rows.append([ruling])
    return [piece for row in rows for piece in _pieces(row)]


def _pieces(row: list[Ruling]) -> Iterable[Ruling]:
    at = sum(ruling.at for ruling in row) / len(row)
    row.sort(key=lambda ruling: ruling.start)
    start, end = row[0].start, row[0].end
    for ruling in row[1:]:
        if ruling.start > end + SNAP:
            yield Ruling(at, start, end)
            start, end = ruling.start, ruling.end
        end = max(end, ruling.end)
    yield Ruling(at, start, end)


def _touching(across: list[Ruling], down: list[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Group lines that meet, directly or through others."""
    parent = list(range(len(across) + len(down)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for i, h in enumerate(across):
        for j, v in enumerate(down, len(across)):
            if h.start - SNAP <= v.at <= h.end + SNAP and v.start - SNAP <= h.at <= v.end + SNAP:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for i, ruling in enumerate((*across, *down)):
        groups.setdefault(root(i), ([], []))[i >= len(across)].append(ruling)
    return list(groups.values())


def _lattice(across: list[Ruling], down: list[Ruling]) -> Lattice | None:
    if not across or not down:
        return None
    left, right = min(h.start for h in across), max(h.end for h in across)
    top, bottom = min(v.start for v in down), max(v.end for v in down)
    # A table whose outer lines are left out still ends where its inner lines end.
    xs = _positions([*(v.at for v in down), left, right])
    ys = _positions([*(h.at for h in across), top, bottom])
    if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2):
        return None
    walls = _covered(xs, ys, down)
    floors = _covered(ys, xs, across)
    squares = _Squares(walls, floors, [[-1] * (len(xs) - 1) for _ in ys[1:]])
    slots = _slots(squares)
    return Lattice(
        tuple(xs), tuple(ys), slots, tuple(map(tuple, squares.owner)), _open(walls[0], ys), _open(walls[-1], ys)
    )


def _open(side: list[bool], ys: list[float]) -> tuple[Span, ...]:
    """Give the heights at which a side has no line, rows above each other as one."""
    if all(side):
        return ()
    found: list[Span] = []
    for closed, top, bottom in zip(side, ys, ys[1:], strict=False):
        if not closed:
            joins = bool(found) and found[-1][1] == top
            found.append((found.pop()[0] if joins else top, bottom))
    return tuple(found)


def _positions(values: Iterable[float]) -> list[float]:
    """Sort positions, those nearer than `SNAP` taken as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > SNAP:
            found.append(value)
    return found


def _covered(at: list[float], along: list[float], lines: list[Ruling]) -> list[list[bool]]:
    """Say for each grid line and each step along it whether it is drawn there."""
    drawn = [[False] * (len(along) - 1) for _ in at]
    middles = [(a + b) / 2 for a, b in pairwise(along)]
    for line in lines:
        index = min(range(len(at)), key=lambda i: abs(at[i] - line.at))
        for step, middle in enumerate(middles):
            if line.start <= middle <= line.end:
                drawn[index][step] = True
    return drawn


@dataclass(slots=True)
class _Squares:
    """Elementary squares of a lattice, being joined into rectangles."""

    walls: list[list[bool]]
    """By vertical grid line and row: whether the line is drawn there."""
    floors: list[list[bool]]
    """By horizontal grid line and column."""
    owner: list[list[int]]

    def width(self, row: int, column: int) -> int:
        """Say how far a free square reaches to the right."""
        taken, end = self.owner[row], column + 1
        while end < len(taken) and not self.walls[end][row] and taken[end] < 0:
            end += 1
        return end - column

    def grows(self, row: int, column: int, width: int) -> bool:
        """Say whether a rectangle can grow down into `row`: no line above it, none within it, none taken."""
        steps = range(column, column + width)
        return (
            not any(self.floors[row][step] for step in steps)
            and not any(self.walls[step][row] for step in steps[1:])
            and all(self.owner[row][step] < 0 for step in steps)
        )


def _slots(squares: _Squares) -> tuple[Slot, ...]:
    """Join elementary squares with no line between them into rectangles, in reading order."""
    slots: list[Slot] = []
    owner = squares.owner
    for row, taken in enumerate(owner):
        for column in range(len(taken)):
            if taken[column] >= 0:
                continue
            width, end = squares.width(row, column), row + 1
            while end < len(owner) and squares.grows(end, column, width):
                end += 1
            for held in owner[row:end]:
                held[column : column + width] = [len(slots)] * width
            slots.append(Slot(row, column, end - row, width))
    return tuple(slots)
