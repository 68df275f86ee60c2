"""Hold the rules of a run, selected and changed as asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from perf_lint.model.finding import RuleInfo
from perf_lint.model.form import Form
from perf_lint.model.suppression import Change
from perf_lint.model.words import Lang
from perf_lint.pack.change import params_of
from perf_lint.pack.rule import Rule

Task = tuple[Rule, tuple[Any, ...], int, str]
"""A rule, its parameters in the order of its compiled code, its marks, and the list that it goes through."""


class Pack:
    """Checked rules, ready to run."""

    def __init__(self, rules: tuple[Rule, ...], names: tuple[str, ...], changes: tuple[Change, ...] = ()) -> None:
        """Hold rules and their changes; `names` are the packs in use with their versions (cn-2015 2026.1)."""
        self.rules = rules
        self.names = names
        self.changes = changes
        self._by_form: dict[Any, tuple[Task, ...]] = {}

    def rules_for(self, form: Form, scope: str = "form") -> tuple[Rule, ...]:
        """Give the rules that are for a form: by framework, kind and the columns that it prints."""
        return tuple(rule for rule in self.rules if rule.scope == scope and rule.fits(form))

    def tasks_for(self, form: Form, path: str) -> tuple[Task, ...]:
        """Give the rules that are for a form, each with its parameters; forms of one shape share them."""
        changes = self._changes_in(path)
        key = (form.framework, form.kind, form.has, tuple(map(id, changes)))
        found = self._by_form.get(key)
        if found is None:
            found = tuple((rule, self.params_for(rule, path), rule.marks, rule.listed) for rule in self.rules_for(form))
            self._by_form[key] = found
        return found

    def run_rules(self) -> tuple[Rule, ...]:
        """Give the rules that look at all forms of a run."""
        return tuple(rule for rule in self.rules if rule.scope == "run")

    def changes_for(self, code: str, path: str) -> tuple[Change, ...]:
        """Give the changes of a rule in a file, in order."""
        return tuple(change for change in self._changes_in(path) if change.meets_rule(code))

    def params_for(self, rule: Rule, path: str) -> tuple[Any, ...]:
        """Give a rule's parameters for a file, in the order of its compiled code."""
        return params_of(rule, self.changes_for(rule.code, path))

    def _changes_in(self, path: str) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.meets_file(path))

    def severity_of(self, code: str, severity: str, path: str, row: Sequence[str]) -> str:
        """Give the severity of a finding in a row (its levels and name) after changes; `off` where it is not wanted."""
        for change in self.changes_for(code, path):
            if change.severity and change.meets_element(row):
                severity = change.severity
        return severity

    def infos(self, lang: Lang) -> Mapping[str, RuleInfo]:
        """Give what reports say of the rules, by code."""
        return {rule.code: self._info(rule, lang) for rule in reversed(self.rules)}

    def _info(self, rule: Rule, lang: Lang) -> RuleInfo:
        """Give what is said of a rule, with the severity that changes for all files give it."""
        info = rule.info(lang)
        everywhere = [c.severity for c in self.changes if not (c.files or c.elements) and c.meets_rule(rule.code)]
        changed = [severity for severity in everywhere if severity not in ("", "off")]
        return info._replace(severity=changed[-1]) if changed else info
