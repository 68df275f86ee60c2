"""Mark the findings of a run by what an earlier run knew of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from perf_lint.engine.baseline import Entry, compare
from perf_lint.model.finding import Finding, Known, Report


def with_states(report: Report, before: Sequence[Entry]) -> Report:
    """Set each finding's state, and list what is gone; the order of the findings stays."""
    findings, gone = marked(report.findings, before)
    return report._replace(findings=findings, gone=gone)


def marked(findings: Iterable[Finding], before: Sequence[Entry]) -> tuple[tuple[Finding, ...], tuple[Known, ...]]:
    """Give the findings with their states, in their order, and what is gone."""
    findings = tuple(findings)  # the states go by identity, and a list that lies on disk makes new objects each time
    found = compare(findings, before)
    groups = (("new", found.new), ("unchanged", found.unchanged), ("changed", found.changed))
    states = {id(finding): state for state, group in groups for finding in group}
    with_state = tuple(finding._replace(state=states[id(finding)]) for finding in findings)
    return with_state, tuple(known(entry) for entry in found.gone)


def known(entry: Entry) -> Known:
    """Give an entry of a baseline as reports show it."""
    return Known(entry.rule, entry.message, entry.project, entry.at, entry.fingerprint)
