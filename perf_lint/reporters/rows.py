"""Flatten a run into rows of one shape, for tables, data frames and databases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from perf_lint.model.finding import FileReport, Finding, NotEvaluated, Report
from perf_lint.model.form import Form, ReadForm
from perf_lint.model.place import Place
from perf_lint.model.words import Lang
from perf_lint.reporters.grouping import by_file
from perf_lint.values import parse_value

Row = dict[str, Any]

COLUMNS: dict[str, type] = {
    "record": str,  # file, form, indicator, finding, not_evaluated
    "path": str,
    "format": str,
    "form": int,
    "form_kind": str,
    "project": str,
    "project_code": str,
    "department": str,
    "department_code": str,
    "unit": str,
    "year": int,
    "framework": str,
    "total_yuan": Decimal,
    "goal": str,
    "purpose": str,
    "rule": str,
    "name": str,
    "severity": str,
    "confidence": str,
    "message": str,
    "show": str,
    "at": str,
    "fingerprint": str,
    "level1": str,
    "level2": str,
    "indicator": str,
    "value": str,
    "kind": str,
    "comparator": str,
    "number_base": Decimal,
    "unit_base": str,
    "line": int,
    "table": int,
    "row": int,
    "column": int,
    "sheet": str,
    "cell": str,
    "page": int,
}
"""Every column and the type of its values; each may be null."""


def report_rows(report: Report, lang: Lang) -> Iterator[Row]:
    """Give the rows of a run: files, forms and indicators in order, then findings, then what was not evaluated."""
    for file in report.files:
        yield from file_rows(file, lang)
    for file, findings, _ in by_file(report):
        yield from outcome_rows(findings, (), form_rows(file))
    for file, _, not_evaluated in by_file(report):
        yield from outcome_rows((), not_evaluated, form_rows(file))


def result_rows(
    file: FileReport, findings: Iterable[Finding], not_evaluated: Iterable[NotEvaluated], lang: Lang
) -> Iterator[Row]:
    """Give the rows of one file, and of what the rules on single forms said of it."""
    yield from file_rows(file, lang)
    yield from outcome_rows(findings, not_evaluated, form_rows(file))


def file_rows(file: FileReport, lang: Lang) -> Iterator[Row]:
    """Give a file's row, and the rows of its forms and indicators."""
    problem = file.problem.to(lang) if file.problem is not None else None
    yield {"record": "file", "path": file.path, "format": file.format or None, "message": problem}
    rows = form_rows(file)
    for read in file.forms:
        yield rows[file.path, read.form.index]
        yield from _indicator_rows(_form_row(file, read.form), read)


def form_rows(file: FileReport) -> dict[tuple[str, int | None], Row]:
    """Give the rows of a file's forms, by path and number."""
    return {
        (file.path, read.form.index): {
            **_form_row(file, read.form),
            "goal": read.form.goal,
            "purpose": read.form.purpose,
            **_place(read.source.place("title")),
        }
        for read in file.forms
    }


def outcome_rows(
    findings: Iterable[Finding], not_evaluated: Iterable[NotEvaluated], known: dict[tuple[str, int | None], Row]
) -> Iterator[Row]:
    """Give the rows of findings and of what was not evaluated; `known` holds form rows by path and number."""
    for finding in findings:
        yield {**known.get((finding.place.file, finding.form), {}), **_finding_row(finding)}
    for item in not_evaluated:
        yield {**known.get((item.place.file, item.form), {}), **_not_evaluated_row(item)}


def _finding_row(finding: Finding) -> Row:
    return {
        "record": "finding",
        "path": finding.place.file,
        "form": finding.form,
        "project": finding.project or None,
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "message": finding.message,
        "show": finding.show or None,
        "at": finding.at or None,
        "fingerprint": finding.fingerprint,
        "value": finding.text or None,
        **_place(finding.place),
    }


def _not_evaluated_row(item: NotEvaluated) -> Row:
    return {
        "record": "not_evaluated",
        "path": item.place.file,
        "form": item.form,
        "rule": item.rule,
        "message": item.reason,
        "at": item.at or None,
        **_place(item.place),
    }


def _form_row(file: FileReport, form: Form) -> Row:
    total = form.funding.total
    return {
        "record": "form",
        "path": file.path,
        "format": file.format or None,
        "form": form.index,
        "form_kind": form.kind,
        "project": form.project_name,
        "project_code": form.project_code,
        "department": form.department,
        "department_code": form.department_code,
        "unit": form.implementing_unit,
        "year": form.year,
        "framework": form.framework,
        "total_yuan": total.yuan if total is not None else None,
    }


def _indicator_rows(form: Row, read: ReadForm) -> Iterator[Row]:
    for number, item in enumerate(read.form.indicators):
        value = parse_value(item.value)
        yield {
            **form,
            "record": "indicator",
            "at": f"indicators[{number}]",
            "level1": item.level1,
            "level2": item.level2,
            "indicator": item.name,
            "value": item.value,
            "kind": value.kind,
            "comparator": value.comparator,
            "number_base": value.number_base,
            "unit_base": value.unit_base,
            **_place(read.source.place(f"indicators[{number}].name")),
        }


def _place(place: Place) -> Row:
    names = ("line", "table", "row", "column", "sheet", "cell", "page")
    return {name: getattr(place, name) for name in names}
