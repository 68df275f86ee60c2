"""Put findings into a PDF: a highlight over each cell with the finding as its note."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from perf_lint.model.colours import TINT
from perf_lint.model.finding import Finding, Report
from perf_lint.model.words import Lang, Words
from perf_lint.model.written import AUTHOR
from perf_lint.readers.base import ReadError
from perf_lint.readers.page.content import Box, turned
from perf_lint.readers.page.source import opened
from perf_lint.writeback.notes import gravest, note_text

CORNER: Box = (20.0, 20.0, 56.0, 40.0)
"""Where the note of a finding without a cell goes, in points from the page's top left."""

_UNREADABLE = Words("PDF 无法打开，不能加批注", "the PDF cannot be opened for notes")


def annotate(data: bytes, path: str, report: Report, lang: Lang = "zh") -> bytes:
    """Give a copy of the PDF with the report's findings of `path` at their cells; raise ReadError if it cannot open."""
    with opened(data, lambda _code: ReadError(path, _UNREADABLE)) as document:
        for (page, box), findings in _by_box(report.findings, path).items():
            text = "\n\n".join(note_text(finding, report, lang) for finding in findings)
            _highlight(document, page, box, TINT[gravest(findings)], text)
        return _saved(document)


def _by_box(findings: Sequence[Finding], path: str) -> dict[tuple[int, Box], list[Finding]]:
    table: dict[tuple[int, Box], list[Finding]] = {}
    for finding in findings:
        place = finding.place
        if place.file == path:
            table.setdefault((place.page or 1, place.box or CORNER), []).append(finding)
    return table


def _highlight(document: Any, number: int, box: Box, colour: str, text: str) -> None:
    import pypdfium2.raw as pdfium

    page = pdfium.FPDF_LoadPage(document, number - 1)
    note = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_HIGHLIGHT)
    left, bottom, right, top = _in_file(page, box)
    quad = pdfium.FS_QUADPOINTSF(left, top, right, top, left, bottom, right, bottom)
    pdfium.FPDFAnnot_AppendAttachmentPoints(note, quad)
    pdfium.FPDFAnnot_SetRect(note, pdfium.FS_RECTF(left, top, right, bottom))
    rgb = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    pdfium.FPDFAnnot_SetColor(note, pdfium.FPDFANNOT_COLORTYPE_Color, *rgb, 255)
    for key, words in ((b"Contents", text), (b"T", AUTHOR)):
        wide = words.encode("utf-16-le") + b"\x00\x00"
        pdfium.FPDFAnnot_SetStringValue(note, key, (pdfium.FPDF_WCHAR * (len(wide) // 2)).from_buffer_copy(wide))
    pdfium.FPDFPage_CloseAnnot(note)
    pdfium.FPDF_ClosePage(page)


def _in_file(page: Any, box: Box) -> tuple[float, float, float, float]:
    """Turn a box as shown (y downwards) into left, bottom, right, top of the file's own coordinates."""
    import pypdfium2.raw as pdfium

    rect = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rect)
    width, height = rect.right - rect.left, rect.top - rect.bottom
    shown = pdfium.FPDFPage_GetRotation(page) % 4
    if shown % 2:
        width, height = height, width
    left, top, right, bottom = turned(box, -shown % 4, width, height)
    return rect.left + left, rect.top - bottom, rect.left + right, rect.top - top


def _saved(document: Any) -> bytes:
    import pypdfium2.raw as pdfium
    from pypdfium2 import internal

    out = BytesIO()
    writer = internal.get_bufwriter(out)
    pdfium.FPDF_SaveAsCopy(document, writer, pdfium.FPDF_INCREMENTAL)
    return out.getvalue()
