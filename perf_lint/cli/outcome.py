"""Turn a report into the exit code of the process."""

from __future__ import annotations

from perf_lint.model.finding import SEVERITIES, Report

CLEAN = 0
FOUND = 1
UNUSABLE = 2
NOTHING = 3


def exit_code(report: Report, fail_on: str) -> int:
    """Give 2 for an input or rule that could not be used, 3 for no form at all, 1 for a finding that counts, else 0."""
    from perf_lint.reporters.counts import of_files, of_findings

    files = of_files(report.files)
    if report.crashes or files.unusable:
        return UNUSABLE
    if not files.forms:
        return NOTHING
    counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on in SEVERITIES else ()
    return FOUND if any(of_findings(report.findings).severities[name] for name in counted) else CLEAN
