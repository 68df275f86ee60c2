"""Say a finding in the few lines of a comment."""

from __future__ import annotations

from collections.abc import Iterable

from perf_lint.model.finding import SEVERITIES, Finding, Report
from perf_lint.model.terms import SEVERITY_WORDS
from perf_lint.model.words import Lang
from perf_lint.text.width import harmless


def note_text(finding: Finding, report: Report, lang: Lang) -> str:
    """Give severity and code, what is wrong, the arithmetic, what to do and the basis, a line each."""

    def say(chinese: str, english: str) -> str:
        return chinese if lang == "zh" else english

    rule = report.rules.get(finding.rule)
    lines = [f"【{SEVERITY_WORDS[finding.severity].to(lang).capitalize()} {finding.rule}】{finding.message}"]
    if finding.show:
        lines.append(say("算式：", "Arithmetic: ") + finding.show)
    if finding.repair:
        lines.append(say("可能的改法：", "Likely repair: ") + finding.repair)
    asked = report.to_do(finding)
    if asked:
        lines.append(say("怎么改：", "What to do: ") + "；".join(asked))
    if rule and rule.basis:
        lines.append(say("依据：", "Basis: ") + "；".join(rule.basis))
    return "\n".join(harmless(line) for text in lines for line in text.split("\n"))  # XML takes no control characters


def gravest(findings: Iterable[Finding]) -> str:
    """Name the gravest severity among findings."""
    return min((finding.severity for finding in findings), key=SEVERITIES.index)
