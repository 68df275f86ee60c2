"""Sort the lists of a report by the form they speak of, once, so that large runs stay linear."""

from __future__ import annotations

from typing import NamedTuple

from perf_lint.model.finding import Finding, NotEvaluated, Report, Suppressed

Key = tuple[str, int]
"""File, and which form of it; 0 for the file as a whole."""


class Grouped(NamedTuple):
    """Findings, suppressed ones and unanswered rules by form."""

    findings: dict[Key, list[Finding]]
    suppressed: dict[Key, list[Suppressed]]
    not_evaluated: dict[Key, list[NotEvaluated]]


def by_form(report: Report) -> Grouped:
    """Group a report; the order within a form stays."""
    grouped = Grouped({}, {}, {})
    for finding in report.findings:
        grouped.findings.setdefault((finding.place.file, finding.form or 0), []).append(finding)
    for item in report.suppressed:
        key = (item.finding.place.file, item.finding.form or 0)
        grouped.suppressed.setdefault(key, []).append(item)
    for answer in report.not_evaluated:
        grouped.not_evaluated.setdefault((answer.place.file, answer.form), []).append(answer)
    return grouped
