"""Collect what is read of one form, and where it stands, until the form is whole."""

from __future__ import annotations

from perf_lint.layout.rows import Origin, Row
from perf_lint.model.document import Cell, Remark
from perf_lint.model.form import PlanStep
from perf_lint.model.words import Words
from perf_lint.text.blanks import join_parts

Spot = tuple[Origin, Cell]


class FormDraft:
    """A form in the making: texts by role and the cell of each."""

    __slots__ = (
        "_more",
        "amount_spots",
        "amounts",
        "has",
        "header_unit",
        "plan",
        "remarks",
        "spots",
        "texts",
        "unread",
    )

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.spots: dict[str, Spot] = {}
        self.amounts: dict[str, tuple[str, str, str]] = {}
        """Role to label, text and unit of the label."""
        self.amount_spots: dict[str, Spot] = {}
        self._more: dict[str, list[str]] = {}
        self.plan: list[PlanStep] = []
        self.unread: list[Spot] = []
        self.remarks: list[Remark] = []
        self.has: set[str] = set()
        self.header_unit = ""

    def put(self, role: str, text: str, origin: Origin, cell: Cell) -> bool:
        """Set a field unless it already has a text; say whether it was taken."""
        if self.texts.get(role):
            return False
        self.texts[role] = text
        self.spots[role] = (origin, cell)
        return True

    def declare(self, role: str, origin: Origin, cell: Cell) -> None:
        """Note that the form prints a field, though it may be left blank."""
        if role not in self.texts:
            self.texts[role] = ""
            self.spots[role] = (origin, cell)

    def rename(self, role: str, other: str) -> None:
        """Give what was read as one field to another."""
        self.texts[other], self.spots[other] = self.texts.pop(role), self.spots.pop(role)
        if role in self._more:
            self._more[other] = self._more.pop(role)

    def set_amount(self, key: str, written: tuple[str, str, str], spot: Spot) -> None:
        """Keep a sum of money: label, text and the unit that the label names."""
        self.amounts[key] = written
        self.amount_spots[key] = spot

    def append(self, role: str, text: str) -> None:
        """Continue a field's text with that of a following row."""
        self._more.setdefault(role, [self.texts[role]]).append(text)

    def close(self) -> None:
        """Put the pieces of continued texts together."""
        for role, parts in self._more.items():
            self.texts[role] = join_parts(parts)
        self._more.clear()

    def leave(self, row: Row, cell: Cell) -> None:
        """Keep a cell that nothing took."""
        self.unread.append((row.origin, cell))

    def remark(self, code: str, words: Words, origin: Origin, cell: Cell) -> None:
        """Keep a note on how something was recognised."""
        self.remarks.append(Remark(code, words, origin.place(cell)))

    def damaged(self, understood: str, origin: Origin, cell: Cell) -> None:
        """Note a label that was understood in spite of a slip."""
        zh = f"“{cell.text}”按“{understood}”理解，请核对用字"
        self.remark(
            "damaged-label", Words(zh, f"“{cell.text}” was taken for “{understood}”; check the wording"), origin, cell
        )
