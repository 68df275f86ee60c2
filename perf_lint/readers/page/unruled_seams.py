"""Tell from two pages without lines whether one holds the columns to the right of the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from statistics import median_low

from perf_lint.readers.page.seams import HEIGHTS, ROWS, SAME, Seam, runs_alike
from perf_lint.readers.page.tables import PageTables, Part, Row

BETWEEN = 24.0
"""Points between the columns of two pages where nothing tells how far they stood apart."""

SHORT = 30
"""Characters: no line of a list's narrow column is longer, as lines of plain text are."""

MANY = 10
"""Common rows among which fewer different heights are enough."""

LONG = 4
"""Characters: a text this long does not stand on two pages at one height by chance."""


def unruled_seam(left: PageTables, right: PageTables) -> Seam | None:
    """Compare two pages without tables; the seam is proven by a text that runs from the left page onto the right."""
    if left.ruled or right.ruled or not left.rows or not right.rows:
        return None
    start = min((part.left for row in right.rows for part in row.parts if part.left >= 0), default=0.0)
    shift = _shift(left, right)
    if shift is not None:
        return Seam(True, start + shift, start)
    return Seam(False, left.width + BETWEEN, start) if _rows_alike(left, right) else None


def _shift(left: PageTables, right: PageTables) -> float | None:
    """Say how far the right page must be moved for a text that runs from the left one onto it to stand once.

    It begins off the right page, or stands off the left one where the spreadsheet printed it whole on both.
    """
    off_right = [(row, part) for row in right.rows for part in row.parts if part.left < -1]
    off_left = [(row, part) for row in left.rows for part in row.parts if part.left > left.width]
    offsets = [_offset(twin, part) for row, part in off_right for twin in _at(left, row)]
    offsets += [_offset(part, twin) for row, part in off_left for twin in _at(right, row)]
    return next((offset for offset in offsets if offset is not None), None)


def _offset(one: Part, other: Part) -> float | None:
    """Say how far apart two texts stand of which one is the other's beginning or end."""
    if min(len(one.text), len(other.text)) < LONG:
        return None
    if one.text.startswith(other.text) or other.text.startswith(one.text):
        return one.left - other.left
    if one.text.endswith(other.text) or other.text.endswith(one.text):
        return one.right - other.right
    return None


def _at(page: PageTables, row: Row) -> list[Part]:
    return [part for one in page.rows if abs(one.bottom - row.bottom) <= SAME for part in one.parts]


def _rows_alike(left: PageTables, right: PageTables) -> bool:
    """Say whether the right page has rows at heights that the left one has too, uneven ones or of other columns."""
    rows = [row for row in right.rows if not runs_alike(row, left)]
    lines = sorted(row.bottom for row in left.rows)
    common = [row for row in rows if _has(lines, row.bottom)]
    if len(common) < ROWS or 4 * len(common) < 3 * len(rows):
        return False
    if 2 * sum(len(row.parts) > 1 for row in left.rows) < len(left.rows) or _template(left, common):
        return False
    gaps = {round(b.bottom - a.bottom) for a, b in pairwise(common)}
    uneven = len(gaps) >= (HEIGHTS if len(common) < MANY else HEIGHTS - 1)
    return uneven or (len(common) == len(rows) and _has_other_columns(left.rows, rows))


def _has_other_columns(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Say whether two lists of even rows have different numbers of columns, and the right one but short texts."""
    columns, others = (median_low(len(row.parts) for row in rows) for rows in (left, right))
    return columns != others and max(len(part.text) for row in right for part in row.parts) <= SHORT


def _template(left: PageTables, rows: list[Row]) -> bool:
    """Say whether two texts stand at the same places of both pages, as the labels of one template do."""
    equal = (
        twin.text == part.text and abs(twin.left - part.left) <= 2 * SAME
        for row in rows
        for part in row.parts
        for twin in _at(left, row)
    )
    return sum(equal) > 1


def _has(lines: list[float], y: float) -> bool:
    at = bisect_left(lines, y - SAME)
    return at < len(lines) and lines[at] <= y + SAME
