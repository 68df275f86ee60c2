"""Print a drawing that is wider than the paper, as spreadsheets do: in strips, on pages side by side."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from tests.factory.drawing import Drawing, Drawn
from tests.factory.paper import FONT, HEIGHT, LEADING, MARGIN, PAD, SIZE, WIDTH, wrapped

WIDTHS = (90, 70, 90, 150, 130, 150, 90, 90, 90, 90)


class Print(NamedTuple):
    """How a sheet goes to paper: `cuts` and `breaks` are the columns and rows before which a new page begins."""

    cuts: tuple[int, ...] = (3,)
    breaks: tuple[int, ...] = ()
    across: bool = False
    ruled: bool = True
    height: float | None = None
    """The height of every row; by content where it is not given."""
    repeated: int = 0
    """Columns at the left that every strip repeats."""
    title_column: int | None = None
    """The column in which the heading begins; it is set in the middle of the sheet where this is not given."""
    foot: str = "第 {page} 页，共 {pages} 页"


def to_wide_pdf(drawing: Drawing, how: Print, *others: Drawing) -> bytes:
    """Write the pages of one sheet, and of further ones behind it."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    pages = [page for each in (drawing, *others) for page in _pages(each, how)]
    for number, page in enumerate(pages, 1):
        canvas.setFont(FONT, SIZE)
        page.draw(canvas, how)
        canvas.drawCentredString(WIDTH / 2, 30, how.foot.format(page=number, pages=len(pages)))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


class _Page(NamedTuple):
    drawing: Drawing
    rows: tuple[int, int]
    columns: tuple[int, int]
    tops: tuple[float, ...]
    """Distance of every row's upper edge from the sheet's head, and of the last row's lower edge."""

    def draw(self, canvas, how: Print) -> None:
        start, end = self.columns
        repeats = how.repeated if start else 0
        canvas.saveState()
        clip = canvas.beginPath()
        clip.rect(MARGIN, MARGIN - 20, _left(repeats) + _left(end) - _left(start) + 0.5, HEIGHT - 2 * MARGIN + 60)
        canvas.clipPath(clip, stroke=0)
        if self.rows[0] == 0:
            self._heading(canvas, how, MARGIN - _left(start) + _left(repeats))
        for first, last, x in ((0, repeats, MARGIN), (start, end, MARGIN + _left(repeats) - _left(start))):
            for cell in self.drawing.cells:
                self._cell(canvas, how, cell, (first, last, x))
        canvas.restoreState()

    def _heading(self, canvas, how: Print, x: float) -> None:
        for number, line in enumerate(self.drawing.heading):
            y = HEIGHT - MARGIN - 30 - 14 * number
            if how.title_column is None:
                canvas.drawCentredString(x + _left(self.drawing.columns) / 2, y, line)
            else:
                canvas.drawString(x + _left(how.title_column), y, line)

    def _cell(self, canvas, how: Print, cell: Drawn, strip: tuple[int, int, float]) -> None:
        first, last, x = strip
        top, bottom = max(cell.row, self.rows[0]), min(cell.row + cell.row_span, self.rows[1])
        left, right = cell.column, cell.column + cell.col_span
        if top >= bottom or left >= last or right <= first:
            return
        y0, y1 = self._y(top), self._y(bottom)
        x0, x1 = x + _left(max(left, first)), x + _left(min(right, last))
        if how.ruled:
            canvas.line(x0, y0, x1, y0)
            canvas.line(x0, y1, x1, y1)
            for closed, at in ((left >= first, x0), (right <= last, x1)):
                if closed:
                    canvas.line(at, y0, at, y1)
        lines = wrapped(cell.text, _left(right) - _left(left) - 2 * PAD)
        middle = (self._y(cell.row) + self._y(cell.row + cell.row_span)) / 2
        for number, line in enumerate(lines):
            y = middle + (len(lines) / 2 - number) * LEADING - SIZE
            if y1 <= y < y0:
                canvas.drawString(x + _left(left) + PAD, y, line)

    def _y(self, row: int) -> float:
        return HEIGHT - MARGIN - 52 - (self.tops[row] - self.tops[self.rows[0]])


def _left(column: int) -> float:
    return float(sum(WIDTHS[:column]))


def _pages(drawing: Drawing, how: Print) -> list[_Page]:
    heights = [how.height or _height(row) for row in drawing.by_row()]
    tops = tuple(sum(heights[:row]) for row in range(drawing.rows + 1))
    bands = list(pairwise((0, *how.breaks, drawing.rows)))
    strips = list(pairwise((0, *how.cuts, drawing.columns)))
    order: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (
        [(band, strip) for band in bands for strip in strips]
        if how.across
        else [(band, strip) for strip in strips for band in bands]
    )
    return [_Page(drawing, band, strip, tops) for band, strip in order]


def _height(row: Sequence[Drawn]) -> float:
    return 8 + max(
        (
            LEADING * len(wrapped(cell.text, _left(cell.column + cell.col_span) - _left(cell.column) - 2 * PAD))
            for cell in row
            if cell.row_span == 1
        ),
        default=LEADING,
    )
