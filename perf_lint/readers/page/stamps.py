"""Leave out what stands upright in a round stamp: the top of its arc, and the date or code in its middle."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

from perf_lint.readers.page.content import Glyph, Slanted

ARC, NEAR = 4, 3.0
"""Glyphs of an arc that stand upright, and how many widths from the slanted one before them they begin."""

ROUND = 0.1
"""Of its radius: how far the glyphs of an arc lie off their circle."""

INSIDE = 24
"""Characters in the middle of a stamp."""


def without_stamps(glyphs: list[Glyph], slanted: Sequence[Slanted]) -> list[Glyph]:
    """Leave out the upright glyphs between slanted ones and near them, and those drawn next, within their circle."""
    circle = _circle(slanted)
    dropped: set[int] = set()
    for one, other in pairwise(slanted):
        between = range(one.before, other.before)
        inside = circle is not None and len(_within(glyphs, between, circle)) == len(between)
        if inside or _is_top(glyphs[one.before : other.before], one):
            dropped |= set(between)
    if circle is not None:
        dropped |= set(_within(glyphs, range(slanted[-1].before, len(glyphs)), circle))
        dropped |= set(_within(glyphs, range(slanted[0].before - 1, -1, -1), circle))
    return [glyph for number, glyph in enumerate(glyphs) if number not in dropped]


def _is_top(upright: Sequence[Glyph], before: Slanted) -> bool:
    """Say whether the glyphs between two slanted ones are few and begin near the first: the top of an arc."""
    if not 0 < len(upright) <= ARC:
        return False
    first = upright[0]
    return math.dist((first.x, first.y), (before.x, before.y)) < NEAR * (first.right - first.left)


def _within(glyphs: Sequence[Glyph], numbers: Iterable[int], circle: tuple[float, float, float]) -> list[int]:
    """Give the glyphs, one after the other, that stand in a circle; none where they are more than a stamp has."""
    x, y, radius = circle
    found: list[int] = []
    for number in numbers:
        if math.dist(glyphs[number].middle, (x, y)) > radius:
            break
        found.append(number)
    return found if len(found) <= INSIDE else []


def _circle(slanted: Sequence[Slanted]) -> tuple[float, float, float] | None:
    """Give middle and radius of the circle on which all slanted glyphs stand; None where they stand on lines."""
    points = [(one.x, one.y) for one in slanted]
    (ax, ay), (bx, by), (cx, cy) = points[0], points[len(points) // 2], points[-1]
    twice = 2 * (ax * (by - cy) + bx * (cy - ay) + cx * (ay - by))
    if len(points) <= ARC or abs(twice) < 1:
        return None
    a, b, c = ax * ax + ay * ay, bx * bx + by * by, cx * cx + cy * cy
    x = (a * (by - cy) + b * (cy - ay) + c * (ay - by)) / twice
    y = (a * (cx - bx) + b * (ax - cx) + c * (bx - ax)) / twice
    radius = math.dist((x, y), points[0])
    spread = max(math.dist(point, other) for point in points[:1] for other in points)
    is_round = all(abs(math.dist((x, y), point) - radius) <= ROUND * radius for point in points)
    return (x, y, radius) if is_round and spread > radius else None
