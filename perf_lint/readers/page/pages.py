"""Put the tables and lines of all pages into document order, tables over several pages joined."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from perf_lint.model.document import Block, Cell, Grid, Paragraph
from perf_lint.readers.page.breaks import continues, joined_cells
from perf_lint.readers.page.tables import PageTables, Row, Table
from perf_lint.readers.page.titles import repeated_titles
from perf_lint.text.pattern import lazy_pattern

MARGIN, NUMBER_MARGIN = 0.09, 0.15
"""Of the page height: where running heads and feet stand, and how far in a page number may stand."""

YEARS = 1900
"""From here on a number at the head of a page is the year of a form, not a page."""

_PAGE_NUMBER = lazy_pattern(
    r"[-—–－·\s]*第?\s*\d+\s*页?(\s*[,，/／]?\s*(共|of)?\s*\d+\s*页?)?[-—–－·\s]*|page\s*\d+.*", re.IGNORECASE
)
_DIGITS = lazy_pattern(r"\d+")
_PRINTED = lazy_pattern(
    r"(?:https?|file|about|blob):\S*|\d+\s*/\s*\d+"
    r"|\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?[,，]?\s*(?:[上下]午\s*)?\d{1,2}:\d{2}.*",
    re.IGNORECASE,
)
"""What browsers print in the margins: the address, the page of how many, date and time."""


def blocks_of(pages: Sequence[PageTables]) -> tuple[Block, ...]:
    """Give all blocks in document order."""
    order = _Order()
    for index, page in enumerate(pages):
        neighbours = [*pages[max(0, index - 1) : index], *pages[index + 1 : index + 2]]
        titles = repeated_titles(pages[index - 1], page) if index else ()
        for item in page.items():
            if isinstance(item, Table):
                order.add_table(item, page.number, page.until)
            elif item in titles or _runs(item, page, neighbours):
                order.add_margin(Paragraph(item.text, page=page.number))
            else:
                order.add_row(item, page.number)
    return order.finish()


class _Order:
    """Gathers blocks; holds back what a later item may still continue."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._parts: list[Table] = []
        self._page = 0
        self._margins: list[Block] = []
        self._rows: list[tuple[Row, int]] = []
        self._tables = 0

    def add_table(self, table: Table, page: int, until: int = 0) -> None:
        """Take a table: the rest of the one before, where only a page break parts them; `until` is the page's last."""
        self._end_rows()
        if self._parts and self._page == page - 1 and continues(self._parts[-1], table):
            self._parts.append(table)
        else:
            self._end_table()
            self._parts = [table]
        self._page = until or page

    def add_margin(self, paragraph: Paragraph) -> None:
        """Take a running head or foot, which ends nothing."""
        self._margins.append(paragraph)
        if not self._parts and not self._rows:
            self._end_margins()

    def add_row(self, row: Row, page: int) -> None:
        """Take a line outside tables."""
        self._end_table()
        self._rows.append((row, page))

    def finish(self) -> tuple[Block, ...]:
        """Give the blocks, nothing held back."""
        self._end_rows()
        self._end_table()
        self._end_margins()
        return tuple(self._blocks)

    def _end_table(self) -> None:
        if self._parts:
            self._tables += 1
            self._blocks.append(Grid(joined_cells(self._parts), table=self._tables))
            self._parts = []
            self._end_margins()

    def _end_margins(self) -> None:
        self._blocks += self._margins
        self._margins = []

    def _end_rows(self) -> None:
        """Write loose lines: those from the first to the last line with columns are a grid, the others paragraphs."""
        rows, self._rows = self._rows, []
        wide = [number for number, (row, _) in enumerate(rows) if len(row.parts) > 1]
        first, last = (wide[0], wide[-1] + 1) if wide else (len(rows), len(rows))
        self._blocks += _paragraphs(rows[:first])
        if wide:
            self._tables += 1
            self._blocks.append(Grid(tuple(_cells(rows[first:last])), aligned=False, table=self._tables))
            self._blocks += _paragraphs(rows[last:])
        if rows:
            self._end_margins()


def _paragraphs(rows: Sequence[tuple[Row, int]]) -> Iterator[Paragraph]:
    return (Paragraph(row.text, page=page) for row, page in rows)


def _cells(rows: Sequence[tuple[Row, int]]) -> Iterator[Cell]:
    for number, (row, _) in enumerate(rows, 1):
        for column, part in enumerate(row.parts, 1):
            yield Cell(part.text, number, column, page=part.page, box=part.box)


def _runs(row: Row, page: PageTables, neighbours: Sequence[PageTables]) -> bool:
    """Say whether a line is a running head or foot: in the margin, and a page number or there on the next page too."""
    middle = (row.top + row.bottom) / 2 / page.height
    edge = min(middle, 1 - middle)
    if edge < NUMBER_MARGIN and _PAGE_NUMBER.fullmatch(row.text):
        return True
    if edge < MARGIN and any(_PRINTED.fullmatch(part.text) for part in row.parts):
        return True
    return edge < MARGIN and any(
        abs(other.top - row.top) < row.bottom - row.top and _differ_by_pages(row.text, other.text)
        for neighbour in neighbours
        for other in neighbour.rows
    )


def _differ_by_pages(text: str, other: str) -> bool:
    """Say whether two texts are the same but for the number of the page, which grows by one."""
    if text == other:
        return True
    numbers = [(int(a), int(b)) for a, b in zip(_DIGITS.findall(text), _DIGITS.findall(other), strict=False)]
    is_page = all(a == b or (abs(a - b) == 1 and max(a, b) < YEARS) for a, b in numbers)
    return is_page and _DIGITS.sub("0", text) == _DIGITS.sub("0", other)
