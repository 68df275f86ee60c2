"""Draw documents for tests: real tables from a compact picture, and a reading as plain lines."""

from __future__ import annotations

from perf_lint.model.document import Cell, Document, Grid, Paragraph
from perf_lint.model.form import Amount, Form, Indicator, ReadForm

OPTIONAL = ("description", "basis", "weight", "direction", "actual", "score", "reason", "long_term_value")


def draw(picture: str) -> Document:
    """Make a document of aligned grids: `|` parts cells, `<` belongs to the cell on its left, `^` to the one above.

    A line without `|` is a paragraph and ends the table.
    """
    blocks: list[Grid | Paragraph] = []
    rows: list[list[str]] = []
    for line in [*picture.strip("\n").split("\n"), ""]:
        if line.startswith("|"):
            rows.append([part.strip() for part in line.strip().strip("|").split("|")])
            continue
        if rows:
            blocks.append(_grid(rows, sum(isinstance(block, Grid) for block in blocks) + 1))
            rows = []
        if line.strip():
            blocks.append(Paragraph(line.strip()))
    return Document("drawn.docx", "docx", tuple(blocks), binary=True)


def _grid(rows: list[list[str]], table: int) -> Grid:
    cells = []
    for number, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            if text in ("<", "^"):
                continue
            wide = 1
            while column + wide <= len(row) and row[column + wide - 1] == "<":
                wide += 1
            high = 1
            while number + high <= len(rows) and rows[number + high - 1][column - 1] == "^":
                high += 1
            cells.append(Cell(text.replace("\\n", "\n"), number, column, high, wide))
    return Grid(tuple(cells), aligned=True, table=table)


def describe(read: ReadForm) -> str:
    """Write a whole reading as lines: header, money, goal, indicators, what stayed unread, remarks."""
    form, place = read.form, read.source.place
    lines = [f"form {form.index} {form.kind} {form.framework}: {form.title} @{_at(place('title'))}"]
    lines.append(f"  year {form.year}{' inferred' if form.year_inferred else ''} {list(form.year_texts)}")
    for role in (
        "project_name",
        "project_code",
        "department",
        "department_code",
        "implementing_unit",
        "attribute",
        "period",
    ):
        text = getattr(form, role)
        if text is not None:
            lines.append(f"  {role} {text!r} @{_at(place(role))}")
    lines += _funding(form)
    for role in ("goal", "long_term_goal", "purpose"):
        text = getattr(form, role)
        if text is not None:
            lines.append(f"  {role} {text!r} @{_at(place(role))}")
    if form.plan:
        lines.append("  plan " + " ".join(f"{step.label}={step.text}" for step in form.plan))
    for name, items in (("indicators", form.indicators), ("long_term_indicators", form.long_term_indicators)):
        if name != "indicators" and items:
            lines.append("  long term:")
        for index, item in enumerate(items):
            lines.append(f"  {_indicator(item)} @{_at(place(f'{name}[{index}].name'))}")
    for index, text in enumerate(form.unread):
        lines.append(f"  unread {text!r} @{_at(place(f'unread[{index}]'))}")
    lines += [f"  {remark.code}: {remark.text.zh}" for remark in form.remarks]
    return "\n".join(lines)


def _funding(form: Form) -> list[str]:
    funding = form.funding
    parts = [f"{role}={_amount(getattr(funding, role))}" for role in ("total", "fiscal", "other")]
    parts += [f"{item.label}={_amount(item.amount)}" for item in funding.items]
    return [f"  funding [{funding.header_unit}] " + " ".join(parts)]


def _amount(amount: Amount | None) -> str:
    if amount is None:
        return "-"
    return f"{amount.text!r}:{amount.yuan}{'(' + amount.unit_from + ')' if amount.unit_from else ''}"


def _indicator(item: Indicator) -> str:
    label = f"{item.label} " if item.label else ""
    mark = f"[{item.mark}]" if item.mark else ""
    more = [f"{role}={getattr(item, role)}" for role in OPTIONAL if getattr(item, role) is not None]
    written = f" ({item.level1_text or '-'}/{item.level2_text or '-'})"
    same = (item.level1_text, item.level2_text) == (item.level1, item.level2)
    return f"{item.level1}/{item.level2}{mark}{'' if same else written} {label}{item.name} = {item.value}" + (
        f" {{{'; '.join(more)}}}" if more else ""
    )


def _at(place: object) -> str:
    line, row, column = (getattr(place, name) for name in ("line", "row", "column"))
    return f"L{line}" if line is not None else f"R{row}C{column}"
