"""Read a table of money with a column for every year: the sums of the form's own year are its amounts."""

from __future__ import annotations

from perf_lint.layout.draft import FormDraft
from perf_lint.layout.labels import Label
from perf_lint.layout.money import is_whole
from perf_lint.layout.rows import Row
from perf_lint.model.document import Cell
from perf_lint.text.blanks import squeeze
from perf_lint.text.pattern import lazy_pattern

ALL_YEARS = "all"
_YEAR = lazy_pattern(r"^(20[0-4]\d)年?度?(?:预算|资金|金额|安排|投资|投入)*数?$")
_MAIN = ("total", "fiscal", "other")

Head = tuple[str, Cell]


def years_side_by_side(row: Row) -> list[Head]:
    """List the years that head a row's columns, and 合计 beside them; nothing where fewer than two years do."""
    if sum(cell.text[:2] == "20" for cell in row.cells) < 2:
        return []
    found: list[Head] = []
    for cell in row.cells:
        year = _YEAR.match(squeeze(cell.text)) if cell.text[:2] == "20" else None
        if year:
            found.append((year[1], cell))
        elif is_whole(cell.text):
            found.append((ALL_YEARS, cell))
    return found if sum(head != ALL_YEARS for head, _ in found) > 1 else []


def take_dated(draft: FormDraft, label: Label, head: Head, row: Row, cell: Cell) -> None:
    """Keep the sum of one year under its label and year, that of all years as one of the 实施期."""
    year, heading = head
    key = f"long:{label.role}:{label.text}" if year == ALL_YEARS else f"{year}:{label.role}:{label.text}"
    draft.set_amount(key, (f"{label.text}·{heading.text}", cell.text, label.unit), (row.origin, cell))


def choose_year(draft: FormDraft, year: int | None) -> None:
    """Let the sums of the form's year be its amounts."""
    if year is None:
        return
    for key in [key for key in draft.amounts if key.startswith(f"{year}:")]:
        role = key.split(":")[1]
        own = role if role in _MAIN else key.partition(":")[2]
        if not draft.amounts.get(own, ("", "", ""))[1]:
            draft.set_amount(own, draft.amounts.pop(key), draft.amount_spots.pop(key))
