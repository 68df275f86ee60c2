"""Read money tables with several sums a line, each below a heading (年初预算数, 全年执行数 …)."""

from __future__ import annotations

from perf_lint.layout.below import by_heading
from perf_lint.layout.dated import ALL_YEARS, take_dated, years_side_by_side
from perf_lint.layout.draft import FormDraft
from perf_lint.layout.funds import take_amount
from perf_lint.layout.kinds import FUND_COLUMN, KINDS
from perf_lint.layout.labels import Label, column_role
from perf_lint.layout.money import is_amount
from perf_lint.layout.rows import Row
from perf_lint.model.document import Cell

Head = tuple[str, Cell]
"""What a column of sums holds, and its heading."""


def heads_of_sums(row: Row) -> list[Head]:
    """Give the columns that a heading row of such a table names; nothing of any other row."""
    if not _may_head_sums(row):
        return []
    roles = years_side_by_side(row) or [
        (role, cell) for cell in row.cells if (role := column_role(cell.text, "fund_columns"))
    ]
    if len(roles) < 2 or (len({role for role, _ in roles}) < 2 and roles[0][0] != "budget"):
        return []
    return [] if any(is_amount(cell.text) for cell in row.cells) else roles


def take_sums(draft: FormDraft, row: Row, label: Label, cells: tuple[Cell, ...], heads: list[Head]) -> None:
    """Take the sums of one line of such a table: the first budget column is the form's amount."""
    pairs = by_heading(row, cells, heads)
    budget = next(((head, cell) for head, cell in pairs if head[0] == "budget"), None)
    for head, cell in pairs:
        if budget and cell is budget[1]:
            take_amount(draft, label, cell.text, row, cell)
        elif head[0] == ALL_YEARS or head[0].isdecimal():
            take_dated(draft, label, head, row, cell)
        elif head[0] != "rate":
            named = label._replace(role="item", text=f"{label.text}·{head[1].text}")
            take_amount(draft, named, cell.text, row, cell)


def _may_head_sums(row: Row) -> bool:
    """Say at a glance whether two cells may head columns of sums: a year alone (项目期 2023年) does not."""
    return sum([cell.text[:2] == "20" or KINDS[cell.text] & FUND_COLUMN > 0 for cell in row.cells]) > 1
