"""Hold what a run found: findings, what was suppressed, what could not be evaluated, what could not be read."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Self

from perf_lint.model.document import Remark
from perf_lint.model.form import ReadForm
from perf_lint.model.place import Place
from perf_lint.model.words import Words

SEVERITIES = ("error", "warning", "info")
"""From gravest to mildest."""


class Related(NamedTuple):
    """Another place that a finding speaks of; `form` is set where it lies in another form."""

    at: str
    place: Place
    note: str = ""
    project: str = ""


class Fix(NamedTuple):
    """A proposed change of one field; `safety` is `safe`, `unsafe` or `display` (never written)."""

    safety: str
    text: str
    """What to do, in the report's language."""
    at: str = ""
    old: str = ""
    new: str = ""


class Finding(NamedTuple):
    """One defect at one cell."""

    rule: str
    name: str
    severity: str
    confidence: str
    """`high`, `medium`, `low`."""
    message: str
    show: str
    """The arithmetic, as printed (3 + 4 = 7 ≠ 6 万元); empty where there is none."""
    at: str
    """Field path; empty for a finding about the whole file."""
    place: Place
    form: int | None = None
    """Which form of the file, from 1; None for a finding about the whole file."""
    project: str = ""
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()
    fingerprint: str = ""
    text: str = ""
    """The field's text as written, for the report."""
    repair: str = ""
    """A likely repair with its proof, where one change makes the form right."""
    named: str = ""
    """The field path by names in place of numbers (成本指标/保险费.value), so that a moved row is known again."""
    state: str = ""
    """Against a baseline: `new`, `unchanged` or `changed`; empty where there is none."""


class NotEvaluated(NamedTuple):
    """A rule that could not be decided on one form, with the reason in the report's language."""

    rule: str
    reason: str
    form: int
    project: str
    at: str
    place: Place


class Suppressed(NamedTuple):
    """A finding that a stated reason silences."""

    finding: Finding
    reason: str
    approver: str = ""
    expires: str = ""


class Known(NamedTuple):
    """A finding as a baseline remembers it: no line numbers, so that a moved row stays the same."""

    rule: str
    message: str
    project: str
    at: str
    fingerprint: str
    state: str = "gone"
    """`gone`: repaired; `absent`: its project has no form in this run, so nobody can tell."""


class RuleCrash(NamedTuple):
    """A rule that failed on one form: a defect of the rule, never of the form."""

    rule: str
    path: str
    form: int
    cause: str


class RuleInfo(NamedTuple):
    """What reports say of a rule besides its findings."""

    code: str
    name: str
    title: str
    severity: str
    confidence: str
    why: str = ""
    fix: str = ""
    not_a_problem_when: str = ""
    basis: tuple[str, ...] = ()
    """Authorities, ready to print: 《…》（财预〔2015〕88号）."""


class FileReport(NamedTuple):
    """What became of one input file."""

    path: str
    format: str = ""
    forms: tuple[ReadForm, ...] = ()
    problem: Words | None = None
    """Why the file could not be used; None where it could."""
    remarks: tuple[Remark, ...] = ()
    advice: Words | None = None
    """What to do about a problem, or about a file without a form."""


class Report(NamedTuple):
    """The outcome of a run; every list in a fixed order (file, form, place, rule).

    Of a large run the lists lie on disk, and each pass over one reads it anew.
    """

    files: Sequence[FileReport] = ()
    findings: Sequence[Finding] = ()
    suppressed: Sequence[Suppressed] = ()
    not_evaluated: Sequence[NotEvaluated] = ()
    crashes: Sequence[RuleCrash] = ()
    rules: Mapping[str, RuleInfo] = {}
    """Every rule that was run, by code."""
    packs: tuple[str, ...] = ()
    """Packs in use with their versions (cn-2015 2026.1)."""
    gone: tuple[Known, ...] = ()
    """What the earlier version holds and the run does not find."""
    warnings: tuple[Words, ...] = ()
    """Things about the run itself: an unused suppression, an expired one."""

    def to_do(self, finding: Finding) -> list[str]:
        """Say what to do about a finding: what it proposes itself, else what its rule advises."""
        rule = self.rules.get(finding.rule)
        return [fix.text for fix in finding.fixes] or ([rule.fix] if rule and rule.fix else [])

    def loaded(self) -> Self:
        """Give the report with all its lists in memory, for what goes through them many times."""
        return self._replace(
            files=tuple(self.files),
            findings=tuple(self.findings),
            suppressed=tuple(self.suppressed),
            not_evaluated=tuple(self.not_evaluated),
            crashes=tuple(self.crashes),
        )
