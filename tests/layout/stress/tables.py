"""Draw pages as real tables: level cells merged over their rows, a new table on every page."""

from __future__ import annotations

from perf_lint.model.document import Cell, Document, Grid, Paragraph
from tests.layout.stress.bases import Line, Page

BROAD = ("field", "goal", "rest", "money")
APART = ("title", "year", "loose")


def draw(page: Page) -> Document:
    """Make a document of aligned grids."""
    blocks: list[Grid | Paragraph] = []
    rows: list[Line] = []
    for line in [*page.lines, Line("blank", [])]:
        if line.kind not in (*APART, "blank", "gap"):
            rows.append(line)
            continue
        if rows:
            blocks.append(Grid(tuple(_cells(page, rows)), aligned=True, table=len(blocks) + 1))
            rows = []
        if line.kind in APART:
            blocks.append(Paragraph(line.cells[0]))
    return Document("a.docx", "docx", tuple(blocks), binary=True)


def _cells(page: Page, rows: list[Line]) -> list[Cell]:
    return [
        Cell(text, number, at + 1, _height(page, rows[number - 1 :], at), _breadth(page, line, at))
        for number, line in enumerate(rows, 1)
        for at, text in enumerate(line.cells)
        if text
    ]


def _breadth(page: Page, line: Line, at: int) -> int:
    """Merge a header cell with the empty cells on its right."""
    end = at + 1
    while line.kind in BROAD and end < len(page.columns) and not line.cells[end]:
        end += 1
    return end - at


def _height(page: Page, rows: list[Line], at: int) -> int:
    """Merge a level cell with the empty cells below."""
    one, two = page.at("level1"), page.at("level2")
    if rows[0].kind != "row" or at not in (one, two):
        return 1
    high = 1
    for line in rows[1:]:
        if line.kind not in ("row", "rest") or line.cells[at] or (at == two and line.cells[one]):
            break
        high += 1
    return high
