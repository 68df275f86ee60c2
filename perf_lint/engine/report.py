"""Turn what a rule said into findings at real places."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from perf_lint.engine.fingerprint import fingerprint
from perf_lint.engine.paths import named_path, row_words_at, text_at
from perf_lint.expr.errors import Unknown
from perf_lint.expr.places import Ref
from perf_lint.facts import FormFacts
from perf_lint.model.finding import SEVERITIES, Finding, Fix, NotEvaluated, Related
from perf_lint.model.form import Form, ReadForm
from perf_lint.model.words import Lang
from perf_lint.pack.pack import Pack
from perf_lint.pack.rule import Proposal, Rule


class Subject:
    """A form in a run: where it was read, its facts, and how paths become places."""

    __slots__ = ("facts", "form", "path", "source")

    def __init__(self, path: str, read: ReadForm, facts: FormFacts) -> None:
        self.path = path
        self.form: Form = read.form
        self.source = read.source
        self.facts = facts

    @property
    def project(self) -> str:
        """Give the project's name, or the title of a form without one."""
        return self.form.project_name or self.form.title


Owners = Mapping[int, Subject]
"""The forms by id() of the facts that rules see."""


class Asked(NamedTuple):
    """A rule put to a form (or to all forms: then `subject` is the first)."""

    rule: Rule
    root: Any
    params: tuple[Any, ...]
    subject: Subject
    owners: Owners


def finding(pack: Pack, asked: Asked, item: Any, lang: Lang) -> Finding | None:
    """Make a finding; None where a change switches it off for this element."""
    rule, owners = asked.rule, asked.owners
    detail = rule.detail(asked.root, item, asked.params, lang)
    subject = detail.at.owner(owners, asked.subject)
    at, form = detail.at.path, subject.form
    severity = detail.level
    if pack.changes:
        severity = pack.severity_of(rule.code, severity, subject.path, row_words_at(form, at))
    if severity not in SEVERITIES:
        return None
    named, text = named_path(form, at), text_at(form, at)
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=severity,
        confidence=rule.confidence,
        message=detail.message,
        show=detail.show,
        at=at,
        place=subject.source.place(at),
        form=form.index,
        project=subject.project,
        related=_all_related(detail.related, at, subject, owners) if detail.related else (),
        fixes=tuple([_fix(proposal, subject) for proposal in detail.proposals]) if detail.proposals else (),
        fingerprint=fingerprint(rule.code, form, named, text),
        text=text,
        repair=detail.repair,
        named=named,
    )


def not_evaluated(asked: Asked, item: Any, missing: Unknown, lang: Lang) -> NotEvaluated:
    """Say that a rule could not be decided, and at which field."""
    first = item[0] if isinstance(item, list | tuple) and item else item
    passed = (getattr(first, "form", None), getattr(first, "row", None), first)
    subject = Ref(passed, "").owner(asked.owners, asked.subject)
    at = getattr(first, "path", "") or ""
    place = subject.source.place(at)
    return NotEvaluated(asked.rule.code, missing.to(lang), subject.form.index, subject.project, at, place)


def _all_related(refs: Sequence[Ref], at: str, subject: Subject, owners: Owners) -> tuple[Related, ...]:
    """Give the other places that a finding speaks of: not its own."""
    return tuple(
        [_related(ref, subject, owners) for ref in refs if (ref.path, ref.owner(owners, subject)) != (at, subject)]
    )


def _related(ref: Ref, subject: Subject, owners: Owners) -> Related:
    other = ref.owner(owners, subject)
    project = other.project if other is not subject else ""
    return Related(ref.path, other.source.place(ref.path), project=project)


def _fix(proposal: Proposal, subject: Subject) -> Fix:
    at = proposal.at.path if proposal.at else ""
    if proposal.new is None:
        return Fix(proposal.safety, proposal.text, at)
    return Fix(proposal.safety, proposal.text, at, text_at(subject.form, at), proposal.new)
