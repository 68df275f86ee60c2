"""Make forms again from their rows: as much of them as the rules between forms look at."""

from __future__ import annotations

from collections.abc import Iterable

from perf_lint.model.form import Amount, Form, Funding, Indicator, ReadForm, SourceMap
from perf_lint.model.place import Place
from perf_lint.reporters.rows import Row


def forms_of(rows: Iterable[Row]) -> list[tuple[str, ReadForm]]:
    """Give each form with the path of its file, in the order of the rows."""
    heads: dict[tuple[str, int], Row] = {}
    indicators: dict[tuple[str, int], list[Row]] = {}
    for row in rows:
        key = (row["path"], row["form"])
        if row["record"] == "form":
            heads[key] = row
        elif row["record"] == "indicator":
            indicators.setdefault(key, []).append(row)
    return [(key[0], _form(head, indicators.get(key, []))) for key, head in heads.items()]


def _form(head: Row, rows: list[Row]) -> ReadForm:
    total = head["total_yuan"]
    form = Form(
        index=head["form"],
        kind=head["form_kind"],
        year=head["year"],
        project_name=head["project"],
        project_code=head["project_code"],
        department=head["department"],
        department_code=head["department_code"],
        implementing_unit=head["unit"],
        goal=head["goal"],
        purpose=head["purpose"],
        framework=head["framework"],
        funding=Funding(total=Amount(str(total), total) if total is not None else None),
        indicators=tuple(
            Indicator(row["level1"], row["level2"], name=row["indicator"] or "", value=row["value"] or "")
            for row in rows
        ),
    )
    places = {f"indicators[{number}]": _place(row) for number, row in enumerate(rows)}
    return ReadForm(form, SourceMap(places, _place(head)))


def _place(row: Row) -> Place:
    return Place(
        row["path"],
        line=row["line"],
        sheet=row["sheet"],
        cell=row["cell"],
        table=row["table"],
        row=row["row"],
        column=row["column"],
        page=row["page"],
    )
