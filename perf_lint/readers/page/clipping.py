"""Find texts that the file holds but no page shows: spreadsheets cut them off at a page break."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from typing import Any

Corners = tuple[float, float, float, float]
"""Left, bottom, right, top in the file's coordinates."""

MAX_SEGMENTS = 64
"""A clip of more pieces is no rectangle and is not looked at."""


def cut_off(items: Iterable[tuple[Any, Corners]]) -> Iterator[Corners]:
    """Give the boxes of those objects whose middle lies outside their own clip."""
    for item, box in items:
        clip = _clip(item)
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        if clip is not None and not (clip[0] <= x <= clip[2] and clip[1] <= y <= clip[3]):
            yield box


def _clip(item: Any) -> Corners | None:
    """Give the rectangle to which an object is cut, the whole of all its clips."""
    import pypdfium2.raw as pdfium

    path = pdfium.FPDFPageObj_GetClipPath(item)
    count = pdfium.FPDFClipPath_CountPaths(path) if path else 0
    found: Corners | None = None
    for number in range(max(count, 0)):
        box = _bounds(path, number)
        if box is not None:
            found = box if found is None else _common(found, box)
    return found


def _bounds(path: Any, number: int) -> Corners | None:
    import pypdfium2.raw as pdfium

    x, y = ctypes.c_float(), ctypes.c_float()
    count = pdfium.FPDFClipPath_CountPathSegments(path, number)
    if not 0 < count <= MAX_SEGMENTS:
        return None
    points = []
    for at in range(count):
        segment = pdfium.FPDFClipPath_GetPathSegment(path, number, at)
        if segment and pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            points.append((x.value, y.value))
    if not points:
        return None
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _common(one: Corners, other: Corners) -> Corners:
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))
