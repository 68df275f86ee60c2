"""Set aside findings that a person has decided on, and tell which of those decisions no longer do anything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from perf_lint.model.finding import Finding, Suppressed
from perf_lint.model.suppression import Suppression
from perf_lint.model.words import Words


class Sorted(NamedTuple):
    """Findings that count, those set aside, and sentences about the suppressions themselves."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    warnings: tuple[Words, ...]


def suppress(findings: Sequence[Finding], suppressions: Sequence[Suppression], today: dt.date) -> Sorted:
    """Sort findings by suppressions; an expired one silences nothing, and it is said, as of an unused one."""
    live = [s for s in suppressions if not _expired(s, today)]
    used: set[int] = set()
    kept, aside = [], []
    for finding in findings:
        meant = next((n for n, s in enumerate(live) if _meets(s, finding)), None)
        if meant is None:
            kept.append(finding)
            continue
        used.add(meant)
        why = live[meant]
        aside.append(Suppressed(finding, why.reason, why.approver, why.expires))
    unused = [_unused(s) for n, s in enumerate(live) if n not in used]
    expired = [_over(s) for s in suppressions if _expired(s, today)]
    return Sorted(tuple(kept), tuple(aside), tuple(expired + unused))


def _meets(suppression: Suppression, finding: Finding) -> bool:
    if suppression.rule and not finding.rule.startswith(suppression.rule):
        return False
    if suppression.fingerprint and suppression.fingerprint != finding.fingerprint:
        return False
    if suppression.project and suppression.project != finding.project:
        return False
    if suppression.at and not (finding.at == suppression.at or fnmatchcase(finding.at, _glob(suppression.at))):
        return False
    return not suppression.file or _file_meets(suppression.file, finding.place.file)


def _glob(path: str) -> str:
    """Let `*` stand in a field path whose brackets are plain characters."""
    return path.replace("[", "[[]")


def _file_meets(glob: str, file: str) -> bool:
    path = file.replace("\\", "/")
    return fnmatchcase(path, glob) or fnmatchcase(path.rsplit("/", 1)[-1], glob)


def _expired(suppression: Suppression, today: dt.date) -> bool:
    return bool(suppression.expires) and suppression.expires < today.isoformat()


def _name(suppression: Suppression) -> str:
    meant = " ".join(filter(None, (suppression.rule, suppression.fingerprint, suppression.file, suppression.project)))
    return f"{suppression.origin} {meant}".strip()


def _unused(suppression: Suppression) -> Words:
    name = _name(suppression)
    return Words(f"屏蔽没有用到，可以删去：{name}", f"suppression not used, it may go: {name}")


def _over(suppression: Suppression) -> Words:
    name, last = _name(suppression), suppression.expires
    return Words(f"屏蔽已于 {last} 到期：{name}", f"suppression expired on {last}: {name}")
