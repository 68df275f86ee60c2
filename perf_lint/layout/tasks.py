"""Read the list of tasks of a 部门整体 form: what its lines add up to is the form's money."""

from __future__ import annotations

from perf_lint.layout.below import covers
from perf_lint.layout.kinds import TASK
from perf_lint.layout.labels import Label, money_unit, read_label
from perf_lint.layout.money import is_amount, is_whole
from perf_lint.layout.rows import Row
from perf_lint.model.document import Cell


class TaskList:
    """The rows from 任务名称 to the first row that begins with another field."""

    def __init__(self) -> None:
        self.unit = ""
        """The unit of money that the heading names."""
        self._sums: list[tuple[Label, Cell]] = []
        """The headings of its columns of money: 总额, 财政拨款, 其他资金."""
        self._open = False

    def take(self, row: Row) -> list[tuple[Label, Cell]] | None:
        """Read a row of the list: give the sums that it adds up, or None where the row is none of the list."""
        if not self._open and not row.kinds & TASK:
            return None
        labels = [read_label(cell.text, tolerant=False) for cell in row.cells]
        if any(label and label.role == "task" for label in labels):
            self._open = True
            self.unit = next(filter(None, (money_unit(cell.text) for cell in row.cells)), self.unit)
            self._head(row, labels)
            return []
        if not self._open:
            return None
        if not any(labels):
            return []
        if self._head(row, labels):
            return []
        return self._whole(row, labels) or None

    def _head(self, row: Row, labels: list[Label | None]) -> bool:
        """Take the headings of the columns of money, below 预算金额 or beside 任务名称."""
        sums = [(label, cell) for label, cell in zip(labels, row.cells, strict=True) if label and label.kind == "funds"]
        if len(sums) < 2 or any(label.has_rest for label, _ in sums) or any(is_amount(cell.text) for cell in row.cells):
            return False
        self._sums = sums
        return True

    def _whole(self, row: Row, labels: list[Label | None]) -> list[tuple[Label, Cell]]:
        """Match the sums of the closing row to their headings: by column, else from the right."""
        first = labels[0]
        if not self._sums or first is None or not (first.role == "total" or is_whole(first.text)):
            return []
        cells = [cell for cell in row.cells[1:] if is_amount(cell.text)]
        if not row.aligned:
            return (
                list(zip((label for label, _ in self._sums), cells, strict=True))
                if len(cells) == len(self._sums)
                else []
            )
        return [(label, cell) for cell in cells for label, head in self._sums if covers(head, cell)]
