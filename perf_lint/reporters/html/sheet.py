"""Draw a form as the table that the department sees: rows of cells, each knowing its field paths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from perf_lint.model.form import Amount, Form, Indicator
from perf_lint.model.words import Lang
from perf_lint.reporters.fields import heading


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell of the drawing; `path` is the field that it shows, empty for a label."""

    text: str
    path: str = ""
    label: bool = False
    rows: int = 1
    columns: int = 1


SheetRow = list[SheetCell]

_HEADER = ("project_name", "project_code", "department", "implementing_unit", "attribute", "period")
_MONEY = ("total", "fiscal", "other")
_TEXTS = ("purpose", "long_term_goal", "goal")


def sheet_head(form: Form, lang: Lang) -> list[SheetRow]:
    """Give header, money, plan and goal as rows of four columns: label, text, label, text."""
    pairs = [*_header(form, lang), *_money(form, lang), *_plan(form)]
    rows = [[cell for pair in pairs[i : i + 2] for cell in pair] for i in range(0, len(pairs), 2)]
    if rows and len(rows[-1]) == 2:
        rows[-1][1] = SheetCell(rows[-1][1].text, rows[-1][1].path, columns=3)
    for name in _TEXTS:
        text = getattr(form, name)
        if text is not None:
            rows.append([SheetCell(heading(name, lang), label=True), SheetCell(text, name, columns=3)])
    return rows


def sheet_columns(form: Form) -> list[str]:
    """Name the indicator columns that this form prints, by field."""
    columns = ["level1", "level2", "name"]
    columns += [column for column in ("description",) if any(i.description is not None for i in form.indicators)]
    columns += ["value"]
    columns += [c for c in ("basis", "weight") if any(getattr(i, c) is not None for i in form.indicators)]
    return columns


def sheet_body(form: Form) -> list[SheetRow]:
    """Give the indicator rows, equal neighbouring levels merged as in the form."""
    columns = sheet_columns(form)
    rows: list[SheetRow] = []
    for index, indicator in enumerate(form.indicators):
        row = [
            cell
            for level, keys in (("level1", ("level1",)), ("level2", ("level1", "level2")))
            if (cell := _level(form, index, level, keys)) is not None
        ]
        row += [_cell(indicator, index, column) for column in columns[2:]]
        rows.append(row)
    return rows


def _header(form: Form, lang: Lang) -> Iterator[tuple[SheetCell, SheetCell]]:
    for name in _HEADER:
        text = getattr(form, name)
        if text is not None:
            yield SheetCell(heading(name, lang), label=True), SheetCell(text, name)


def _money(form: Form, lang: Lang) -> Iterator[tuple[SheetCell, SheetCell]]:
    unit = f"（{form.funding.header_unit}）" if form.funding.header_unit else ""
    for name in _MONEY:
        amount: Amount | None = getattr(form.funding, name)
        if amount is not None:
            path = f"funding.{name}"
            yield SheetCell(heading(path, lang) + unit, label=True), SheetCell(amount.text, path)
    for index, item in enumerate(form.funding.items):
        yield SheetCell(item.label, label=True), SheetCell(item.amount.text, f"funding.items[{index}]")


def _plan(form: Form) -> Iterator[tuple[SheetCell, SheetCell]]:
    for index, step in enumerate(form.plan):
        yield SheetCell(step.label, label=True), SheetCell(step.text, f"plan[{index}]")


def _level(form: Form, index: int, level: str, keys: tuple[str, ...]) -> SheetCell | None:
    """Give the merged level cell that begins at `index`, or None where the one above covers it."""

    def key(i: int) -> tuple[str | None, ...]:
        return tuple(getattr(form.indicators[i], name) for name in keys)

    if index and key(index - 1) == key(index):
        return None
    end = index + 1
    while end < len(form.indicators) and key(end) == key(index):
        end += 1
    indicator = form.indicators[index]
    text = getattr(indicator, level) or getattr(indicator, f"{level}_text")
    if level == "level2" and indicator.mark:
        text = f"{text}（{indicator.mark}）"
    return SheetCell(text, f"indicators[{index}].{level}", rows=end - index)


def _cell(indicator: Indicator, index: int, column: str) -> SheetCell:
    text = getattr(indicator, column) or ""
    if column == "name" and indicator.label:
        text = f"{indicator.label}：{text}"
    return SheetCell(text, f"indicators[{index}].{column}")
