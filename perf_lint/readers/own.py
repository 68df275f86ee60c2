"""Know the files that this program writes: a report or a copy in the folder that it is about is no form."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path

from perf_lint.model.written import ANNOTATED, AUTHOR, FIXED, REPORTS
from perf_lint.readers.base import DEFAULT_LIMITS, ReadError, parted

_PAGE = b'<meta name="generator" content="perf-lint">'
_AUTHOR = f"<dc:creator>{AUTHOR}</dc:creator>".encode()
_PAGES = frozenset((".html", ".htm"))
_OFFICE = frozenset(name for kind in ("docx", "xlsx") for name in REPORTS[kind])
_MARKS = (*ANNOTATED, *FIXED)


def is_own(path: str, beside: Collection[str]) -> bool:
    """Tell whether a file is a report or a copy of ours; `beside` are the stems of the files in its folder."""
    name = os.path.basename(path)  # noqa: PTH119  # a province has a hundred thousand files
    stem, suffix = parted(name)
    if suffix.lower() in _PAGES or name in _OFFICE:
        return is_report(path)
    return _original(stem) in beside


def is_report(path: str) -> bool:
    """Tell whether a file is a page or a report of ours, which tells of forms and is none."""
    file = Path(path)
    if file.suffix.lower() in _PAGES:
        return _is_page(file)
    return file.name in _OFFICE and _has_our_name(file)


def _original(stem: str) -> str | None:
    """Give the stem of the file or archive that a copy's name speaks of: 表-批注, 表-批注-2, 报送.zip_表-批注."""
    head, _, number = stem.rpartition("-")
    name = head if number.isdecimal() else stem
    for mark in _MARKS:
        if name.endswith(mark):
            return name.removesuffix(mark).partition(".zip_")[0]
    return None


def _is_page(file: Path) -> bool:
    try:
        with file.open("rb") as handle:
            return _PAGE in handle.read(1024)
    except OSError:
        return False


def _has_our_name(file: Path) -> bool:
    """Look for our name as the author; a file that cannot be opened is none of ours, and is said when it is read."""
    from perf_lint.readers.archive import Archive

    try:
        package = Archive(file.read_bytes(), str(file), DEFAULT_LIMITS)
        return _AUTHOR in (package.read("docProps/core.xml") or b"")
    except (OSError, ReadError):
        return False
