"""State the frozen JSON formats as models; their JSON Schemas are the pages under docs/schema.

`python -m perf_lint.reporters.contract FOLDER` writes those pages. Nothing imports this during a check.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Amount = Annotated[str, Field(pattern=r"^-?\d+(\.\d*[1-9])?$", description="元，十进制文字，没有指数和多余的零")]
Number = Annotated[str, Field(pattern=r"^-?\d+(\.\d+)?$", description="十进制文字")]
Severity = Literal["error", "warning", "info"]


class Record(BaseModel):
    """A record with exactly these fields."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Location(Record):
    """A place within a file; everything counts from 1, null where the format does not know it."""

    line: int | None
    table: int | None
    row: int | None
    column: int | None
    cell: str | None
    sheet: str | None
    page: int | None


class Related(Record):
    """Another place that a finding speaks of."""

    at: str
    path: str
    location: Location


class Fix(Record):
    """A proposed change; `display` ones are never written."""

    safety: Literal["safe", "unsafe", "display"]
    text: str
    at: str
    old: str
    new: str


class Finding(Record):
    """One defect at one cell; `form` counts from 1 within its file, null for the file as a whole."""

    rule: str
    name: str
    severity: Severity
    confidence: Literal["high", "medium", "low"]
    message: str
    show: str
    path: str
    form: int | None
    project: str
    at: str
    location: Location
    related: list[Related]
    fixes: list[Fix]
    fingerprint: str


class Suppressed(Finding):
    """A finding that a stated reason silences."""

    reason: str
    approver: str
    expires: str


class NotEvaluated(Record):
    """A rule that could not be decided, and why."""

    rule: str
    reason: str
    path: str
    form: int
    project: str
    at: str
    location: Location


class Problem(Record):
    """A file that could not be used."""

    path: str
    reason: str


class FailedRule(Record):
    """A rule that failed on one form: a fault of the rule."""

    rule: str
    path: str
    form: int
    cause: str


class Summary(Record):
    """The counts of a run, and what stands outside its findings."""

    files: int
    unreadable: int
    forms: int
    clean_forms: int
    indicators: int
    error: int
    warning: int
    info: int
    suppressed: int
    not_evaluated: int
    unread: int
    crashes: int
    version: str
    packs: list[str]
    problems: list[Problem]
    failed_rules: list[FailedRule]
    warnings: list[str]


class ReportDocument(Record):
    """The output of `perf-lint check --format json`."""

    schema_: Literal["perf-lint/report@1"] = Field(alias="schema")
    findings: list[Finding]
    suppressed: list[Suppressed]
    not_evaluated: list[NotEvaluated]
    summary: Summary


class Date(Record):
    """A date or span; an unstated year is XXXX, an impossible date has `raw` only."""

    start: str | None
    end: str | None
    precision: str
    valid: bool
    end_strict: str | None = None
    raw: list[int | None] | None = None


class Value(Record):
    """A target value: as written, and as understood."""

    text: str
    kind: str
    comparator: Literal["=", ">=", "<=", ">", "<", "range"] | None
    approx: bool
    number: Number | None
    unit: str | None
    number2: Number | None
    number_base: Number | None
    unit_base: str | None
    number2_base: Number | None
    dimension: str | None
    date: Date | None
    qualitative: str | None
    direction: Literal["up", "down", "keep"] | None
    label: str | None
    remark: str | None
    parts: list[Value]
    problem: str | None = None
    problem_at: int | None = None


class Money(Record):
    """An amount as written and in 元."""

    text: str
    yuan: Amount | None


class FundingItem(Record):
    """A further line of the money block."""

    label: str
    amount: Money


class Funding(Record):
    """The money block; null for a part that the form does not print."""

    total: Money | None
    fiscal: Money | None
    other: Money | None
    items: list[FundingItem]


class PlanStep(Record):
    """One step of the spending plan."""

    label: str
    text: str


class Indicator(Record):
    """One row; levels by their standard names, the value typed."""

    level1: str | None
    level2: str | None
    mark: str | None
    label: str | None
    name: str
    description: str | None
    basis: str | None
    weight: str | None
    value: Value
    location: Location


class Unread(Record):
    """A text that no field took."""

    text: str
    location: Location


class Form(Record):
    """One form; header fields are null where it does not print them, empty where left blank."""

    index: int
    kind: str
    title: str
    year: int | None
    year_inferred: bool
    project_name: str | None
    project_code: str | None
    department: str | None
    department_code: str | None
    implementing_unit: str | None
    attribute: str | None
    period: str | None
    framework: str | None
    goal: str | None
    long_term_goal: str | None
    purpose: str | None
    plan: list[PlanStep]
    funding: Funding
    indicators: list[Indicator]
    unread: list[Unread]


class Document(Record):
    """One file; `problem` says why it could not be used."""

    path: str
    problem: str | None
    forms: list[Form]


class FormsDocument(Record):
    """The output of `perf-lint show --format json`."""

    schema_: Literal["perf-lint/forms@1"] = Field(alias="schema")
    documents: list[Document]


PAGES: dict[str, type[Record]] = {"report-1.json": ReportDocument, "forms-1.json": FormsDocument}


def page(name: str) -> str:
    """Give the JSON Schema page of that name."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | PAGES[name].model_json_schema()
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def main(folder: str) -> None:
    """Write all pages."""
    for name in PAGES:
        Path(folder, name).write_text(page(name), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
