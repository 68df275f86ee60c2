"""Read the rows above the indicators: labels with their values beside, behind or below them."""

from __future__ import annotations

from perf_lint.layout.below import Pending, below, covers, last_steps
from perf_lint.layout.draft import FormDraft
from perf_lint.layout.fields import GOALS, Fields
from perf_lint.layout.funds import is_source, take_amount
from perf_lint.layout.kinds import FUND_COLUMN
from perf_lint.layout.labels import Label, column_role, is_coded_unit, money_unit, read_label
from perf_lint.layout.levels import read_level
from perf_lint.layout.money import is_amount, is_unit, is_whole
from perf_lint.layout.prose import has_prose
from perf_lint.layout.rows import Row
from perf_lint.layout.sum_columns import Head, heads_of_sums, take_sums
from perf_lint.layout.tasks import TaskList
from perf_lint.model.document import Cell
from perf_lint.text.pattern import lazy_pattern

LONGEST_REST = 30
"""Characters of a line that may be the rest of a short field."""
LONGEST_UNIT = 24
"""Characters of a text that names a unit of money and nothing else."""
SHORTEST_GOAL = 6
"""Characters; a shorter text beside 目标 is no goal."""
_MONEY_HEADING = lazy_pattern(r"[^\d：:]*(?:资金|预算|金额|经费|投资)[^\d：:]*[（(][^（）()\d]*元[）)]$")
_CODE = lazy_pattern(r"(?<![0-9A-Za-z])(?:[0-9A-Z]{18}|\d{3,12})(?![0-9A-Za-z])")
_COLON = lazy_pattern(r"^[^：:，。；]{2,12}[：:]")
"""How a field begins, in whatever words."""


