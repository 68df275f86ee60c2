"""Turn a report into the exit code of the process."""

from __future__ import annotations

from perf_lint.model.finding import SEVERITIES, Report

CLEAN = 0
FOUND = 1
UNUSABLE = 2
NOTHING = 3


def exit_code(report: Report, fail_on: str) -> int:
    """Give 2 for an input or rule that could not be used, 3 for no form at all, 1 for a finding that counts, else 0."""
    if report.crashes or any(file.problem is not None for file in report.files):
        return UNUSABLE
    if not any(file.forms for file in report.files):
        return NOTHING
    counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    return FOUND if any(finding.severity in counted for finding in report.findings) else CLEAN
