"""Compare the forms of a run as wholes: copied goals, spellings of one department, one project twice."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.names import entity_key
from perf_lint.facts.peer_match import Held, PeerMatch
from perf_lint.facts.peers import grouped, project_key, same_project, same_year, unit_key, unrelated
from perf_lint.text.keys import han, name_key
from perf_lint.text.near import near_pairs
from perf_lint.text.pattern import lazy_pattern

MIN_GOAL = 20
"""Shorter goals are stock phrases."""
NEARLY = 0.8
MIN_CODE = 6
SHORTEST_CODE = 3
CREDIT_CODE = 18
_DIGITS = lazy_pattern(r"\d+")
_CODE = lazy_pattern(r"[0-9A-Za-z]{4,}")


def copied_goals(forms: Sequence[FormFacts]) -> tuple[PeerMatch, ...]:
    """Find goals that are, word for word or nearly, those of another project's form.

    The same project in another year or unit may keep its goal. Nearly the same goals of related projects, or with
    different numbers, are a series and not a copy.
    """
    long = [form for form in forms if form.goal and len(name_key(form.goal)) >= MIN_GOAL and form.project_name]
    texts = [name_key(form.goal or "") for form in long]
    found = []
    for earlier, later in near_pairs(texts, NEARLY):
        one, other = long[later], long[earlier]
        if same_project(one, other):
            continue
        exact = texts[earlier] == texts[later]
        same_numbers = _DIGITS.findall(texts[earlier]) == _DIGITS.findall(texts[later])
        if exact or (same_numbers and unrelated(one, other)):
            found.append(PeerMatch("exact" if exact else "near", Held(one), [Held(other)]))
    return tuple(found)


def _name_part(text: str) -> str:
    return han(_CODE.sub("", text))


def department_variants(forms: Sequence[FormFacts]) -> tuple[PeerMatch, ...]:
    """Find departments of one code under several names, each further name once.

    A short code may belong to strangers in two places, so there the names must be alike.
    """
    found = []
    coded = [
        form for form in forms if len(form.department_code or "") >= SHORTEST_CODE and _name_part(form.department or "")
    ]
    for group in grouped(coded, lambda form: (form.department_code or "").upper()):
        spelled = {_name_part(group[0].department or ""): group[0]}
        for form in group[1:]:
            name = _name_part(form.department or "")
            if name not in spelled and _is_one(len(form.department_code or ""), name, next(iter(spelled))):
                found.append(PeerMatch("department", Held(form), [Held(group[0])]))
            spelled.setdefault(name, form)
    return tuple(found)


def unit_variants(forms: Sequence[FormFacts]) -> tuple[PeerMatch, ...]:
    """Find units of one department that differ only by 本级, each further spelling once."""
    found = []
    named = [form for form in forms if form.implementing_unit and form.department_code]
    for group in grouped(named, lambda form: (form.department_code, entity_key(form.implementing_unit or ""))):
        spelled = {_name_part(group[0].implementing_unit or "")}
        for form in group[1:]:
            name = _name_part(form.implementing_unit or "")
            if name not in spelled:
                found.append(PeerMatch("unit", Held(form), [Held(group[0])]))
                spelled.add(name)
    return tuple(found)


def _is_one(code_length: int, one: str, other: str) -> bool:
    """Tell whether two names under one code are one body: the shorter the code, the more alike they must be."""
    if code_length == CREDIT_CODE or (code_length >= MIN_CODE and _alike(one, other)):
        return True
    return _is_short_for(*sorted((one, other), key=len))


def _is_short_for(short: str, long: str) -> bool:
    """Tell whether one name abbreviates the other: 县妇联 for 县妇女联合会, but not 县教育局 for 县教育局城关学区."""
    if short[:2] != long[:2] or len(short) < 4 or long.startswith(short):
        return False
    rest = iter(long)
    return short[-1:] in long[-3:] and all(character in rest for character in short)


def _alike(one: str, other: str) -> bool:
    pieces = {one[n : n + 2] for n in range(len(one) - 1)}
    return bool(pieces) and 2 * sum(piece in other for piece in pieces) >= len(pieces)


def _identity(form: FormFacts) -> Hashable | None:
    if form.project_code:
        return ("code", name_key(form.project_code), form.kind, unit_key(form))
    amount = form.model.funding.total
    total = amount.yuan if amount else None
    if project_key(form) is None or (unit_key(form) is None and total is None):
        return None
    return ("name", project_key(form), form.kind, unit_key(form) or total)


def repeated_projects(forms: Sequence[FormFacts]) -> tuple[PeerMatch, ...]:
    """Find one project of one unit and year in two forms; a self-evaluation beside its target form is no repetition."""
    found = []
    for group in grouped(forms, _identity):
        for form in group[1:]:
            earlier = next(other for other in group if other is form or same_year(other, form))
            if earlier is not form:
                found.append(PeerMatch("twice", Held(form), [Held(earlier)]))
    return tuple(found)
