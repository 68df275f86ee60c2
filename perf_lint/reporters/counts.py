"""Count what a run found; every list of the report is in the sum, nothing vanishes."""

from collections import Counter
from typing import NamedTuple

from perf_lint.model.finding import Report
from perf_lint.reporters.grouping import by_file


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
    """Count a report, in one pass over its files."""
    counted: Counter[str] = Counter()
    for file, findings, _ in by_file(report):
        counted["unreadable"] += file.problem is not None
        counted["forms"] += len(file.forms)
        marked = {finding.form for finding in findings}
        for read in file.forms:
            counted["clean_forms"] += read.form.index not in marked
            counted["indicators"] += len(read.form.indicators)
            counted["unread"] += len(read.form.unread)
        counted.update(finding.severity for finding in findings)
    outside = {
        "files": len(report.files),
        "suppressed": len(report.suppressed),
        "not_evaluated": len(report.not_evaluated),
        "crashes": len(report.crashes),
    }
    return Counts(**{name: outside[name] if name in outside else counted[name] for name in Counts._fields})
