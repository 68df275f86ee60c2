"""Lay table cells on their grid: spans across, spans down, indents of rows."""

from __future__ import annotations

from perf_lint.model.document import Cell


class Anchor:
    """A cell that may still grow downwards or to the right."""

    __slots__ = ("col_span", "column", "remarks", "row", "row_span", "text")

    def __init__(self, text: str, row: int, column: int, col_span: int, remarks: tuple[str, ...]) -> None:
        """Start with one row."""
        self.text = text
        self.row = row
        self.column = column
        self.row_span = 1
        self.col_span = col_span
        self.remarks = remarks

    def cell(self) -> Cell:
        """Freeze the cell."""
        return Cell(
            self.text, self.row, self.column, self.row_span, self.col_span,
            None, None, None, None, None, self.remarks,
        )  # fmt: skip


class Layout:
    """Place cells row by row; a continued merge grows its anchor."""

    __slots__ = ("_above", "_here", "_last", "anchors", "column", "covered", "row")

    def __init__(self) -> None:
        """Start above the first row."""
        self.anchors: list[Anchor] = []
        self.row = 0
        self.column = 1
        self.covered = 0
        """How many continued cells still hold text of their own, which nobody sees."""
        self._above: dict[int, Anchor] = {}
        self._here: dict[int, Anchor] = {}
        self._last: Anchor | None = None

    def start_row(self, indent: int) -> None:
        """Begin a row whose first `indent` grid columns are empty space."""
        self.row += 1
        self.column = 1 + indent
        self._above, self._here = self._here, {}
        self._last = None

    def add(self, text: str, span: int, remarks: tuple[str, ...] = ()) -> Anchor:
        """Place a cell of its own."""
        anchor = Anchor(text, self.row, self.column, span, remarks)
        self.anchors.append(anchor)
        self.column += span
        self._last = anchor
        return anchor

    def start_merge(self, text: str, span: int, remarks: tuple[str, ...] = ()) -> None:
        """Place a cell that rows below may continue."""
        column = self.column
        self._here[column] = self.add(text, span, remarks)

    def continue_merge(self, text: str, span: int, remarks: tuple[str, ...] = ()) -> bool:
        """Grow the cell above, or start one where there is none to grow; say whether it grew.

        A cell of another width continues the one above only when it is empty: text is never lost to a broken table.
        """
        anchor = self._above.get(self.column)
        if anchor is None or (anchor.col_span != span and text.strip()):
            self.start_merge(text, span, remarks)
            return False
        anchor.row_span += 1
        self._here[self.column] = anchor
        self.column += span
        self._last = anchor
        return True

    def widen(self, span: int) -> bool:
        """Grow the cell to the left by `span`, unless there is none or it has grown already in a row above."""
        anchor = self._last
        if anchor is None:
            return False
        if anchor.row == self.row:
            anchor.col_span += span
        self.column += span
        return True
