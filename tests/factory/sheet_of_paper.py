"""Draw single PDF pages by hand: texts, rulings, pictures where a test wants them."""

from __future__ import annotations

import io
from collections.abc import Callable

from tests.factory.paper import FONT, HEIGHT, WIDTH


def page(*draws: Callable[[object], None], size: tuple[float, float] = (WIDTH, HEIGHT)) -> bytes:
    """Write a PDF with one page for each drawing function, which gets the canvas."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1)
    for draw in draws:
        canvas.setFont(FONT, 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def texts(*items: tuple[float, float, str]) -> Callable[[object], None]:
    """Draw texts at points measured from the page's foot."""

    def draw(canvas) -> None:
        for x, y, text in items:
            canvas.drawString(x, y, text)

    return draw


def ruled(xs: list[float], ys: list[float], *items: tuple[float, float, str]) -> Callable[[object], None]:
    """Draw a full lattice and texts in it."""

    def draw(canvas) -> None:
        canvas.grid(xs, ys)
        texts(*items)(canvas)

    return draw
