"""Prepare what the page shows: plain views of a report, in document order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from perf_lint.model.finding import SEVERITIES, FileReport, Finding, Known, NotEvaluated, Report, RuleInfo
from perf_lint.model.form import Form, ReadForm
from perf_lint.model.words import Lang
from perf_lint.reporters.counts import count
from perf_lint.reporters.fields import heading
from perf_lint.reporters.grouping import untold
from perf_lint.reporters.html.plots import Bar, count_by
from perf_lint.reporters.html.sheet import SheetRow, sheet_body, sheet_columns, sheet_head
from perf_lint.reporters.places import place_words
from perf_lint.reporters.remarks import notes
from perf_lint.reporters.states import OLDER, STATES, is_compared, state_counts
from perf_lint.text.undecoded import readable


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its number within the form and its rule's words."""

    number: int
    finding: Finding
    place: str
    rule: RuleInfo
    related: list[tuple[str, str]]
    """Place and text of each related cell."""


@dataclass(frozen=True, slots=True)
class FormView:
    """A form as drawn, with its findings and the cells that they mark."""

    anchor: str
    path: str
    form: Form
    head: list[SheetRow]
    columns: list[str]
    body: list[SheetRow]
    findings: list[FindingView]
    marks: dict[str, list[tuple[int, str]]]
    """Field path to the numbers and severities of its findings."""
    related: frozenset[str]
    not_evaluated: list[tuple[NotEvaluated, str]]
    unread: list[tuple[str, str]]
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class PageView:
    """All that the template needs."""

    counts: dict[str, int]
    by_rule: list[Bar]
    by_unit: list[Bar]
    forms: list[FormView]
    file_findings: list[FindingView]
    unusable: list[tuple[str, str]]
    crashes: list[tuple[str, str]]
    packs: str
    states: list[tuple[str, str, int]]
    """Key, word and count of each state; empty where nothing was compared."""
    older: list[tuple[str, list[tuple[str, list[Known]]]]]
    """What only the earlier version has: repaired and without a form, each by project."""
    notes: list[str]
    """What to know of the files and the run besides findings."""


def page_view(report: Report, lang: Lang) -> PageView:
    """Turn a report into the page's views."""
    findings = report.findings
    units = {(f.path, r.form.index): unit_of(r.form) for f in report.files for r in f.forms}
    rule_names = [f"{f.rule} {report.rules[f.rule].title}" if f.rule in report.rules else f.rule for f in findings]
    unit_names = [units.get((f.place.file, f.form or 0)) or readable(f.place.file) for f in findings]
    return PageView(
        counts=count(report)._asdict(),
        by_rule=count_by(findings, rule_names),
        by_unit=count_by(findings, unit_names),
        forms=_forms(report, lang),
        file_findings=_numbered([f for f in findings if f.form is None], report, lang),
        unusable=[(readable(f.path), f.problem.to(lang)) for f in untold(report) if f.problem is not None],
        crashes=[(crash.rule, crash.cause) for crash in report.crashes],
        packs="，".join(report.packs) if lang == "zh" else ", ".join(report.packs),
        states=_states(report, lang),
        older=[(state, projects) for state in OLDER if (projects := _older(report, state))],
        notes=[note.line(lang) for note in notes(report, lang)],
    )


def _states(report: Report, lang: Lang) -> list[tuple[str, str, int]]:
    if not is_compared(report):
        return []
    return [(state, STATES[state].to(lang), number) for state, number in state_counts(report).items()]


def _older(report: Report, state: str) -> list[tuple[str, list[Known]]]:
    projects: dict[str, list[Known]] = {}
    for known in (known for known in report.gone if known.state == state):
        projects.setdefault(known.project, []).append(known)
    return list(projects.items())


def unit_of(form: Form) -> str:
    """Name the unit that filed a form."""
    return form.implementing_unit or form.department or ""


class _Run(NamedTuple):
    report: Report
    lang: Lang
    findings: dict[tuple[str, int], list[Finding]]
    waiting: dict[tuple[str, int], list[NotEvaluated]]


def _forms(report: Report, lang: Lang) -> list[FormView]:
    run = _Run(report, lang, {}, {})
    for finding in report.findings:
        run.findings.setdefault((finding.place.file, finding.form or 0), []).append(finding)
    for item in report.not_evaluated:
        run.waiting.setdefault((item.place.file, item.form), []).append(item)
    forms = [(file, read) for file in report.files for read in file.forms]
    return [_form(number, file, read, run) for number, (file, read) in enumerate(forms, 1)]


def _form(number: int, file: FileReport, read: ReadForm, run: _Run) -> FormView:
    form, lang = read.form, run.lang
    key = (file.path, form.index)
    findings = run.findings.get(key, [])
    views = _numbered(findings, run.report, lang)
    marks: dict[str, list[tuple[int, str]]] = {}
    for view in views:
        marks.setdefault(_cell_path(view.finding.at), []).append((view.number, view.finding.severity))
    return FormView(
        anchor=f"form-{number}",
        path=readable(file.path),
        form=form,
        head=sheet_head(form, lang),
        columns=[heading(column, lang) for column in sheet_columns(form)],
        body=sheet_body(form),
        findings=views,
        marks=marks,
        related=frozenset(_cell_path(r.at) for f in findings for r in f.related if r.place.file == file.path),
        not_evaluated=[(item, place_words(item.place, lang)) for item in run.waiting.get(key, [])],
        unread=[(place_words(read.source.place(f"unread[{i}]"), lang), text) for i, text in enumerate(form.unread)],
        counts={name: sum(f.severity == name for f in findings) for name in SEVERITIES},
    )


def _numbered(findings: list[Finding], report: Report, lang: Lang) -> list[FindingView]:
    return [
        FindingView(
            number=number,
            finding=finding,
            place=readable(finding.place.file) if finding.form is None else place_words(finding.place, lang),
            rule=report.rules.get(finding.rule)
            or RuleInfo(finding.rule, finding.name, finding.name, finding.severity, finding.confidence),
            related=[(place_words(r.place, lang), r.note or r.place.snippet) for r in finding.related],
        )
        for number, finding in enumerate(findings, 1)
    ]


def _cell_path(at: str) -> str:
    """Name the drawn cell of a finding's path: a whole indicator is marked at its name."""
    return f"{at}.name" if at.startswith("indicators[") and at.endswith("]") else at
