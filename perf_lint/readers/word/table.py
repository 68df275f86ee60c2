"""Read a Word table into a grid, whatever stands in it: merges, controls, tracked rows, nested tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from perf_lint.model.document import snippet
from perf_lint.model.place import Place
from perf_lint.model.words import Words
from perf_lint.readers.base import ReadError
from perf_lint.readers.word import names as n
from perf_lint.readers.word.merge import Layout
from perf_lint.readers.word.text import TextReader, chosen_branch

if TYPE_CHECKING:
    from lxml.etree import _Element

_WRAPPERS = frozenset({f"{n.W}sdt", f"{n.W}sdtContent", f"{n.W}customXml", f"{n.W}smartTag", n.INS, n.MOVE_TO})
_REMOVED = frozenset({n.DEL, n.MOVE_FROM})


def children(parent: _Element, tag: str) -> Iterator[_Element]:
    """Give the children called `tag`, through content controls and tracked changes, deleted ones left out."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from children(child, tag)
        elif child.tag == n.ALTERNATE:
            yield from children(chosen_branch(child), tag)


def lay_out(
    table: _Element, reader: TextReader, content: Callable[[_Element], str], place: Place, max_span: int
) -> Layout:
    """Place every cell of `table`; `content` reads a cell, `place` names the file and table.

    Raises ReadError where spans lead beyond `max_span` columns.
    """
    layout = Layout()
    for row in children(table, n.TR):
        properties = row.find(n.TRPR)
        if properties is not None and _is_gone(row, properties, reader, place):
            continue
        layout.start_row(max(n.child_number(properties, n.GRID_BEFORE, 0), 0))
        for cell in children(row, n.TC):
            _place_cell(cell, layout, reader, content, place)
        check_width(layout, place, max_span)
    return layout


def check_width(layout: Layout, place: Place, max_span: int) -> None:
    """Refuse a table whose spans make it absurdly wide."""
    if layout.column > max_span:
        raise ReadError(
            place.file,
            Words(
                f"第 {place.table} 个表格的合并跨度超出上限 {max_span} 列，文件可能已损坏",
                f"the spans of table {place.table} lead beyond {max_span} columns, the limit; the file may be damaged",
            ),
        )


def _place_cell(
    cell: _Element, layout: Layout, reader: TextReader, content: Callable[[_Element], str], place: Place
) -> None:
    properties = cell.find(n.TCPR)
    if properties is not None and properties.find(f"{n.W}cellDel") is not None:
        reader.notice("tracked-changes")
        return
    span = max(n.child_number(properties, n.GRID_SPAN, 1), 1)
    reader.where = place._replace(row=layout.row, column=layout.column)
    outer, reader.noticed = reader.noticed, []
    text = content(cell)
    reader.where = place._replace(row=layout.row, column=layout.column, snippet=snippet(text))
    remarks = tuple(dict.fromkeys(reader.noticed))
    reader.noticed = outer
    across, down = _merge(properties, n.H_MERGE), _down(properties)
    if across == "continue" and layout.widen(span):
        grown = True
    elif down == "continue":
        grown = layout.continue_merge(text, span, remarks)
    elif down:
        layout.start_merge(text, span, remarks)
        grown = False
    else:
        layout.add(text, span, remarks)
        grown = False
    if grown and text.strip():
        reader.notice("merged-away-text")


def _merge(properties: _Element | None, tag: str) -> str:
    """Give `restart`, `continue` or nothing; a merge mark without a value continues."""
    found = properties.find(tag) if properties is not None else None
    return "" if found is None else found.get(n.VAL, "continue")


def _down(properties: _Element | None) -> str:
    """Give the vertical merge as it is once tracked merges are accepted."""
    tracked = properties.find(f"{n.W}cellMerge") if properties is not None else None
    if tracked is not None and (state := tracked.get(f"{n.W}vMerge")):
        return "continue" if state == "cont" else "restart"
    return _merge(properties, n.V_MERGE)


def _is_gone(row: _Element, properties: _Element, reader: TextReader, place: Place) -> bool:
    reader.where = place
    if properties.find(n.INS) is not None:
        reader.notice("tracked-changes")
    if properties.find(n.DEL) is not None:
        reader.notice("tracked-changes")
        return True
    if n.is_on(properties.find(f"{n.W}hidden")) and any((text.text or "").strip() for text in row.iter(n.T)):
        reader.notice("hidden-text")
        return True
    return False
