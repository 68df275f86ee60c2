"""Turn the flow of a page into blocks: data tables as grids, everything else as paragraphs, in document order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perf_lint.model.document import Block, Cell, Grid, Paragraph
from perf_lint.readers.base import Limits
from perf_lint.readers.web.spans import Placed, place_cells
from perf_lint.readers.web.tree import Flow, RawTable


class Blocks:
    """Collects blocks and numbers the tables of one file."""

    def __init__(self, limits: Limits, first_line: int = 1) -> None:
        """Count source lines from `first_line`, where the page stands within another file."""
        self.found: list[Block] = []
        self.tables = 0
        self._limits = limits
        self._shift = first_line - 1

    def add_flow(self, flow: Flow) -> None:
        """Write text and tables in order; raise ValueError where spans exceed the limit of cells."""
        for item in flow.lines():
            if isinstance(item, RawTable):
                self._add_table(item)
            else:
                self.found.append(Paragraph(item[0], self._line(item[1])))

    def _add_table(self, table: RawTable) -> None:
        """Write a table; a row that holds further tables parts it, as a layout table does."""
        self.tables += 1
        number, kept = self.tables, []
        for placed in place_cells(table.all_rows(), self._limits.max_cells):
            if not placed.cell.holds_tables:
                kept.append((placed, _cell_text(placed.cell.content)))
                continue
            self._add_grid(kept, number)
            kept = []
            self.add_flow(placed.cell.content)
        self._add_grid(kept, number)

    def _add_grid(self, placed: Sequence[tuple[Placed, str]], number: int) -> None:
        if len(placed) == 1 or not any(text for _, text in placed):
            # A frame around one text, as pages use them for layout, is no table.
            self.found += self._paragraphs(placed)
            return
        cells = (
            Cell(text, at.row, at.column, at.row_span, at.col_span, line=self._line(at.cell.line))
            for at, text in placed
        )
        self.found.append(Grid(tuple(cells), table=number))

    def _paragraphs(self, placed: Sequence[tuple[Placed, str]]) -> Iterator[Paragraph]:
        for at, _ in placed:
            for text, line in _texts(at.cell.content):
                yield Paragraph(text, self._line(line))

    def _line(self, line: int | None) -> int | None:
        return None if line is None else line + self._shift


def _cell_text(flow: Flow) -> str:
    return "\n".join(text for text, _ in _texts(flow))


def _texts(flow: Flow) -> Iterator[tuple[str, int | None]]:
    """Give the lines of a flow, those within frames too."""
    for item in flow.lines():
        if not isinstance(item, RawTable):
            yield item
            continue
        for row in item.all_rows():
            for cell in row.cells:
                yield from _texts(cell.content)
