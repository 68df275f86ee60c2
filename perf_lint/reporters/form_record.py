"""Turn a form as read into the records of `perf-lint/forms@1`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from perf_lint.model.finding import FileReport
from perf_lint.model.form import Amount, Form, Funding, Indicator, ReadForm, SourceMap
from perf_lint.model.place import Place
from perf_lint.model.words import Lang
from perf_lint.text.numbers import plain_number
from perf_lint.values import parse_value, to_record

SCHEMA = "perf-lint/forms@1"
Record = dict[str, Any]


def documents_record(files: tuple[FileReport, ...], lang: Lang) -> Record:
    """Give the whole output of `perf-lint show --format json`."""
    return {"schema": SCHEMA, "documents": [document_record(file, lang) for file in files]}


def document_record(file: FileReport, lang: Lang) -> Record:
    """Give one file with its forms; `problem` says why a file could not be used."""
    problem = None if file.problem is None else file.problem.to(lang)
    return {"path": file.path, "problem": problem, "forms": [form_record(read) for read in file.forms]}


def form_record(read: ReadForm) -> Record:
    """Give one form; header fields are null where the form does not print them."""
    form = read.form
    return {
        "index": form.index,
        "kind": form.kind,
        "title": form.title,
        "year": form.year,
        "year_inferred": form.year_inferred,
        "project_name": form.project_name,
        "project_code": form.project_code,
        "department": form.department,
        "department_code": form.department_code,
        "implementing_unit": form.implementing_unit,
        "attribute": form.attribute,
        "period": form.period,
        "framework": form.framework,
        "goal": form.goal,
        "long_term_goal": form.long_term_goal,
        "purpose": form.purpose,
        "plan": [{"label": step.label, "text": step.text} for step in form.plan],
        "funding": _funding(form.funding),
        "indicators": _indicators(form, read.source),
        "unread": [
            {"text": text, "location": location_record(read.source.place(f"unread[{index}]"))}
            for index, text in enumerate(form.unread)
        ],
    }


def location_record(place: Place) -> Record:
    """Give a place without its file; what the format does not know is null."""
    return {
        "line": place.line,
        "table": place.table,
        "row": place.row,
        "column": place.column,
        "cell": place.cell,
        "sheet": place.sheet,
        "page": place.page,
    }


def _funding(funding: Funding) -> Record:
    return {
        "total": _amount(funding.total),
        "fiscal": _amount(funding.fiscal),
        "other": _amount(funding.other),
        "items": [{"label": item.label, "amount": _amount(item.amount)} for item in funding.items],
    }


def _amount(amount: Amount | None) -> Record | None:
    return None if amount is None else {"text": amount.text, "yuan": _yuan(amount.yuan)}


def _yuan(yuan: Decimal | None) -> str | None:
    return None if yuan is None else plain_number(yuan) if yuan else "0"


def _indicators(form: Form, source: SourceMap) -> list[Record]:
    return [
        _indicator(indicator, source.place(f"indicators[{index}]")) for index, indicator in enumerate(form.indicators)
    ]


def _indicator(indicator: Indicator, place: Place) -> Record:
    return {
        "level1": indicator.level1,
        "level2": indicator.level2,
        "mark": indicator.mark,
        "label": indicator.label,
        "name": indicator.name,
        "description": indicator.description,
        "basis": indicator.basis,
        "weight": indicator.weight,
        "value": to_record(parse_value(indicator.value)),
        "location": location_record(place),
    }
