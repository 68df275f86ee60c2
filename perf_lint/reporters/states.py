"""Name what became of a finding between two versions, or against a baseline."""

from __future__ import annotations

from perf_lint.model.finding import Report
from perf_lint.model.words import Words

STATES = {
    "gone": Words("改好", "fixed"),
    "unchanged": Words("未改", "left"),
    "changed": Words("改动", "changed"),
    "new": Words("新增", "new"),
}
"""In the order in which they are shown; `gone` are the findings that only the older version has."""


def is_compared(report: Report) -> bool:
    """Tell whether the findings were compared with earlier ones."""
    return bool(report.gone) or any(finding.state for finding in report.findings)


def state_counts(report: Report) -> dict[str, int]:
    """Count by state."""
    counts = {state: sum(finding.state == state for finding in report.findings) for state in STATES}
    return counts | {"gone": len(report.gone)}
