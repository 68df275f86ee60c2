"""Run rules over forms; one rule's crash stops neither the others nor the run."""

from __future__ import annotations

from collections.abc import Sequence

from perf_lint.engine.outcome import Outcome, merged
from perf_lint.engine.report import Asked, Subject, finding, not_evaluated
from perf_lint.engine.unread_cells import withheld
from perf_lint.expr.arithmetic import exact
from perf_lint.expr.errors import BudgetError
from perf_lint.facts import FormFacts, derive
from perf_lint.model.finding import Finding, NotEvaluated, RuleCrash
from perf_lint.model.form import ReadForm
from perf_lint.model.words import Lang, Words
from perf_lint.pack.pack import Pack
from perf_lint.pack.rule import FORM_STEPS, Decided, Rule

ReadForms = Sequence[tuple[str, ReadForm]]
"""Forms with the path of the file that each stands in."""


def run(pack: Pack, forms: ReadForms, lang: Lang = "zh") -> Outcome:
    """Run every rule: those on single forms, then those over all forms of the run."""
    subjects = [Subject(path, form, derive(form.form)) for path, form in forms]
    files = dict.fromkeys(path for path, _ in forms)
    return merged([_single(pack, subjects, lang), _across(pack, pack.run_rules(), subjects, lang)], files)


def run_single(pack: Pack, forms: ReadForms, lang: Lang = "zh") -> Outcome:
    """Run the rules that need one form only: what a worker does for one file."""
    subjects = [Subject(path, form, derive(form.form)) for path, form in forms]
    return merged([_single(pack, subjects, lang)], dict.fromkeys(path for path, _ in forms))


def run_across(pack: Pack, forms: ReadForms, lang: Lang = "zh") -> Outcome:
    """Run the rules that look at all forms of a run."""
    rules = pack.run_rules()
    return Comparison(pack, forms, lang).outcome(rules) if rules else Outcome()


class Comparison:
    """Forms to which rules that look at all of them are put, all at once or one after the other."""

    def __init__(self, pack: Pack, forms: ReadForms, lang: Lang = "zh") -> None:
        self._pack, self._lang = pack, lang
        self._files = dict.fromkeys(path for path, _ in forms)
        self._subjects = [Subject(path, form, derive(form.form)) for path, form in forms]

    def outcome(self, rules: Sequence[Rule]) -> Outcome:
        """Give what these rules say of the forms."""
        return merged([_across(self._pack, rules, self._subjects, self._lang)], self._files)


TOO_LONG = Words("步数超过上限", "more steps than a rule may take")


class _Collector:
    def __init__(self, pack: Pack, lang: Lang) -> None:
        self.pack = pack
        self.lang = lang
        self.findings: list[Finding] = []
        self.unknown: list[NotEvaluated] = []
        self.crashes: list[RuleCrash] = []

    def outcome(self) -> Outcome:
        return Outcome(tuple(self.findings), tuple(self.unknown), tuple(self.crashes))

    def crash(self, rule: Rule, subject: Subject, error: Exception) -> None:
        cause = TOO_LONG.to(self.lang) if isinstance(error, BudgetError) else f"{type(error).__name__}: {error}"
        self.crashes.append(RuleCrash(rule.code, subject.path, subject.form.index, cause))


def _single(pack: Pack, subjects: Sequence[Subject], lang: Lang) -> Outcome:
    found = _Collector(pack, lang)
    with exact():
        for subject in subjects:
            facts = subject.facts
            owners = {id(facts): subject}
            worth_asking = _open_questions(facts)
            for rule, params, marks, listed in pack.tasks_for(subject.form, subject.path):
                if marks and not marks & worth_asking:
                    continue
                try:
                    if listed and getattr(facts, listed) == ():
                        continue
                    decided = rule.decide(facts, params, FORM_STEPS)
                except Exception as error:  # noqa: BLE001  # a rule may fail in any way
                    found.crash(rule, subject, error)
                    continue
                if decided:  # most rules find nothing in most forms
                    _take(found, Asked(rule, facts, params, subject, owners), decided)
    return found.outcome()


def _open_questions(facts: FormFacts) -> int:
    """Give the questions worth asking of any row; all of them where a fact fails, so that each rule says so itself."""
    try:
        return facts.marked[0]
    except Exception:  # noqa: BLE001  # a fact may fail in any way
        return -1


def _across(pack: Pack, rules: Sequence[Rule], subjects: Sequence[Subject], lang: Lang) -> Outcome:
    found = _Collector(pack, lang)
    if not rules or not subjects:
        return found.outcome()
    owners = {id(subject.facts): subject for subject in subjects}
    with exact():
        for rule in rules:
            fitting = [subject for subject in subjects if rule.fits(subject.form)]
            if fitting:
                params = pack.params_for(rule, "")
                facts = [subject.facts for subject in fitting]
                try:
                    decided = rule.run(facts, params, len(fitting))
                except Exception as error:  # noqa: BLE001  # as above
                    found.crash(rule, fitting[0], error)
                    continue
                _take(found, Asked(rule, facts, params, fitting[0], owners), decided)
    return found.outcome()


def _take(found: _Collector, asked: Asked, decided: Decided) -> None:
    """Make findings of what a rule decided; whatever that raises is the rule's crash."""
    findings, unknown = len(found.findings), len(found.unknown)
    try:
        for item, missing in decided:
            if missing is not None:
                found.unknown.append(not_evaluated(asked, item, missing, found.lang))
                continue
            made = finding(found.pack, asked, item, found.lang)
            waiting = withheld(made, asked.subject, found.lang) if made and asked.rule.scope == "form" else None
            if waiting is not None:
                found.unknown.append(waiting)
            elif made is not None:
                found.findings.append(made)
    except Exception as error:  # noqa: BLE001  # as above
        del found.findings[findings:], found.unknown[unknown:]
        found.crash(asked.rule, asked.subject, error)
