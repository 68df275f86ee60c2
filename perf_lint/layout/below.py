"""Match cells to the labels that stand above them."""

from __future__ import annotations

from perf_lint.layout.labels import Label
from perf_lint.layout.money import is_amount
from perf_lint.layout.rows import Row
from perf_lint.model.document import Cell
from perf_lint.text.pattern import lazy_pattern

Pending = tuple[Label, Cell]
_WHOLE_PLAN = lazy_pattern(r"^100(?:\.0+)?[%％]?$")


def below(row: Row, loose: list[Cell], waiting: list[Pending]) -> list[tuple[Label, Cell]]:
    """Match values to the labels of the row above, by column where columns can be trusted, else by number."""
    if not waiting or not all(_fits_below(label, cell) for (label, _), cell in zip(waiting, loose, strict=False)):
        return []
    if row.aligned and len(waiting) > 1:
        pairs = [(label, cell) for cell in loose for label, head in waiting if covers(head, cell)]
        return pairs if len(pairs) == len(loose) else []
    if len(waiting) == len(loose):
        return [(label, cell) for (label, _), cell in zip(waiting, loose, strict=True)]
    return []


def last_steps(loose: list[Cell], waiting: list[Pending]) -> list[tuple[Label, Cell]]:
    """Give the only figure below the dates of a spending plan to the last date where it is the whole: 12月底 100%."""
    steps = [label for label, _ in waiting]
    if len(loose) != 1 or len(steps) < 2 or any(label.kind != "plan" for label in steps):
        return []
    return [(steps[-1], loose[0])] if _WHOLE_PLAN.match(loose[0].text.strip()) else []


def _fits_below(label: Label, cell: Cell) -> bool:
    """Say whether a cell can be the value of a label above it: sums of money below money labels only."""
    return label.kind != "funds" or is_amount(cell.text)


def covers(head: Cell, cell: Cell) -> bool:
    """Say whether a cell begins below a heading."""
    return head.column <= cell.column < head.column + head.col_span


def by_heading(
    row: Row, values: tuple[Cell, ...], heads: list[tuple[str, Cell]]
) -> list[tuple[tuple[str, Cell], Cell]]:
    """Match the sums of a row to the headings of its table."""
    if row.aligned:
        return [(head, cell) for cell in values for head in heads if covers(head[1], cell)]
    return list(zip(heads, values, strict=False))
