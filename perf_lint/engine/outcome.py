"""Hold what running rules gave."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple, TypeVar

from perf_lint.model.finding import Finding, NotEvaluated, RuleCrash
from perf_lint.model.place import Place

Entry = TypeVar("Entry")
Position = tuple[int, int, int, int, int]
Rank = tuple[int, int, Position, str, str, str]


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
    rank = entry_rank(order)
    return Outcome(
        _sorted([f for outcome in kept for f in outcome.findings], rank),
        _sorted([n for outcome in kept for n in outcome.not_evaluated], rank),
        _sorted([c for outcome in kept for c in outcome.crashes], crash_rank(order)),
    )


def _sorted(entries: list[Entry], rank: Callable[[Entry], Any]) -> tuple[Entry, ...]:
    """Sort entries; a file has one or none as a rule."""
    return tuple(sorted(entries, key=rank) if len(entries) > 1 else entries)


def entry_rank(order: Mapping[str, int]) -> Callable[[Finding | NotEvaluated], Rank]:
    """Give the key that sorts findings, and what was not evaluated; `order` holds the numbers of the files."""

    def rank(entry: Finding | NotEvaluated) -> Rank:
        said = entry.message if isinstance(entry, Finding) else entry.reason
        return order.get(entry.place.file, -1), entry.form or 0, position(entry.place), entry.rule, entry.at, said

    return rank


def crash_rank(order: Mapping[str, int]) -> Callable[[RuleCrash], tuple[int, int, str]]:
    """Give the key that sorts crashes; `order` holds the numbers of the files."""
    return lambda crash: (order.get(crash.path, -1), crash.form, crash.rule)