class HeaderReader:
    """Read header rows one after another; labels without a value wait for the next row."""

    def __init__(self, draft: FormDraft) -> None:
        self._draft = draft
        self._pending: list[Pending] = []
        self._fields = Fields(draft)
        self.give = self._fields.give
        """Puts a value where its label says."""
        self._block = ""
        """The block of the form that the row stands in: `block` of money, `purpose_block`, `plan`."""
        self._tasks = TaskList()
        self._sum_columns: list[Head] = []
        """The columns of a money table with several sums a line."""
        self.below = False
        """The indicators have begun: 合计 is theirs from now on."""

    def take(self, row: Row) -> None:
        """Read one row."""
        if row.kinds & FUND_COLUMN and self._takes_heads_of_sums(row):
            return
        if self._take_tasks(row):
            return
        waiting, self._pending = self._pending, []
        if waiting and row.aligned and self._take_parts_heading(row, waiting):
            return
        if waiting and self._takes_sums_below(row, waiting):
            return
        fields = self._fields
        short, fields.short = fields.short, None
        loose, labelled = self._pairs(row)
        if labelled:
            for cell in loose:
                if not (self._is_further_line(row, cell) or self._takes_below(row, cell, waiting)):
                    self._draft.leave(row, cell)
        elif loose and not (short and not waiting and self._continues(row, *short)):
            self._unlabelled(row, loose, waiting)

    def _takes_heads_of_sums(self, row: Row) -> bool:
        """Take the heading row of a money table with several sums a line."""
        heads = heads_of_sums(row)
        if not heads:
            return False
        self._sum_columns = heads
        for cell in row.cells:
            label = read_label(cell.text, tolerant=False)
            if label and label.role == "block":
                self._take_block(row, label, cell)
        return True

    def _take_parts_heading(self, row: Row, waiting: list[Pending]) -> bool:
        """Take headings below a wide heading of money that part it (财政资金: 小计 中央 省级); 小计 is the whole."""
        above = [(label, head) for label, head in waiting if label.kind == "funds" and head.col_span > 1]
        parts = [(label, cell) for cell in row.cells for label, head in above if covers(head, cell)]
        if not parts or len(parts) < len(row.cells) or any(is_amount(cell.text) for cell in row.cells):
            return False
        wide = {label for label, _ in parts}
        self._pending = [(label, head) for label, head in waiting if label not in wide]
        for label, cell in parts:
            whole = is_whole(cell.text)
            self._pending.append((label if whole else label._replace(role="item", text=cell.text), cell))
        return True

    def _takes_sums_below(self, row: Row, waiting: list[Pending]) -> bool:
        """Take a row of sums with a heading of its own (金额) below their labels."""
        first, sums = row.cells[0], row.cells[1:]
        if len(sums) < 2 or not all(is_amount(cell.text) for cell in sums) or is_amount(first.text):
            return False
        label = read_label(first.text, tolerant=False)
        if not (label and label.kind == "blocks") and column_role(first.text, "fund_columns") != "budget":
            return False
        matched = below(row, list(sums), waiting)
        for label, cell in matched:
            self.give(row, label, cell.text, cell)
        return bool(matched)

    def _is_further_line(self, row: Row, cell: Cell) -> bool:
        """Take a further line of a long text, in a row that was written one cell a line."""
        if row.aligned or not self._fields.last or cell.line is None or cell.line == row.cells[0].line:
            return False
        self._draft.append(self._fields.last, cell.text)
        return True

    def _takes_below(self, row: Row, cell: Cell, waiting: list[Pending]) -> bool:
        """Take a sum right below its label, beside cells that name their own (964 | 一般公共预算：964)."""
        if not row.aligned or not is_amount(cell.text):
            return False
        label = next((label for label, head in waiting if label.kind == "funds" and covers(head, cell)), None)
        if label:
            self.give(row, label, cell.text, cell)
        return label is not None

    def _continues(self, row: Row, role: str, before: Cell) -> bool:
        """Take a lone cell right below a field as the rest of it, parted by a line break within the cell."""
        cell = row.cells[0]
        near = cell.line is not None and before.line is not None and cell.line - before.line == 1
        if len(row.cells) > 1 or row.aligned or not near or cell.column > 1 or len(cell.text) > LONGEST_REST:
            return False
        if _COLON.search(cell.text) or "指标" in cell.text:  # another field, in words that are not known
            return False
        self._draft.append(role, cell.text)
        return True

    def _pairs(self, row: Row) -> tuple[list[Cell], bool]:
        """Walk over the cells from label to label; give the cells no label claims, and whether there was a label."""
        cells, loose, at, labelled = row.cells, [], 0, False
        while at < len(cells):
            cell = cells[at]
            label = read_label(cell.text, tolerant=read_level(cell.text) is None) or self._source(cells, at)
            if label is None:
                if not self._take_unit(cell):
                    loose.append(cell)
                at += 1
                continue
            labelled = True
            label = _inner(label)
            if label.damaged:
                self._draft.damaged(label.text, row.origin, cell)
            at += self._take_label(row, label, at)
        return loose, labelled

    def _source(self, cells: tuple[Cell, ...], at: int) -> Label | None:
        """Understand a cell of the money block as a source in words of its own, where a sum stands behind it."""
        text = cells[at].text
        inside = self._block == "block" or text.startswith("其中")
        if not inside or self.below or at + 1 == len(cells) or not is_amount(cells[at + 1].text):
            return None
        return Label("funds", "item", text.rstrip(":：")) if is_source(text) else None

    def _take_tasks(self, row: Row) -> bool:
        """Take a row of a 部门整体 form's list of tasks, and what its last row adds up."""
        sums = self._tasks.take(row)
        if sums is None:
            return False
        self._draft.header_unit = self._tasks.unit or self._draft.header_unit
        for label, cell in sums:
            take_amount(self._draft, label, cell.text, row, cell)
        return True

    def _take_unit(self, cell: Cell) -> bool:
        """Take a unit of money that stands alone, or in the brackets of a money heading whose words are not known."""
        text = cell.text
        unit = money_unit(text) if len(text) <= LONGEST_UNIT else ""
        if not unit or not ("单位" in text or (text[0] in "(（" and len(text) <= 6) or _MONEY_HEADING.match(text)):
            return False
        self._draft.header_unit = unit
        return True

    def _take_label(self, row: Row, label: Label, at: int) -> int:
        """Read the label at `at` with its value; give how many cells that took."""
        cell, rest = row.cells[at], row.cells[at + 1 :]
        label = self._meant(row, label, at)
        if label.has_rest and label.rest:
            self.give(row, label, label.rest, cell)
            return 1
        if self._take_block(row, label, cell):
            return 1
        following = read_label(rest[0].text, tolerant=False) if rest else None
        if following and _is_money_word(label, following, rest):
            following = None
        if following and following.kind == "funds" and at and is_whole(cell.text) and self._block == "block":
            label = label._replace(kind="funds", role="total")  # 资金来源 | 合计 | 财政拨款 | 其他, sums below
        if label.kind == "notes":
            whole = self._whole(label, rest)
            return 1 + (self._take_value(row, whole, rest) if whole else _unlabelled_run(rest))
        if rest and following is None:
            return 1 + self._take_value(row, label, rest)
        if following and following.has_rest and following.role == label.role:
            self.give(row, label, following.rest, rest[0])
            return 2
        if following and at == 0 and label.role == "goal" and following.role in GOALS:
            heads_block = following.role in ("goal", "long_term_goal") or len(rest) > 1
            if heads_block:
                return 1
        self._pending.append((label, cell))
        self._fields.declare(row, label, cell)
        return 1

    def _meant(self, row: Row, label: Label, at: int) -> Label:
        """Say of the heading of a block that it names a field: 资金 before a sum, 目标 before a text of its own."""
        rest = row.cells[at + 1 :]
        if label.role == "block" and label.kind == "funds":
            whole = is_amount(label.rest) if label.rest else self._is_sum(label, at, rest)
            return label._replace(role="total") if whole else label
        if label.text == "目标" and label.kind == "blocks" and not self.below:
            alone = rest[0].text if len(row.cells) == 2 and at == 0 else ""
            if label.rest or len(alone) > SHORTEST_GOAL:
                return label._replace(kind="fields", role="goal")
        return label

    def _is_sum(self, label: Label, at: int, rest: tuple[Cell, ...]) -> bool:
        """Say whether the name of a money block names the sum: before an amount, or among headings of sums."""
        if rest and is_amount(rest[0].text) and not self._sum_columns:
            return True
        return at > 0 and "预算" in label.text and "total" not in self._draft.amounts

    def _whole(self, label: Label, rest: tuple[Cell, ...]) -> Label | None:
        """Say of 合计 that it is the total: behind a money heading or among its lines, before a sum of money."""
        known = self._draft.amounts.get("total")
        if not is_whole(label.text) or self._sum_columns or self.below or not rest:
            return None
        if not is_amount(rest[0].text) or (known and known[1]):
            return None
        heading = next((pending for pending, _ in self._pending if pending.role == "total"), None)
        if heading is None and self._block != "block" and not self._draft.amounts:
            return None
        return heading or label._replace(kind="funds", role="total")

    def _take_value(self, row: Row, label: Label, rest: tuple[Cell, ...]) -> int:
        if self._sum_columns and label.kind == "funds":
            count = _unlabelled_run(rest)
            take_sums(self._draft, row, label, rest[:count], self._sum_columns)
            return count
        if label.kind == "funds" and len(rest) > 1 and is_unit(rest[1].text) and not label.unit:
            self.give(row, label._replace(unit=rest[1].text.strip()), rest[0].text, rest[0])
            return 2
        self.give(row, label, rest[0].text, rest[0])
        if label.role in ("department", "implementing_unit") and len(rest) > 1 and _CODE.fullmatch(rest[1].text):
            role = "department_code" if label.role == "department" else "unit_code"
            self._draft.put(role, rest[1].text, row.origin, rest[1])
            return 2
        return 1

    def _take_block(self, row: Row, label: Label, cell: Cell) -> bool:
        """Take the heading of a block of cells."""
        if label.kind == "funds" and label.role in ("block", "purpose_block"):
            self._block = label.role
            self._draft.header_unit = label.unit or self._draft.header_unit
            self._draft.spots.setdefault("funding", (row.origin, cell))
            return True
        if label.kind == "plan" and label.role == "block":
            self._block = "plan"
            self._draft.spots.setdefault("plan", (row.origin, cell))
            return True
        return label.kind in ("blocks", "long_blocks")

    def _unlabelled(self, row: Row, loose: list[Cell], waiting: list[Pending]) -> None:
        """Read a row without labels: values below their labels, the rest of a long text, or nothing known."""
        draft = self._draft
        matched = below(row, loose, waiting) or last_steps(loose, waiting)
        if matched:
            for label, cell in matched:
                self.give(row, label, cell.text, cell)
        elif self._block == "purpose_block" and len(loose) == 1 and not draft.texts.get("purpose"):
            draft.put("purpose", loose[0].text, row.origin, loose[0])
            self._fields.last = "purpose"
        elif self._fields.last and len(loose) == 1 and not waiting and not _tells_indicators(loose[0].text):
            draft.append(self._fields.last, loose[0].text)
        else:
            for cell in loose:
                early = not draft.texts.get("project_name")
                if early and is_coded_unit(cell.text) and draft.put("implementing_unit", cell.text, row.origin, cell):
                    continue
                draft.leave(row, cell)
                if _tells_indicators(cell.text):
                    self._fields.last = ""


def _tells_indicators(text: str) -> bool:
    """Say whether a line belongs to indicators told in sentences, not to the text above it."""
    return has_prose(text) or read_level(text) is not None


def _inner(label: Label) -> Label:
    """Give the label that stands behind the heading of the money block in the same cell (资金来源：财政性资金)."""
    if label.role != "block" or label.kind != "funds" or not label.rest:
        return label
    return read_label(label.rest, tolerant=False) or label


def _unlabelled_run(cells: tuple[Cell, ...]) -> int:
    """Count the cells up to the next label."""
    for count, cell in enumerate(cells):
        if read_label(cell.text, tolerant=False):
            return count
    return len(cells)


def _is_money_word(label: Label, following: Label, rest: tuple[Cell, ...]) -> bool:
    """Tell 项目属性 | 其他 and 项目属性 | 上级专项 from a label that follows a label."""
    if label.kind != "fields" or following.kind != "funds" or following.has_rest:
        return False
    return len(following.text) <= 2 or (label.role == "attribute" and not (rest[1:] and is_amount(rest[1].text)))
