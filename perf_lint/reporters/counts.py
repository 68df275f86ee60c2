"""Count what a run found; every list of the report is in the sum, nothing vanishes."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from perf_lint.model.finding import Report


class Counts(NamedTuple):
    """The figures of the closing line."""

    files: int
    unreadable: int
    forms: int
    clean_forms: int
    """Forms without any finding."""
    indicators: int
    error: int
    warning: int
    info: int
    suppressed: int
    not_evaluated: int
    unread: int
    crashes: int


def count(report: Report) -> Counts:
    """Count a report."""
    forms = [(file.path, read.form) for file in report.files for read in file.forms]
    severities = Counter(finding.severity for finding in report.findings)
    marked = {(finding.place.file, finding.form) for finding in report.findings}
    return Counts(
        files=len(report.files),
        unreadable=sum(file.problem is not None for file in report.files),
        forms=len(forms),
        clean_forms=sum((path, form.index) not in marked for path, form in forms),
        indicators=sum(len(form.indicators) for _, form in forms),
        error=severities["error"],
        warning=severities["warning"],
        info=severities["info"],
        suppressed=len(report.suppressed),
        not_evaluated=len(report.not_evaluated),
        unread=sum(len(form.unread) for _, form in forms),
        crashes=len(report.crashes),
    )
