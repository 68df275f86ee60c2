"""Say what a rule file may hold."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Severity = Literal["error", "warning", "info"]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Short = Annotated[str, StringConstraints(max_length=40)]
Expression = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Name = Annotated[str, StringConstraints(pattern=r"^[^\W\d]\w*$", max_length=40)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}[0-9]{3}[a-z]?$")]


class Strict(BaseModel):
    """A part of a rule file: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class AppliesTo(Strict):
    """Which forms a rule is for; an empty list means any."""

    framework: list[Literal["cn-2015", "cn-2021", "mixed", "other"]] = []
    kind: list[Literal["target", "self-evaluation", "department"]] = []
    columns: list[str] = []
    """Columns that the form must print."""


class Basis(Strict):
    """Where a rule comes from: a reference to the pack's authorities."""

    ref: str
    note: str = ""


class Param(Strict):
    """A value that users may set."""

    type: Literal["int", "decimal", "money", "percent", "string", "bool", "list(string)"]
    default: str | list[str]
    doc: Text
    doc_en: str = ""
    choices: list[str] = []


class Explain(Strict):
    """What a rule says to people."""

    why: Text
    fix: Text
    not_a_problem_when: str = ""


class FixProposal(Strict):
    """A change to propose: a sentence (`propose`), and for a written change the field and its new text."""

    safety: Literal["safe", "unsafe", "display"] = "display"
    propose: Text
    when: Expression | None = None
    at: Expression | None = None
    replace: Expression | None = None


class English(Strict):
    """The same rule in English."""

    title: Text
    message: Text
    why: Text
    fix: Text
    not_a_problem_when: str = ""
    repair: str = ""
    proposals: list[str] = []
    """Sentences for the entries of `fix`, in order."""


class Expected(Strict):
    """One finding that a bad example must give."""

    at: str
    message: Text
    """A part of the message."""
    form: int = 1
    """Which form of the example, from 1."""
    severity: Severity | None = None


class Example(Strict):
    """A form that is wrong (`bad`, with what to expect) or right (`good`)."""

    bad: dict[str, Any] | None = None
    good: dict[str, Any] | None = None
    expect: list[Expected] = []
    note: str = ""
    params: dict[str, Any] = {}
    not_evaluated: str = ""
    """For a good example that cannot be decided: a part of the reason."""


class RuleFile(Strict):
    """A rule as written in `rules/<pack>/<CODE>.yaml`."""

    code: Code
    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
    title: Text
    severity: Severity
    confidence: Literal["high", "medium", "low"]
    status: Literal["stable", "preview", "deprecated"] = "stable"
    since: Short
    applies_to: AppliesTo = AppliesTo()
    basis: list[Basis] = []
    params: dict[Name, Param] = {}
    scope: Literal["form", "run", "pipeline"] = "form"
    """`form`: each form by itself; `run`: all forms together; `pipeline`: raised by the program itself."""
    each: Expression | None = None
    as_: Name | None = Field(default=None, alias="as")
    let: dict[Name, Expression] = {}
    when: Expression | None = None
    check: Expression | None = Field(default=None, alias="assert")
    level: Expression | None = None
    """Severity of this one finding: an expression that gives `error`, `warning` or `info`."""
    at: Expression | None = None
    related: Expression | None = None
    message: Text
    show: Expression | None = None
    repair: str = ""
    repair_when: Expression | None = None
    explain: Explain
    fix: list[FixProposal] = []
    en: English | None = None
    """Without it, English reports show the Chinese sentences."""
    examples: list[Example] = []
