"""Count what a run found; every list of the report is in the sum, nothing vanishes."""

from perf_lint.model.finding import SEVERITIES, Report
from perf_lint.model.records import Record
from perf_lint.reporters.grouping import by_file


class Counts(Record):
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
    unreadable = forms = clean = indicators = unread = 0
    severities = dict.fromkeys(SEVERITIES, 0)
    for file, findings, _ in by_file(report):
        unreadable += file.problem is not None
        marked = set()
        for finding in findings:
            marked.add(finding.form)
            severities[finding.severity] += 1
        for read in file.forms:
            forms += 1
            clean += read.form.index not in marked
            indicators += len(read.form.indicators)
            unread += len(read.form.unread)
    return Counts(
        files=len(report.files),
        unreadable=unreadable,
        forms=forms,
        clean_forms=clean,
        indicators=indicators,
        **severities,
        suppressed=len(report.suppressed),
        not_evaluated=len(report.not_evaluated),
        unread=unread,
        crashes=len(report.crashes),
    )
