"""Say which findings appear and vanish between two packs on the same forms."""

from __future__ import annotations

from perf_lint.engine.run import ReadForms, run
from perf_lint.model.finding import Finding
from perf_lint.model.records import Record
from perf_lint.model.words import Lang
from perf_lint.pack.pack import Pack


class Difference(Record):
    """Findings of the second pack only, of the first only, and pairs at one place that differ in severity or text."""

    appeared: tuple[Finding, ...]
    vanished: tuple[Finding, ...]
    changed: tuple[tuple[Finding, Finding], ...]


def diff(before: Pack, after: Pack, forms: ReadForms, lang: Lang = "zh") -> Difference:
    """Run both packs over the forms and compare what they find."""
    return compare(run(before, forms, lang).findings, run(after, forms, lang).findings)


def compare(old: tuple[Finding, ...], new: tuple[Finding, ...]) -> Difference:
    """Compare two lists of findings by rule and place."""
    left: dict[tuple[object, ...], list[int]] = {}
    for number, finding in enumerate(old):
        left.setdefault(_key(finding), []).append(number)
    appeared: list[Finding] = []
    changed: list[tuple[Finding, Finding]] = []
    for finding in new:
        same = left.get(_key(finding))
        if not same:
            appeared.append(finding)
            continue
        before = old[same.pop(0)]
        if (before.severity, before.message) != (finding.severity, finding.message):
            changed.append((before, finding))
    vanished = sorted(number for numbers in left.values() for number in numbers)
    return Difference(tuple(appeared), tuple(old[number] for number in vanished), tuple(changed))


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.place.file, finding.form, finding.rule, finding.at
