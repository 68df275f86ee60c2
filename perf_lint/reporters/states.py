"""Name what became of a finding between two versions, or against a baseline."""

from __future__ import annotations

from itertools import chain

from perf_lint.model.finding import Report
from perf_lint.model.words import Words

STATES = {
    "gone": Words("改好", "fixed"),
    "unchanged": Words("未改", "left"),
    "changed": Words("改动", "changed"),
    "new": Words("新增", "new"),
    "absent": Words("缺表", "no form"),
}
"""In the order in which they are shown.

`gone` and `absent` are findings that only the older version has; of `absent` ones the project has no form any more, so
nobody can say that they were repaired.
"""
OLDER = ("gone", "absent")
ABSENT = Words(
    "缺表：新版本里没有这个项目的表，或文件读不了，不能算改好",
    "no form: the new version has no form of this project, or its file cannot be read; this is no repair",
)


def is_compared(report: Report) -> bool:
    """Tell whether the findings were compared with earlier ones."""
    return bool(report.gone) or any(finding.state for finding in report.findings)


def state_counts(report: Report) -> dict[str, int]:
    """Count by state; `absent` only where there is such a finding."""
    counts = dict.fromkeys(STATES, 0)
    for state in chain((item.state for item in report.findings), (item.state for item in report.gone)):
        if state:
            counts[state] += 1
    if not counts["absent"]:
        del counts["absent"]  # seldom, and a fact worth a word only where it is there
    return counts
