"""Compare the indicators of a run's forms: one unit's targets that disagree, rows copied between projects."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.names import is_generic, project_subject
from perf_lint.facts.peer_match import Held, PeerMatch
from perf_lint.facts.peers import grouped, same_project, unit_key, unrelated
from perf_lint.facts.vocabulary import keep
from perf_lint.model.levels import SATISFACTION
from perf_lint.text import keys
from perf_lint.text.matching import KEPT_READINGS

MIN_FOREIGN_SUBJECT = 4
SHOWN = 20
"""Other places kept of one match; a province's worth would help nobody."""


@lru_cache(KEPT_READINGS)
def specific_key(name: str) -> str | None:
    """Give the key of a name that belongs to one subject; None of a name that fits any project."""
    return None if is_generic(name) else keys.name_key(name)


@keep(FormFacts)
def specific(form: FormFacts) -> dict[int, str]:
    """Give the rows that say something of their subject, with the keys of their names; 满意度 says nothing of it."""
    if form.kind != "target" or not unit_key(form):
        return {}
    rows = enumerate(form.model.indicators)
    named = {n: specific_key(row.name) for n, row in rows if row.level1 != SATISFACTION}
    return {n: key for n, key in named.items() if key is not None}


def shared_rows(forms: Sequence[FormFacts]) -> Iterator[tuple[FormFacts, IndicatorFacts]]:
    """Yield the specific rows whose name stands more than once among the forms of their unit."""
    named: defaultdict[str | None, Counter[str]] = defaultdict(Counter)
    for form in forms:
        named[unit_key(form)].update(specific(form).values())
    for form in forms:
        times = named[unit_key(form)]
        for number, key in specific(form).items():
            if times[key] > 1 and (row := form.rows[number]).is_filled:
                yield form, row


def target_conflicts(forms: Sequence[FormFacts]) -> tuple[PeerMatch, ...]:
    """Find the same indicator of one unit and year with different numbers in forms of different projects.

    Costs and years of use belong to each project and are left out; so are rows counted in different units, and counts
    of related projects (甲镇道路 and 乙镇道路), each of which does its own part.
    """
    numbers = [(form, row) for form, row in shared_rows(forms) if _is_shared_number(row)]
    found = []
    alike = grouped(numbers, lambda held: (unit_key(held[0]), held[1].name_key, held[1].value.unit_base))
    for group in (year for rows in alike for year in _by_year(rows)):
        form, row = group[0]
        seen = {_target(row)}
        for later, again in group[1:]:
            different = _target(again) not in seen and not _is_series(row, form, later)
            if different and later is not form:
                found.append(PeerMatch("conflict", Held(later, again), [Held(form, row)]))
                seen.add(_target(again))
    return tuple(found)


def _is_shared_number(row: IndicatorFacts) -> bool:
    """Tell a number that two projects may both aim at from a cost and a length of time, which each has for itself."""
    return not row.is_cost and row.value.is_number and row.value.kind != "duration"


def _by_year(rows: list[tuple[FormFacts, IndicatorFacts]]) -> list[list[tuple[FormFacts, IndicatorFacts]]]:
    """Part the rows by budget year; those of no stated year stand with one year, and alone beside several."""
    years = {form.year for form, _ in rows if form.year is not None}
    if len(years) < 2:
        return [rows]
    return grouped(rows, lambda held: (held[0].year,))


def _is_series(row: IndicatorFacts, one: FormFacts, other: FormFacts) -> bool:
    """Tell whether the two projects may each do a part: one project, or related ones that count what they do."""
    return same_project(one, other) or (row.value.unit_base != "1" and not unrelated(one, other))


def _target(row: IndicatorFacts) -> tuple[object, object]:
    return row.value.number_base, row.value.number2_base


def copied_rows(forms: Sequence[FormFacts]) -> tuple[PeerMatch, ...]:
    """Find one row, name and value, in forms of unrelated projects of one unit; each row is told once.

    `foreign` where the name holds four characters of the other project's subject that the form itself never mentions.
    """
    found = []
    for group in grouped(shared_rows(forms), lambda held: (unit_key(held[0]), *_said(held[1]))):
        first = Held(*group[0])
        strangers = [Held(form, row) for form, row in group[1:] if unrelated(form, first.form)][:SHOWN]
        if not strangers:
            continue
        foreign = next((pair for other in strangers if (pair := _foreign(other, first))), None)
        if foreign:
            found.append(PeerMatch("foreign", foreign[0], [foreign[1]]))
        else:
            found.append(PeerMatch("copied", strangers[0], [first, *strangers[1:]]))
    return tuple(found)


def _said(row: IndicatorFacts) -> tuple[str, str]:
    return row.name_key or "", keys.name_key(row.value_text)


def _pieces(subject: str) -> list[str]:
    return [subject[start : start + MIN_FOREIGN_SUBJECT] for start in range(len(subject) - MIN_FOREIGN_SUBJECT + 1)]


def _foreign(one: Held, other: Held) -> tuple[Held, Held] | None:
    for stranger, owner in ((one, other), (other, one)):
        subject = project_subject(owner.form.project_name or "")
        form = stranger.form
        own = keys.name_key("".join((form.project_name or "", form.goal or "", form.purpose or "")))
        name = keys.name_key(stranger.row.name) if stranger.row else ""
        if any(piece in name and piece not in own for piece in _pieces(subject)):
            return stranger, owner
    return None
