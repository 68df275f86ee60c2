"""Compare the forms of a run: what they share, where they disagree. Time grows with the number of forms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from typing import TypeVar

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.names import entity_key, project_subject
from perf_lint.facts.vocabulary import fact
from perf_lint.text.keys import name_key
from perf_lint.text.matching import KEPT_READINGS

Item = TypeVar("Item")
MIN_SUBJECT = 2


def grouped(items: Iterable[Item], key: Callable[[Item], Hashable | None]) -> list[list[Item]]:
    """Group items by key in order of first appearance; a key of None stands outside every group."""
    groups: dict[Hashable, list[Item]] = defaultdict(list)
    for item in items:
        found = key(item)
        if found is not None:
            groups[found].append(item)
    return list(groups.values())


@fact(FormFacts, "string", "单位")
def unit_key(form: FormFacts) -> str | None:
    """Give the unit that fills in the form, reduced to its name; the department where no unit is stated."""
    for name in (form.implementing_unit, form.department):
        if name and (key := entity_key(name)):
            return key
    return form.department_code or None


@fact(FormFacts, "string", "规范后的项目名称")
def project_key(form: FormFacts) -> str | None:
    """Give the project's name reduced to letters and digits."""
    return name_key(form.project_name) or None if form.project_name else None


@lru_cache(KEPT_READINGS)
def related_projects(one: str, other: str) -> bool:
    """Tell whether two project names share what they are about: a common run of two characters of their subjects."""
    first, second = project_subject(one), project_subject(other)
    if min(len(first), len(second)) < MIN_SUBJECT:
        return True
    return any(first[n : n + 2] in second for n in range(len(first) - 1))


def same_project(one: FormFacts, other: FormFacts) -> bool:
    """Tell whether two forms are of one project by what its name is about, whatever the year and kind of funds."""
    first, second = one.project_name, other.project_name
    return bool(first and second) and project_subject(first or "") == project_subject(second or "")


def same_year(one: FormFacts, other: FormFacts) -> bool:
    """Tell whether two forms are of one budget year; an unstated year is any year."""
    return one.year is None or other.year is None or one.year == other.year


def unrelated(one: FormFacts, other: FormFacts) -> bool:
    """Tell whether two forms are of different projects that have nothing to do with each other."""
    if not one.project_name or not other.project_name:
        return False
    return not related_projects(one.project_name, other.project_name)
