"""Turn findings, suppressed ones, unanswered rules and what is gone since the baseline into SARIF results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from perf_lint.model.finding import Finding, Known, NotEvaluated, Report, Suppressed
from perf_lint.model.words import Lang
from perf_lint.reporters.sarif.places import location
from perf_lint.reporters.sarif.rules import LEVELS

Record = dict[str, Any]
FINGERPRINT = "perfLint/v1"
STATES = {"new": "new", "unchanged": "unchanged", "changed": "updated"}


def results(report: Report, index: Mapping[str, int], files: Mapping[str, int], lang: Lang) -> Iterator[Record]:
    """Give all results: failures first, then suppressed ones, then rules without an answer, then what is gone."""
    listed = chain(
        (_finding(finding, files, lang) for finding in report.findings),
        (_suppressed(item, files, lang) for item in report.suppressed),
        (_open(item, files, lang) for item in report.not_evaluated),
        (_gone(item) for item in report.gone),
    )
    compared = bool(report.gone) or any(finding.state for finding in report.findings)
    for result in listed:
        if result["ruleId"] in index:
            result["ruleIndex"] = index[result["ruleId"]]
        if compared:
            # A log either compares all its results with a baseline or none.
            result.setdefault("baselineState", "unchanged" if "suppressions" in result else "new")
        yield result


def _finding(finding: Finding, files: Mapping[str, int], lang: Lang) -> Record:
    result: Record = {
        "ruleId": finding.rule,
        "kind": "fail",
        "level": LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [location(finding.place, files, finding.at, finding.form, lang)],
        "properties": {"confidence": finding.confidence, "project": finding.project, "form": finding.form},
    }
    if finding.fingerprint:
        result["partialFingerprints"] = {FINGERPRINT: finding.fingerprint}
    if finding.related:
        result["relatedLocations"] = [
            {"id": number}
            | location(item.place, files, item.at, None, lang)
            | ({"message": {"text": item.note or item.place.snippet}} if item.note or item.place.snippet else {})
            for number, item in enumerate(finding.related, start=1)
        ]
    if finding.state in STATES:
        result["baselineState"] = STATES[finding.state]
    return result


def _suppressed(item: Suppressed, files: Mapping[str, int], lang: Lang) -> Record:
    if item.finding.state == "unchanged":
        # Known from the baseline: SARIF has a word of its own for that.
        return _finding(item.finding, files, lang)
    properties = {key: text for key, text in (("approver", item.approver), ("expires", item.expires)) if text}
    suppression: Record = {"kind": "external", "status": "accepted", "justification": item.reason}
    if properties:
        suppression["properties"] = properties
    return _finding(item.finding, files, lang) | {"suppressions": [suppression]}


def _open(item: NotEvaluated, files: Mapping[str, int], lang: Lang) -> Record:
    return {
        "ruleId": item.rule,
        "kind": "open",
        "message": {"text": item.reason},
        "locations": [location(item.place, files, item.at, item.form, lang)],
        "properties": {"project": item.project, "form": item.form},
    }


def _gone(item: Known) -> Record:
    return {
        "ruleId": item.rule,
        "kind": "fail",
        "message": {"text": item.message},
        "partialFingerprints": {FINGERPRINT: item.fingerprint},
        "baselineState": "absent",
        "properties": {"project": item.project},
    }


def _message(finding: Finding) -> str:
    if finding.show and finding.show not in finding.message:
        return f"{finding.message} ({finding.show})"
    return finding.message
