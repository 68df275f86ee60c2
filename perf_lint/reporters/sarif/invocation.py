"""Say in SARIF how the run went: files that could not be read, rules that failed, remarks on the configuration."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from perf_lint.model.finding import FileReport, Report, RuleCrash
from perf_lint.model.words import Lang, Words
from perf_lint.reporters.counts import remarked, unusable
from perf_lint.reporters.sarif.places import uri

Record = dict[str, Any]


def invocation(report: Report, index: Mapping[str, int], lang: Lang) -> Record:
    """Give the one invocation of a run."""
    execution = [_unreadable(file, file.problem, lang) for file in unusable(report.files) if file.problem]
    execution += [_remark(file, remark.text, lang) for file in remarked(report.files) for remark in file.remarks]
    execution += [_crash(crash, index) for crash in report.crashes]
    given: Record = {"executionSuccessful": not any(note["level"] == "error" for note in execution)}
    if execution:
        given["toolExecutionNotifications"] = execution
    if report.warnings:
        given["toolConfigurationNotifications"] = [
            {"level": "warning", "message": {"text": words.to(lang)}} for words in report.warnings
        ]
    return given


def _unreadable(file: FileReport, problem: Words, lang: Lang) -> Record:
    return {"level": "error", "message": {"text": problem.to(lang)}, "locations": [_file(file.path)]}


def _remark(file: FileReport, text: Words, lang: Lang) -> Record:
    return {"level": "note", "message": {"text": text.to(lang)}, "locations": [_file(file.path)]}


def _crash(crash: RuleCrash, index: Mapping[str, int]) -> Record:
    rule: Record = {"id": crash.rule}
    if crash.rule in index:
        rule["index"] = index[crash.rule]
    return {
        "level": "error",
        "message": {"text": crash.cause},
        "locations": [_file(crash.path)],
        "associatedRule": rule,
    }


def _file(path: str) -> Record:
    return {"physicalLocation": {"artifactLocation": {"uri": uri(path)}}}
