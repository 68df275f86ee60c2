"""Lay out a comparison of two versions: repaired, left, changed, new; by project."""

from __future__ import annotations

from collections.abc import Iterator

from perf_lint.model.finding import Finding, Known, Report
from perf_lint.model.words import Lang
from perf_lint.reporters.places import place_words
from perf_lint.reporters.states import ABSENT, STATES, state_counts
from perf_lint.reporters.terminal.blocks import labelled
from perf_lint.reporters.terminal.closing import trouble
from perf_lint.reporters.terminal.phrases import NO_PROJECT
from perf_lint.reporters.terminal.style import BLANK, Line, Span
from perf_lint.text.width import visible, wrap

STYLES = {"gone": "good", "unchanged": "warning", "changed": "warning", "new": "error", "absent": "error"}


def comparison_lines(report: Report, lang: Lang, columns: int) -> Iterator[Line]:
    """Give the lines: each project with its findings by state, then the counts."""
    projects = dict.fromkeys([*map(_owner, report.findings), *(known.project for known in report.gone)])
    groups: dict[tuple[str, str], list[Finding | Known]] = {}
    for finding in report.findings:
        groups.setdefault((_owner(finding), finding.state), []).append(finding)
    for item in report.gone:
        groups.setdefault((item.project, item.state), []).append(item)
    for project in projects:
        name = visible(project) or NO_PROJECT.to(lang)
        yield from ((Span(line, "bold"),) for line in wrap(name, columns))
        yield BLANK
        for state in STATES:
            for entry in groups.get((project, state), []):
                yield from _entry(entry, state, lang, columns)
        yield BLANK
    yield from trouble(report, lang, columns)
    yield from ((Span(line, "bold"),) for line in wrap(_counts(report, lang), columns))
    if any(item.state == "absent" for item in report.gone):
        yield from ((Span(line, "dim"),) for line in wrap(ABSENT.to(lang), columns))


def _owner(finding: Finding) -> str:
    """Name what a finding belongs to: its project, or its file where it has no form."""
    return finding.project or ("" if finding.form is not None else finding.place.file)


def _entry(entry: Finding | Known, state: str, lang: Lang, columns: int) -> list[Line]:
    label, style = STATES[state], STYLES[state]
    place = f"{place_words(entry.place, lang)}  " if isinstance(entry, Finding) else ""
    first, *rest = labelled(label, f"{place}{entry.message}  {entry.rule}", lang, columns)
    return [(Span(first[0].text, style), *first[1:]), *rest]


def _counts(report: Report, lang: Lang) -> str:
    numbers = state_counts(report).items()
    if lang == "zh":
        return "整改对照：" + "，".join(f"{STATES[state].zh} {number}" for state, number in numbers)
    return "Comparison: " + ", ".join(f"{number} {STATES[state].en}" for state, number in numbers)
