"""Say which findings appear and vanish between two packs on the same forms."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from perf_lint.engine.run import ReadForms, run
from perf_lint.model.finding import Finding
from perf_lint.model.words import Lang
from perf_lint.pack.pack import Pack


class Difference(NamedTuple):
    """Findings of the second pack only, of the first only, and pairs at one place that differ in severity or text."""

    appeared: tuple[Finding, ...]
    vanished: tuple[Finding, ...]
    changed: tuple[tuple[Finding, Finding], ...]


def diff(before: Pack, after: Pack, forms: ReadForms, lang: Lang = "zh") -> Difference:
    """Run both packs over the forms and compare what they find."""
    return compare(run(before, forms, lang).findings, run(after, forms, lang).findings)


def compare(old: tuple[Finding, ...], new: tuple[Finding, ...]) -> Difference:
    """Compare two lists of findings by rule and place."""
    left: dict[tuple[object, ...], list[Finding]] = {}
    for finding in old:
        left.setdefault(_key(finding), []).append(finding)
    appeared, changed = [], []
    for finding in new:
        same = left.get(_key(finding))
        if not same:
            appeared.append(finding)
            continue
        before = same.pop(0)
        if (before.severity, before.message) != (finding.severity, finding.message):
            changed.append((before, finding))
    kept = Counter(id(finding) for findings in left.values() for finding in findings)
    return Difference(tuple(appeared), tuple(f for f in old if kept[id(f)]), tuple(changed))


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.place.file, finding.form, finding.rule, finding.at
