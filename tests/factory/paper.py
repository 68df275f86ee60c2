"""Write a drawing as a ruled PDF by hand: wrapped text, page breaks, rulings in the ways producers draw them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import NamedTuple

from tests.factory.drawing import Drawing, Drawn

FONT, SIZE, LEADING, PAD = "STSong-Light", 9, 12, 4
MARGIN, WIDTH, HEIGHT = 60, 595, 842


class Style(NamedTuple):
    """How the file draws: `lines`, `rects` (thin filled ones), `frames` (a stroked box a cell), `cells` (open path)."""

    rulings: str = "lines"
    rotate: int = 0
    """The page's /Rotate; what is drawn is turned so that it shows upright."""
    sideways: bool = False
    """Draw everything turned by a quarter without telling the page."""
    page_numbers: bool = True
    height: int = HEIGHT


PLAIN = Style()


def to_pdf(drawing: Drawing, style: Style = PLAIN) -> bytes:
    """Write one or more pages; a cell merged over a page break is ruled on both pages, its text on the first."""
    return to_pdfs([drawing], style)


def to_pdfs(drawings: Iterable[Drawing], style: Style = PLAIN) -> bytes:
    """Write several forms behind each other, each from a new page on."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    # Where a rotation is set, the canvas itself swaps the sides of the page.
    canvas = Canvas(out, pagesize=(style.height, WIDTH) if style.sideways else (WIDTH, style.height), invariant=1)
    for number, (drawing, page) in enumerate(((each, page) for each in drawings for page in _pages(each, style)), 1):
        _turn(canvas, style)
        canvas.setFont(FONT, SIZE)
        page.draw(canvas, drawing, style)
        if style.page_numbers:
            canvas.drawCentredString(WIDTH / 2, 30, f"- {number} -")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _turn(canvas, style: Style) -> None:
    canvas.setPageRotation(style.rotate)
    if style.sideways or style.rotate == 270:
        canvas.translate(0, WIDTH)
        canvas.rotate(-90)
    elif style.rotate == 90:
        canvas.translate(style.height, 0)
        canvas.rotate(90)
    elif style.rotate == 180:
        canvas.translate(WIDTH, style.height)
        canvas.rotate(180)


class _Page(NamedTuple):
    first: int
    last: int
    tops: tuple[float, ...]
    """Distance of each row's upper edge from the page's foot, and the last row's lower edge."""
    heading: tuple[str, ...]

    def draw(self, canvas, drawing: Drawing, style: Style) -> None:
        y = style.height - MARGIN
        for line in self.heading:
            canvas.drawCentredString(WIDTH / 2, y, line)
            y -= 20
        for cell in drawing.cells:
            start, end = max(cell.row, self.first), min(cell.row + cell.row_span, self.last)
            if start < end:
                top, bottom = self.tops[start - self.first], self.tops[end - self.first]
                left, right = _edge(drawing, cell.column), _edge(drawing, cell.column + cell.col_span)
                _rule(canvas, (left, bottom, right, top), style.rulings)
                if start == cell.row:
                    _write(canvas, cell, drawing, top)


def _pages(drawing: Drawing, style: Style) -> list[_Page]:
    heights = [
        max(2 * LEADING + 2 * PAD, *(_height(cell, drawing) for cell in row if cell.row_span == 1))
        for row in _rows(drawing)
    ]
    pages, first, heading = [], 0, drawing.heading
    top = style.height - MARGIN - 20 * len(heading)
    tops = [float(top)]
    for row, height in enumerate(heights):
        if tops[-1] - height < MARGIN:
            pages.append(_Page(first, row, tuple(tops), heading))
            first, heading, tops = row, (), [float(style.height - MARGIN)]
        tops.append(tops[-1] - height)
    return [*pages, _Page(first, drawing.rows, tuple(tops), heading)]


def _rows(drawing: Drawing) -> list[list[Drawn]]:
    return [[*row, Drawn(0, 0, 1, 1, "")] for row in drawing.by_row()]


def _edge(drawing: Drawing, column: int) -> float:
    widths = [46, 60, 90, *[(WIDTH - 2 * MARGIN - 196) / (drawing.columns - 3)] * (drawing.columns - 3)]
    return MARGIN + sum(widths[:column])


def _wrapped(cell: Drawn, drawing: Drawing) -> list[str]:
    room = _edge(drawing, cell.column + cell.col_span) - _edge(drawing, cell.column) - 2 * PAD
    return wrapped(cell.text, room)


def wrapped(text: str, room: float) -> list[str]:
    """Break a text into lines that are at most `room` points wide."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    lines = [""]
    for char in text:
        if char == "\n":
            lines.append("")
        elif stringWidth(lines[-1] + char, FONT, SIZE) > room:
            lines.append(char)
        else:
            lines[-1] += char
    return lines


def _height(cell: Drawn, drawing: Drawing) -> float:
    return len(_wrapped(cell, drawing)) * LEADING + 2 * PAD


def _write(canvas, cell: Drawn, drawing: Drawing, top: float) -> None:
    y = top - PAD - SIZE
    for line in _wrapped(cell, drawing):
        canvas.drawString(_edge(drawing, cell.column) + PAD, y, line)
        y -= LEADING


def _rule(canvas, box: tuple[float, float, float, float], how: str) -> None:
    left, bottom, right, top = box
    if how == "frames":
        canvas.rect(left, bottom, right - left, top - bottom, stroke=1, fill=0)
        return
    edges = (
        (left, bottom, right, bottom),
        (left, top, right, top),
        (left, bottom, left, top),
        (right, bottom, right, top),
    )
    if how == "path":
        path = canvas.beginPath()
        for x0, y0, x1, y1 in edges:
            path.moveTo(x0, y0)
            path.lineTo(x1, y1)
        canvas.drawPath(path, stroke=1, fill=0)
        return
    for x0, y0, x1, y1 in edges:
        if how == "rects":
            canvas.rect(x0 - 0.25, y0 - 0.25, x1 - x0 + 0.5, y1 - y0 + 0.5, stroke=0, fill=1)
        else:
            canvas.line(x0, y0, x1, y1)
