"""Choose which proposed fixes to write: of the wanted safety, one a cell, never the ones meant for display."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from perf_lint.model.finding import Finding
from perf_lint.model.place import Place


class Edit(NamedTuple):
    """One change of one cell's text."""

    rule: str
    at: str
    place: Place
    old: str
    new: str


def edits_of(findings: Sequence[Finding], path: str, *, unsafe: bool = False) -> list[Edit]:
    """List the changes for the file `path`, in the order of the findings; a cell is changed by its first fix only."""
    wanted = {"safe", "unsafe"} if unsafe else {"safe"}
    edits: dict[tuple[Place, str], Edit] = {}
    for finding in findings:
        if finding.place.file != path:
            continue
        for fix in finding.fixes:
            if fix.safety in wanted and fix.old and fix.old != fix.new:
                edit = Edit(finding.rule, fix.at or finding.at, finding.place, fix.old, fix.new)
                edits.setdefault((finding.place, edit.at), edit)
    return list(edits.values())
