"""Open a PDF through pdfium and read its pages."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from perf_lint.readers.page.content import Frame, PageContent
from perf_lint.readers.page.glyphs import glyphs_of, holds, is_unseen
from perf_lint.readers.page.rulings import page_rulings

SAMPLE = 60
"""How many glyphs of a page are asked for their angle."""


@contextmanager
def opened(data: bytes, error: Callable[[int], Exception]) -> Iterator[Any]:
    """Open a PDF held in memory and close it again; `error` makes the exception from pdfium's error code."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as failure:
        raise error(pdfium.FPDF_GetLastError()) from failure
    try:
        yield document.raw
    finally:
        document.close()


def page_count(document: Any) -> int:
    """Give the number of pages of an open document."""
    import pypdfium2.raw as pdfium

    return int(pdfium.FPDF_GetPageCount(document))


@contextmanager
def _page(document: Any, index: int) -> Iterator[tuple[Any, Any]]:
    """Open a page and its text, and close both; raise ValueError where pdfium cannot load it."""
    import pypdfium2.raw as pdfium

    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise ValueError(index)
    try:
        if pdfium.FPDFPage_GetAnnotCount(page) > 0 and pdfium.FPDFPage_Flatten(page, 0) == 1:
            # Only a reloaded page shows the text of filled form fields.
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(document, index)
            if not page:
                raise ValueError(index)
        text = pdfium.FPDFText_LoadPage(page)
        if not text:
            raise ValueError(index)
        try:
            yield page, text
        finally:
            pdfium.FPDFText_ClosePage(text)
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


def read_page(document: Any, index: int, max_objects: int) -> PageContent:
    """Read page `index` (from 0) of an open pdfium document; raise ValueError where it is damaged."""
    with _page(document, index) as (page, text):
        frame = _frame(page, text)
        glyphs, unmapped, slanted = glyphs_of(text, frame)
        rulings = page_rulings(page, frame.upright, max_objects)
        if rulings.cut_off:
            glyphs = [glyph for glyph in glyphs if not any(holds(box, glyph) for box in rulings.cut_off)]
        picture = rulings.largest_picture > 0.5 * frame.width * frame.height
        return PageContent(
            number=index + 1,
            frame=frame,
            glyphs=glyphs,
            horizontals=rulings.horizontals,
            verticals=rulings.verticals,
            picture=picture,
            recognised=picture and is_unseen(text, glyphs),
            dense=rulings.dense,
            unmapped=unmapped,
            slanted=slanted,
            more=index + 1 < page_count(document),
        )


def _frame(page: Any, text: Any) -> Frame:
    import pypdfium2.raw as pdfium

    rect = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, rect):
        raise ValueError
    count = pdfium.FPDFText_CountChars(text)
    turns: Counter[int] = Counter()
    for index in range(0, count, max(1, count // SAMPLE)):
        if not pdfium.FPDFText_IsGenerated(text, index):
            turns[round(pdfium.FPDFText_GetCharAngle(text, index) / (math.pi / 2)) % 4] += 1
    shown = pdfium.FPDFPage_GetRotation(page) % 4
    # pdfium gives the clockwise angle of a glyph; turning it back makes it upright.
    reading = (-turns.most_common(1)[0][0]) % 4 if turns else shown
    return Frame(rect.left, rect.bottom, rect.right - rect.left, rect.top - rect.bottom, reading, shown)
