"""Describe the rules of a run in SARIF."""

from __future__ import annotations

from itertools import chain
from typing import Any

from perf_lint.model.finding import Report, RuleInfo
from perf_lint.model.words import Lang, Words

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
HELP = {
    "why": Words("为什么：", "Why: "),
    "fix": Words("怎么改：", "What to do: "),
    "not_a_problem_when": Words("这些情况不算问题：", "Not a problem when: "),
}
BASIS = Words("依据：", "Basis: ")


def descriptors(report: Report, lang: Lang) -> list[dict[str, Any]]:
    """Give every rule that was run, by code, and any other that a result names."""
    known = dict(report.rules)
    for finding in chain(report.findings, (item.finding for item in report.suppressed)):
        if finding.rule not in known:
            known[finding.rule] = RuleInfo(
                finding.rule, finding.name, finding.name, finding.severity, finding.confidence
            )
    for code in chain((item.rule for item in report.not_evaluated), (crash.rule for crash in report.crashes)):
        if code not in known:
            known[code] = RuleInfo(code, code, code, "warning", "medium")
    return [_descriptor(known[code], lang) for code in sorted(known)]


def _descriptor(rule: RuleInfo, lang: Lang) -> dict[str, Any]:
    described: dict[str, Any] = {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"confidence": rule.confidence, "tags": [rule.code.rstrip("0123456789")]},
    }
    if rule.why:
        described["fullDescription"] = {"text": rule.why}
    return described | {"help": {"text": _help(rule, lang)}}


def _help(rule: RuleInfo, lang: Lang) -> str:
    parts = [f"{words.to(lang)}{text}" for name, words in HELP.items() if (text := getattr(rule, name))]
    if rule.basis:
        parts.append(BASIS.to(lang) + ("；" if lang == "zh" else "; ").join(rule.basis))
    return "\n".join(parts) or rule.title
