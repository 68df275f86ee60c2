"""Set aside findings that a person has decided on, and tell which of those decisions no longer do anything."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from fnmatch import fnmatchcase

from perf_lint.model.finding import Finding, Suppressed
from perf_lint.model.suppression import Suppression, file_meets
from perf_lint.model.words import Words


class Decisions:
    """The suppressions of a run, put to one finding after the other; an expired one silences nothing."""

    def __init__(self, suppressions: Sequence[Suppression], today: dt.date) -> None:
        self._live = [s for s in suppressions if not _expired(s, today)]
        self._expired = [s for s in suppressions if _expired(s, today)]
        self._used: set[int] = set()

    def on(self, finding: Finding) -> Suppressed | None:
        """Give the finding as suppressed, with the reason; None where it counts."""
        meant = next((n for n, s in enumerate(self._live) if _meets(s, finding)), None)
        if meant is None:
            return None
        self._used.add(meant)
        why = self._live[meant]
        return Suppressed(finding, why.reason, why.approver, why.expires)

    def warnings(self) -> tuple[Words, ...]:
        """Say, after the last finding, which suppressions are expired and which did nothing."""
        unused = [_unused(s) for n, s in enumerate(self._live) if n not in self._used]
        return (*map(_over, self._expired), *unused)


def _meets(suppression: Suppression, finding: Finding) -> bool:
    if suppression.rule and not finding.rule.startswith(suppression.rule):
        return False
    if suppression.fingerprint and suppression.fingerprint != finding.fingerprint:
        return False
    if suppression.project and suppression.project != finding.project:
        return False
    if suppression.at and not (finding.at == suppression.at or fnmatchcase(finding.at, _glob(suppression.at))):
        return False
    return not suppression.file or file_meets(finding.place.file, suppression.file)


def _glob(path: str) -> str:
    """Let `*` stand in a field path whose brackets are plain characters."""
    return path.replace("[", "[[]")


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
