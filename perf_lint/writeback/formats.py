"""Choose by a file's format how findings or fixes are written into it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from perf_lint.model.finding import Report
from perf_lint.model.words import Lang
from perf_lint.readers.encoding import decode
from perf_lint.writeback.edits import Edit

Annotate = Callable[[bytes, str, Report, Lang], bytes]
Fix = Callable[[bytes, str, Sequence[Edit]], tuple[bytes, list[Edit]]]

TEXT_FORMATS = frozenset({"text", "md", "csv", "tsv"})
_NAMES = {
    "docx": frozenset((".docx", ".docm", ".dotx", ".dotm")),
    "xlsx": frozenset((".xlsx", ".xlsm", ".xltx", ".xltm")),
    "pdf": frozenset((".pdf",)),
}
"""Suffixes under which programs open files of a format."""


def true_suffix(format_name: str, path: str) -> str:
    """Give the suffix that a copy needs where the original's belongs to another format, else nothing."""
    names = _NAMES.get(format_name)
    return "" if names is None or Path(path).suffix.lower() in names else f".{format_name}"


def annotator(format_name: str) -> tuple[Annotate, str] | None:
    """Give the function that annotates files of a format and the suffix of its result (empty: the file's own)."""
    if format_name == "docx":
        from perf_lint.writeback.annotate_docx import annotate

        return annotate, ""
    if format_name == "xlsx":
        from perf_lint.writeback.annotate_xlsx import annotate as annotate_xlsx

        return annotate_xlsx, ""
    if format_name == "pdf":
        from perf_lint.writeback.annotate_pdf import annotate as annotate_pdf

        return annotate_pdf, ""
    return (_annotated_text, ".html") if format_name in TEXT_FORMATS else None


def fixer(format_name: str) -> Fix | None:
    """Give the function that writes fixes into files of a format, or None where that is not possible."""
    if format_name == "docx":
        from perf_lint.writeback.fix_docx import fix

        return fix
    if format_name == "xlsx":
        from perf_lint.writeback.fix_xlsx import fix as fix_xlsx

        return fix_xlsx
    if format_name in TEXT_FORMATS:
        from perf_lint.writeback.fix_text import fix as fix_text

        return fix_text
    return None


def _annotated_text(data: bytes, path: str, report: Report, lang: Lang) -> bytes:
    from perf_lint.writeback.annotate_text import annotate

    return annotate(decode(data, path)[0], path, report, lang).encode()
