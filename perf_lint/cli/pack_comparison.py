"""Compare what two packs find in the same files: what appears, what vanishes, what is said otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from perf_lint.model.finding import Finding, Report
from perf_lint.model.terms import SEVERITY_WORDS
from perf_lint.model.words import Lang
from perf_lint.reporters.places import place_words
from perf_lint.text.width import pad, visible, wrap

INDENT = 4
SEVERITY_COLUMNS = {"zh": 14, "en": 18}
Key = tuple[str, int | None, str, str]


class Pair(NamedTuple):
    """A finding under the old pack and the same one under the new; None where it is not found."""

    old: Finding | None
    new: Finding | None

    @property
    def shown(self) -> Finding:
        """Give the newer of the two."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def mark(self) -> str:
        """Give `+` `-` `~`, or nothing where both say the same."""
        if self.old is None:
            return "+"
        if self.new is None:
            return "-"
        same = (self.old.severity, self.old.message) == (self.new.severity, self.new.message)
        return "" if same else "~"


def pairs(old: Report, new: Report) -> list[Pair]:
    """Match the findings of two reports on the same files by file, form, rule and field, in order of place."""
    waiting: dict[Key, list[Finding]] = defaultdict(list)
    for finding in old.findings:
        waiting[_key(finding)].append(finding)
    found = [
        Pair(waiting[key].pop(0) if waiting.get(key) else None, finding)
        for finding in new.findings
        for key in (_key(finding),)
    ]
    found += [Pair(finding, None) for left in waiting.values() for finding in left]
    files = {file.path: number for number, file in enumerate(new.files)}
    return sorted(found, key=lambda pair: (files.get(pair.shown.place.file, len(files)), *_order(pair.shown)))


def lines(old: Report, new: Report, lang: Lang, columns: int) -> Iterator[str]:
    """Print the difference file by file, and the counts."""
    comma = "、" if lang == "zh" else ", "
    yield f"--- {comma.join(old.packs)}"
    yield f"+++ {comma.join(new.packs)}"
    found = pairs(old, new)
    path = None
    for pair in found:
        if pair.mark and pair.shown.place.file != path:
            path = pair.shown.place.file
            yield ""
            yield visible(path)
        if pair.mark:
            yield from _entry(pair, lang, columns)
    yield ""
    yield _counts(new, found, lang)


def _entry(pair: Pair, lang: Lang, columns: int) -> Iterator[str]:
    finding = pair.shown
    severity = SEVERITY_WORDS[finding.severity].to(lang)
    if pair.old is not None and pair.old.severity != finding.severity:
        severity = f"{SEVERITY_WORDS[pair.old.severity].to(lang)} → {severity}"
    text = visible(f"{place_words(finding.place, lang)}  {finding.message}  {finding.rule}")
    head = f"  {pair.mark} {pad(severity, SEVERITY_COLUMNS[lang])}"
    first, *rest = wrap(text, columns - INDENT - SEVERITY_COLUMNS[lang])
    yield head + first
    yield from (" " * (INDENT + SEVERITY_COLUMNS[lang]) + line for line in rest)


def _counts(report: Report, found: list[Pair], lang: Lang) -> str:
    numbers = {mark: sum(pair.mark == mark for pair in found) for mark in ("+", "-", "~", "")}
    files, forms = len(report.files), sum(len(file.forms) for file in report.files)
    if lang == "zh":
        return (
            f"{files} 个文件、{forms} 张表：新出现 {numbers['+']} 处，不再报 {numbers['-']} 处，"
            f"级别或说法改变 {numbers['~']} 处，相同 {numbers['']} 处"
        )
    return (
        f"{files} file{'s' * (files != 1)}, {forms} form{'s' * (forms != 1)}: {numbers['+']} appear, "
        f"{numbers['-']} vanish, {numbers['~']} change, {numbers['']} stay"
    )


def _key(finding: Finding) -> Key:
    return finding.place.file, finding.form, finding.rule, finding.at


def _order(finding: Finding) -> tuple[int, int, int, str]:
    """Put the head of a form before its rows, and rows by number."""
    number = re.search(r"\[(\d+)\]", finding.at)
    return finding.form or 0, finding.place.line or 0, int(number[1]) if number else -1, finding.rule
