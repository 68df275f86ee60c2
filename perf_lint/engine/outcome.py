"""Hold what running rules gave."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from perf_lint.model.finding import Finding, NotEvaluated, RuleCrash
from perf_lint.model.place import Place

Position = tuple[int, int, int, int, int]


class Outcome(NamedTuple):
    """Findings, what could not be evaluated, and rules that crashed; each in the order file, form, place, rule."""

    findings: tuple[Finding, ...] = ()
    not_evaluated: tuple[NotEvaluated, ...] = ()
    crashes: tuple[RuleCrash, ...] = ()


def position(place: Place) -> Position:
    """Give a place's order within its file."""
    return (place.page or 0, place.table or 0, place.line or 0, place.row or 0, place.column or place.char or 0)


def merged(outcomes: Iterable[Outcome], files: Iterable[str]) -> Outcome:
    """Put outcomes together in one order; `files` are all paths, in the order of the run."""
    order = {path: number for number, path in enumerate(files)}
    kept = list(outcomes)

    def key(entry: Finding | NotEvaluated) -> tuple[int, int, Position, str, str, str]:
        said = entry.message if isinstance(entry, Finding) else entry.reason
        return order.get(entry.place.file, -1), entry.form or 0, position(entry.place), entry.rule, entry.at, said

    return Outcome(
        tuple(sorted((f for outcome in kept for f in outcome.findings), key=key)),
        tuple(sorted((n for outcome in kept for n in outcome.not_evaluated), key=key)),
        tuple(
            sorted(
                (c for outcome in kept for c in outcome.crashes), key=lambda c: (order.get(c.path, -1), c.form, c.rule)
            )
        ),
    )
