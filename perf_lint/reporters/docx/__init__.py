"""Write a run as 审核意见, a Word document to sign."""

from __future__ import annotations

from io import BytesIO

from perf_lint.model.finding import Report
from perf_lint.model.words import Lang
from perf_lint.reporters.docx.sections import write_sections
from perf_lint.reporters.docx.style import new_document

SUFFIX = ".docx"


def render(report: Report, lang: Lang = "zh", **_: object) -> bytes:
    """Give the document as bytes; equal reports give equal text, and the date is left to the one who signs."""
    document = new_document()
    write_sections(document, report.loaded(), lang)
    out = BytesIO()
    document.save(out)
    return out.getvalue()
