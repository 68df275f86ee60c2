"""Read the blocks of a Word story in document order: paragraphs, tables, text boxes, content controls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from perf_lint.model.document import Block, Grid, Paragraph
from perf_lint.model.place import Place
from perf_lint.model.words import Words
from perf_lint.readers.base import Limits, ReadError, too_many_cells
from perf_lint.readers.word import names as n
from perf_lint.readers.word.nested import Item, Position, arranged
from perf_lint.readers.word.plain import is_plain, lay_out_plain
from perf_lint.readers.word.table import lay_out
from perf_lint.readers.word.text import TextReader, chosen_branch

if TYPE_CHECKING:
    from lxml.etree import _Element

    from perf_lint.readers.word.chunks import Chunks

_REMOVED = frozenset({n.DEL, n.MOVE_FROM, f"{n.W}sdtPr", f"{n.W}sectPr", n.TCPR})


class BodyReader:
    """Read stories of one document; tables are numbered from 1 in document order, nested ones included."""

    __slots__ = ("_cells", "_chunks", "_limits", "_path", "_reader", "_symbols", "_tables", "seen")

    def __init__(
        self, path: str, limits: Limits, reader: TextReader, has_symbol_fonts: bool, chunks: Chunks | None = None
    ) -> None:
        """Keep the text reader of the document; `has_symbol_fonts` tells whether Wingdings or the like occur in it."""
        self.seen: dict[tuple[int, int, int], _Element] | None = None
        """Where a dict is set: the `w:tc` that begins at each table, row and grid column (all from 1)."""
        self._path = path
        self._limits = limits
        self._reader = reader
        self._symbols = has_symbol_fonts
        self._chunks = chunks
        self._tables = 0
        self._cells = 0

    def blocks(self, story: _Element) -> Iterator[Block]:
        """Give paragraphs (one a line, empty ones left out) and grids of `story`."""
        self._reader.where = Place(self._path)
        for item in self._items(story, 0):
            if isinstance(item, str):
                yield from (Paragraph(line) for line in item.split("\n") if line.strip())
            else:
                yield from item

    def _items(self, container: _Element, depth: int) -> Iterator[Item]:
        """Give what stands in `container`, in order."""
        carried = ""
        for block in self._flow(container):
            if block.tag == n.TBL:
                yield from self._table(block, depth + 1)
                continue
            if block.tag == n.ALT_CHUNK:
                yield from self._chunk(block)
                continue
            text = carried + self._reader.paragraph(block)
            boxes = self._reader.boxes
            carried = ""
            if _mark_is_deleted(block):
                self._reader.notice("tracked-changes")
                carried = text
            else:
                yield text
            for box in boxes:
                yield from self._items(box, depth + 1)
        if carried:
            yield carried

    def _flow(self, container: _Element) -> Iterator[_Element]:
        """Give paragraphs and tables in order, through content controls and the like, deleted ones left out."""
        for child in container:
            tag = child.tag
            if tag in (n.P, n.TBL, n.ALT_CHUNK):
                yield child
            elif tag in _REMOVED:
                continue
            elif tag == n.ALTERNATE:
                yield from self._flow(chosen_branch(child))
            else:
                yield from self._flow(child)

    def _chunk(self, element: _Element) -> Iterator[Item]:
        """Give the text and tables of a file within the document, the tables counted on."""
        found = self._chunks.blocks(element) if self._chunks is not None else None
        if found is None:
            self._reader.notice("embedded-object")
        for block in found or ():
            if isinstance(block, Grid):
                self._tables += 1
                self._count(len(block.cells))
                # lines and pages of the file within are no places in this one
                cells = tuple([cell._replace(line=None, char=None, page=None, box=None) for cell in block.cells])
                yield [Grid(cells, block.aligned, self._tables)]
            else:
                yield block.text

    def _table(self, table: _Element, depth: int) -> Sequence[Item]:
        """Give a table as one grid, then the grids nested in it; of a table that only arranges others, those alone."""
        if depth > self._limits.max_depth:
            raise ReadError(self._path, _too_deep(self._limits.max_depth))
        self._tables += 1
        number, outer = self._tables, self._reader.where
        place = Place(self._path, table=number)
        holders: dict[Position, list[Item]] = {}

        def content(cell: _Element) -> str:
            where = self._reader.where
            if self.seen is not None and where is not None:
                self.seen[number, where.row or 0, where.column or 0] = cell
            return self._cell(cell, holders, depth)

        if self.seen is None and is_plain(table, self._reader.styles, self._symbols):
            layout = lay_out_plain(table, place, self._limits.max_span)
            self._reader.notes.add("merged-away-text", place, layout.covered)
        else:
            layout = lay_out(table, self._reader, content, place, self._limits.max_span)
        self._reader.where = outer
        self._count(len(layout.anchors))
        cells = [anchor.cell() for anchor in layout.anchors]
        return list(arranged(cells, holders, number)) if holders else [[Grid(tuple(cells), table=number)]]

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > self._limits.max_cells:
            raise too_many_cells(self._path, self._limits)

    def _cell(self, cell: _Element, holders: dict[Position, list[Item]], depth: int) -> str:
        """Give a cell's own text without the empty line that must follow a table; a cell with tables is a holder."""
        where = self._reader.where
        items = list(self._items(cell, depth))
        lines = [item for item in items if isinstance(item, str)]
        if len(lines) < len(items) and where is not None:
            holders[where.row or 0, where.column or 0] = items
            while lines and not lines[-1]:
                lines.pop()
        return "\n".join(lines)


def _mark_is_deleted(paragraph: _Element) -> bool:
    """Tell whether the paragraph's end is a tracked deletion: accepted, it runs on into the next one."""
    properties = paragraph.find(n.PPR)
    run = properties.find(n.RPR) if properties is not None else None
    return run is not None and (run.find(n.DEL) is not None or run.find(n.MOVE_FROM) is not None)


def _too_deep(limit: int) -> Words:
    return Words(f"表格嵌套超过 {limit} 层，超出上限", f"tables are nested more than {limit} deep, the limit")
