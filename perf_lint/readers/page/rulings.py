"""Find the straight lines that a PDF page draws: strokes, frames and thin filled rectangles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from perf_lint.readers.page.clipping import cut_off
from perf_lint.readers.page.content import Box, Ruling

THIN = 3.0
"""Points: what is no thicker than this is a line, not an area."""

MAX_DEPTH = 6
"""How deep drawings nested in drawings are followed."""

MAX_SEGMENTS = 20_000
"""How much of one path is looked at; a drawing that large is no table."""

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Upright = Callable[[float, float, float, float], Box]
"""Turns left, bottom, right and top of a box in the file's coordinates upright."""


@dataclass(slots=True)
class Rulings:
    """The lines of a page in upright coordinates."""

    horizontals: list[Ruling] = field(default_factory=list)
    verticals: list[Ruling] = field(default_factory=list)
    largest_picture: float = 0.0
    """Area of the largest picture, in square points."""
    dense: bool = False
    cut_off: list[Box] = field(default_factory=list)
    """Upright boxes of texts above or below all lines that the page does not show."""

    def add(self, box: Box) -> None:
        """Take an upright box as a line where it is thin one way and long the other."""
        left, top, right, bottom = box
        width, height = right - left, bottom - top
        if height <= THIN and width > height:
            self.horizontals.append(Ruling((top + bottom) / 2, left, right))
        elif width <= THIN and height > width:
            self.verticals.append(Ruling((left + right) / 2, top, bottom))


def page_rulings(page: Any, upright: Upright, max_objects: int) -> Rulings:
    """Collect the lines of an open pdfium page; a page of more than `max_objects` objects gives none."""
    import pypdfium2.raw as pdfium

    found = Rulings()
    texts: list[tuple[Any, Box]] = []
    count = pdfium.FPDFPage_CountObjects(page)
    left = max_objects
    stack: list[tuple[Iterator[Any], Matrix]] = [((pdfium.FPDFPage_GetObject(page, i) for i in range(count)), IDENTITY)]
    while stack:
        objects, matrix = stack[-1]
        item = next(objects, None)
        if item is None:
            stack.pop()
            continue
        left -= 1
        if left < 0:
            return Rulings(largest_picture=found.largest_picture, dense=True)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _take_path(item, matrix, upright, found)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT and matrix is IDENTITY:
            if (box := _bounds(item, matrix)) is not None:
                texts.append((item, box))
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            _take_picture(item, matrix, upright, found)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and len(stack) <= MAX_DEPTH:
            stack.append((_children(item), _times(_matrix(item), matrix)))
    found.cut_off = list(_cut_off(texts, upright, found.horizontals))
    return found


def _cut_off(texts: list[tuple[Any, Box]], upright: Upright, lines: list[Ruling]) -> Iterator[Box]:
    """Give the boxes of unseen texts; only those above and below the tables are asked, for the asking takes time."""
    if not lines:
        return
    top, bottom = min(line.at for line in lines), max(line.at for line in lines)
    outside = [
        (item, box) for item, box in texts if (shown := upright(*box))[3] <= top + THIN or shown[1] >= bottom - THIN
    ]
    for box in cut_off(outside):
        yield upright(*box)


def _children(form: Any) -> Iterator[Any]:
    import pypdfium2.raw as pdfium

    return (pdfium.FPDFFormObj_GetObject(form, i) for i in range(pdfium.FPDFFormObj_CountObjects(form)))


def _take_picture(item: Any, matrix: Matrix, upright: Upright, found: Rulings) -> None:
    """Measure a picture; some producers draw borders as pictures one pixel high."""
    box = _bounds(item, matrix)
    if box is None:
        return
    found.largest_picture = max(found.largest_picture, (box[2] - box[0]) * (box[3] - box[1]))
    found.add(upright(*box))


def _take_path(item: Any, matrix: Matrix, upright: Upright, found: Rulings) -> None:
    box = _bounds(item, matrix)
    if box is None:
        return
    if min(box[2] - box[0], box[3] - box[1]) <= THIN:
        found.add(upright(*box))
        return
    stroked = _strokes(item)
    whole = _times(_matrix(item), matrix)
    for points in _subpaths(item, whole):
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        around = (min(xs), min(ys), max(xs), max(ys))
        if min(around[2] - around[0], around[3] - around[1]) <= THIN:
            found.add(upright(*around))
        elif stroked:
            for (x0, y0), (x1, y1) in pairwise(points):
                found.add(upright(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _strokes(item: Any) -> bool:
    import ctypes

    import pypdfium2.raw as pdfium

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(item, fill, stroke) and stroke.value)


def _subpaths(item: Any, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """Give each subpath as its corner points; a curve ends the subpath, for it is no ruling."""
    import ctypes

    import pypdfium2.raw as pdfium

    a, b, c, d, e, f = matrix
    px, py = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for number in range(min(pdfium.FPDFPath_CountSegments(item), MAX_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, number)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if not pdfium.FPDFPathSegment_GetPoint(segment, px, py):
            continue
        x, y = px.value, py.value
        point = (a * x + c * y + e, b * x + d * y + f)
        if kind != pdfium.FPDF_SEGMENT_LINETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(point)
        if points and pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _bounds(item: Any, matrix: Matrix) -> Box | None:
    """Give left, bottom, right, top of an object in page coordinates."""
    import ctypes

    import pypdfium2.raw as pdfium

    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    corners = (left.value, bottom.value, right.value, top.value)
    if matrix is IDENTITY:
        return corners
    a, b, c, d, e, f = matrix
    xs = [a * x + c * y + e for x in corners[::2] for y in corners[1::2]]
    ys = [b * x + d * y + f for x in corners[::2] for y in corners[1::2]]
    return (min(xs), min(ys), max(xs), max(ys))


def _matrix(item: Any) -> Matrix:
    import pypdfium2.raw as pdfium

    m = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, m):
        return IDENTITY
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _times(first: Matrix, then: Matrix) -> Matrix:
    """Give the matrix that applies `first` and then `then`."""
    if then is IDENTITY:
        return first
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)
