"""Turn a report into the records of `perf-lint/report@1`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from perf_lint import __version__
from perf_lint.model.finding import Finding, NotEvaluated, Related, Report, Suppressed
from perf_lint.model.words import Lang
from perf_lint.reporters.counts import count, unusable
from perf_lint.reporters.form_record import location_record
from perf_lint.reporters.json_pieces import Members

SCHEMA = "perf-lint/report@1"
Record = dict[str, Any]


def report_record(report: Report, lang: Lang) -> Members:
    """Give the whole output of `perf-lint check --format json`; its lists are made while they are written."""
    return Members(schema=SCHEMA, **record_lists(report), summary=summary_record(report, lang))


def record_lists(report: Report) -> dict[str, Iterator[Record]]:
    """Give the records of each list of a report."""
    return {
        "findings": map(finding_record, report.findings),
        "suppressed": map(suppressed_record, report.suppressed),
        "not_evaluated": map(not_evaluated_record, report.not_evaluated),
    }


def finding_record(finding: Finding) -> Record:
    """Give one finding; a likely repair stands among the fixes, as one that is only shown."""
    fixes = [
        {"safety": fix.safety, "text": fix.text, "at": fix.at or finding.at, "old": fix.old, "new": fix.new}
        for fix in finding.fixes
    ]
    if finding.repair:
        fixes.append({"safety": "display", "text": finding.repair, "at": finding.at, "old": "", "new": ""})
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "show": finding.show,
        "path": finding.place.file,
        "form": finding.form,
        "project": finding.project,
        "at": finding.at,
        "location": location_record(finding.place),
        "related": [_related(item) for item in finding.related],
        "fixes": fixes,
        "fingerprint": finding.fingerprint,
    }


def suppressed_record(item: Suppressed) -> Record:
    """Give a finding with the reason why it does not count."""
    stated = {"reason": item.reason, "approver": item.approver, "expires": item.expires}
    return finding_record(item.finding) | stated


def not_evaluated_record(item: NotEvaluated) -> Record:
    """Give a rule that had no answer, and why."""
    return {
        "rule": item.rule,
        "reason": item.reason,
        "path": item.place.file,
        "form": item.form,
        "project": item.project,
        "at": item.at,
        "location": location_record(item.place),
    }


def summary_record(report: Report, lang: Lang) -> Record:
    """Give the counts, and everything that stands outside the findings."""
    return {
        **count(report)._asdict(),
        "version": __version__,
        "packs": list(report.packs),
        "problems": [{"path": f.path, "reason": f.problem.to(lang)} for f in unusable(report.files) if f.problem],
        "failed_rules": [
            {"rule": crash.rule, "path": crash.path, "form": crash.form, "cause": crash.cause}
            for crash in report.crashes
        ],
        "warnings": [words.to(lang) for words in report.warnings],
    }


def _related(item: Related) -> Record:
    return {"at": item.at, "path": item.place.file, "location": location_record(item.place)}
