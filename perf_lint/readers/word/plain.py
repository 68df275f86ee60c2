"""Read tables that hold nothing but text and merges in one flat pass: most real tables, several times faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perf_lint.model.place import Place
from perf_lint.readers.word import names as n
from perf_lint.readers.word.merge import Layout
from perf_lint.readers.word.styles import Styles
from perf_lint.readers.word.table import check_width

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPECIAL = (
    *(
        n.W + name
        for name in (
            "tbl", "sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveTo", "moveFrom", "numPr", "vanish",
            "fldChar", "instrText", "sym", "tab", "ptab", "noBreakHyphen", "ruby", "vertAlign", "txbxContent", "object",
            "drawing", "pict", "altChunk", "footnoteReference", "endnoteReference", "commentReference", "gridBefore",
            "hMerge", "hidden", "cellDel", "cellIns", "cellMerge", "tcPrChange", "trPrChange", "delText",
        )
    ),
    n.ALTERNATE,
    n.M + "oMath",
)  # fmt: skip
"""Elements that ask for the full walk; a table without any of them reads the same in both ways."""
_READ = (n.GRID_SPAN, n.V_MERGE, n.P, n.T, n.BR, n.CR)


def is_plain(table: _Element, styles: Styles, has_symbol_fonts: bool) -> bool:
    """Tell whether the flat pass sees all there is to see in `table`."""
    inner = table.iter(*_SPECIAL)
    if next(inner, None) is not table or next(inner, None) is not None:  # the table itself is the first hit
        return False
    if has_symbol_fonts and next(table.iter(n.R_FONTS), None) is not None:
        return False
    special = styles.special
    return not special or all(style.get(n.VAL) not in special for style in table.iter(n.P_STYLE, n.R_STYLE))


def lay_out_plain(table: _Element, place: Place, max_span: int) -> Layout:
    """Place every cell of a plain table."""
    layout = Layout()
    for row in table.iter(n.TR):
        layout.start_row(0)
        for cell in row.iter(n.TC):
            _place(cell, layout)
        check_width(layout, place, max_span)
    return layout


def _place(cell: _Element, layout: Layout) -> None:
    pieces: list[str] = []
    span, merge, is_first = 1, "", True
    for node in cell.iter(*_READ):
        tag = node.tag
        if tag == n.T:
            pieces.append(node.text or "")
        elif tag == n.P:
            if not is_first:
                pieces.append("\n")
            is_first = False
        elif tag == n.V_MERGE:
            merge = node.get(n.VAL, "continue")
        elif tag == n.GRID_SPAN:
            span = max(n.number(node, 1), 1)
        else:
            pieces.append("\n")
    _close(layout, "".join(pieces), span, merge)


def _close(layout: Layout, text: str, span: int, merge: str) -> None:
    if not merge:
        layout.add(text, span)
    elif merge != "continue":
        layout.start_merge(text, span)
    elif layout.continue_merge(text, span) and text.strip():
        layout.covered += 1
