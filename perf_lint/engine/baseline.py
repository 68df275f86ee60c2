"""Compare findings with a baseline: what was there before, and how often."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from perf_lint.model.finding import Finding
from perf_lint.model.words import Words
from perf_lint.text.blanks import one_width

SCHEMA = "perf-lint/baseline@1"


class Entry(NamedTuple):
    """A finding that a baseline knows; `identity` stays when only the field's value changes."""

    fingerprint: str
    identity: str
    rule: str
    project: str
    at: str
    message: str


class Comparison(NamedTuple):
    """Findings that are new, as before, or about a changed value, and entries whose defect is gone."""

    new: tuple[Finding, ...]
    unchanged: tuple[Finding, ...]
    changed: tuple[Finding, ...]
    gone: tuple[Entry, ...]


class BaselineError(ValueError):
    """A baseline that cannot be used, with the reason for people."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


_DAMAGED = Words("基线文件里有残缺的条目", "the baseline holds damaged entries")


def entry_of(finding: Finding) -> Entry:
    """Give what a baseline keeps of a finding."""
    identity = f"{finding.rule}|{finding.project}|{finding.named or finding.at}"
    return Entry(finding.fingerprint, identity, finding.rule, finding.project, finding.at, finding.message)


def create(findings: Sequence[Finding]) -> dict[str, Any]:
    """Make a baseline of all findings, in a stable order."""
    entries = sorted(entry_of(finding) for finding in findings)
    return {"schema": SCHEMA, "findings": [entry._asdict() for entry in entries]}


def read(data: Any) -> tuple[Entry, ...]:
    """Check a baseline's content; raise BaselineError where it is none."""
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("findings"), list):
        raise BaselineError(
            Words(f"不是基线文件（缺 schema: {SCHEMA}）", f"no baseline file (schema: {SCHEMA} is missing)")
        )
    try:
        entries = tuple(Entry(**entry) for entry in data["findings"])
    except TypeError as error:
        raise BaselineError(_DAMAGED) from error
    if not all(isinstance(text, str) for entry in entries for text in entry):
        raise BaselineError(_DAMAGED)
    return entries


def compare(findings: Sequence[Finding], entries: Sequence[Entry]) -> Comparison:
    """Match findings with entries, each entry once: by fingerprint, then by identity."""
    left = Counter(entry.fingerprint for entry in entries)
    unchanged: list[Finding] = []
    others: list[Finding] = []
    for finding in findings:
        known = left[finding.fingerprint] > 0
        left[finding.fingerprint] -= known
        (unchanged if known else others).append(finding)
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for number, entry in enumerate(entries):
        if left[entry.fingerprint] > 0:
            left[entry.fingerprint] -= 1
            waiting[entry.identity].append(number)
    new: list[Finding] = []
    changed: list[Finding] = []
    for finding in others:
        before = waiting[entry_of(finding).identity]
        (changed if before else new).append(finding)
        if before:
            before.popleft()
    gone = sorted(number for numbers in waiting.values() for number in numbers)
    return Comparison(tuple(new), tuple(unchanged), tuple(changed), tuple(entries[number] for number in gone))


def prune(entries: Sequence[Entry], findings: Sequence[Finding], projects: Collection[str]) -> dict[str, Any]:
    """Make a baseline without the entries whose defect is gone; nothing new comes in.

    What belongs to a project without a form in this run stays: nobody looked whether it is repaired.
    """
    gone = Counter(entry for entry in compare(findings, entries).gone if one_width(entry.project) in projects)
    kept = []
    for entry in entries:
        if gone[entry] > 0:
            gone[entry] -= 1
        else:
            kept.append(entry)
    return {"schema": SCHEMA, "findings": [entry._asdict() for entry in kept]}
