"""Gather paragraphs of a Word 97 file into cells and rows, those of nested tables apart."""

from __future__ import annotations

from collections.abc import Sequence

from perf_lint.readers.word97.formatting import (
    DEPTH,
    IN_TABLE,
    INNER_CELL,
    INNER_ROW_END,
    ROW_END,
    TABLE_DEFINITION,
    VERTICAL_MERGE,
)
from perf_lint.readers.word97.tables import Edge, Row, row_edges

CELL = "\x07"
_DEFAULT_WIDTH = 2000

Modifiers = dict[int, bytes]


class Gathering:
    """The rows of one table while it is being read; tables deeper than the second level are read as one of that."""

    __slots__ = ("_cells", "_inner", "_lines", "nested", "rows")

    def __init__(self) -> None:
        """Start with no row."""
        self.rows: list[Row] = []
        self.nested: list[Sequence[Row]] = []
        """The tables within cells, in order."""
        self._cells: list[str] = []
        self._lines: list[str] = []
        self._inner: Gathering | None = None

    def take(self, text: str, end: str, modifiers: Modifiers) -> int:
        """Take a paragraph of the table and the mark that ends it; give how many cells that finished."""
        if depth(modifiers) > 1:
            self._inner = self._inner or Gathering()
            is_row, is_cell = _on(modifiers, INNER_ROW_END), _on(modifiers, INNER_CELL)
            return self._inner.add(text, modifiers, is_row=is_row, is_cell=is_cell)
        self._end_inner()
        return self.add(text, modifiers, is_row=_on(modifiers, ROW_END), is_cell=end == CELL)

    def add(self, text: str, modifiers: Modifiers, *, is_row: bool, is_cell: bool) -> int:
        """Take a paragraph that ends a row, a cell or neither; give how many cells that finished."""
        if is_row:
            self.rows.append(_row(self._cells, modifiers))
            count = len(self._cells)
            self._cells, self._lines = [], []
            return count
        self._lines.append(text)
        if is_cell:
            self._cells.append("\n".join(line for line in self._lines if line.strip()))
            self._lines = []
        return 0

    def _end_inner(self) -> None:
        if self._inner is None:
            return
        if self._inner.rows:
            self.nested.append(self._inner.rows)
        self._lines += self._inner.left()
        self._inner = None

    def left(self) -> list[str]:
        """Give the texts that no row took: a damaged table loses nothing."""
        return [*self._cells, *self._lines]


def in_table(modifiers: Modifiers) -> bool:
    """Say whether a paragraph stands in a table."""
    return _on(modifiers, ROW_END) or _on(modifiers, IN_TABLE) or depth(modifiers) > 0


def depth(modifiers: Modifiers) -> int:
    """Say how deep a paragraph stands in nested tables; 0 where it does not say."""
    return int.from_bytes(modifiers.get(DEPTH, b""), "little")


def _on(modifiers: Modifiers, code: int) -> bool:
    return modifiers.get(code) == b"\x01"


def _row(cells: list[str], modifiers: Modifiers) -> Row:
    edges = row_edges(modifiers.get(TABLE_DEFINITION, b""), modifiers.get(VERTICAL_MERGE, b""))
    if len(edges) != len(cells):
        edges = [Edge(i * _DEFAULT_WIDTH, (i + 1) * _DEFAULT_WIDTH, False, False) for i in range(len(cells))]
    return Row(tuple(cells), tuple(edges))
