"""Mark the findings of a run by what an earlier run knew of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from perf_lint.engine.baseline import Entry, compare
from perf_lint.model.finding import FileReport, Finding, Known, Report
from perf_lint.text.blanks import one_width


def with_states(report: Report, before: Sequence[Entry]) -> Report:
    """Set each finding's state, and list what is gone; the order of the findings stays."""
    findings, gone = marked(report.findings, before, lambda: projects_of(report.files))
    return report._replace(findings=findings, gone=gone)


def marked(
    findings: Iterable[Finding], before: Sequence[Entry], projects: Callable[[], Collection[str]]
) -> tuple[tuple[Finding, ...], tuple[Known, ...]]:
    """Give the findings with their states, in their order, and what is gone, or absent with its project's form."""
    findings = tuple(findings)  # the states go by identity, and a list that lies on disk makes new objects each time
    found = compare(findings, before)
    groups = (("new", found.new), ("unchanged", found.unchanged), ("changed", found.changed))
    states = {id(finding): state for state, group in groups for finding in group}
    with_state = tuple(finding._replace(state=states[id(finding)]) for finding in findings)
    here = projects() if found.gone else ()
    return with_state, tuple(known(entry, one_width(entry.project) in here) for entry in found.gone)


def projects_of(files: Iterable[FileReport]) -> frozenset[str]:
    """Name the projects that have a form; findings without one count as seen where every file could be used."""
    names: set[str] = set()
    usable = True
    for file in files:
        usable &= file.problem is None
        names.update(one_width(read.form.project_name or read.form.title) for read in file.forms)
    return frozenset(names | {""} if usable and names else names)


def known(entry: Entry, seen: bool = True) -> Known:
    """Give an entry of a baseline as reports show it; `seen` where this run has a form of its project."""
    state = "gone" if seen else "absent"
    return Known(entry.rule, entry.message, entry.project, entry.at, entry.fingerprint, state)
