"""Recognise forms in a document: header, funding, goal, indicators, and what stayed unread."""

from __future__ import annotations

from itertools import pairwise

from perf_lint.layout.apart import part_projects
from perf_lint.layout.beside import taken_apart
from perf_lint.layout.build import build
from perf_lint.layout.cutter import cut
from perf_lint.layout.form import FormReader
from perf_lint.layout.kinds import COLUMN, LEVEL, OPENER, PRINTED
from perf_lint.layout.pages import without_pages
from perf_lint.layout.regroup import regroup
from perf_lint.layout.rows import Row, stream
from perf_lint.layout.segment import Segment
from perf_lint.layout.turned import upright
from perf_lint.layout.year import context_year
from perf_lint.model.document import FURTHER_COLUMNS, Document
from perf_lint.model.form import ReadForm

__all__ = ["recognise"]

HEADING_ROWS = 4
"""Rows of a form in which the headings of a table of many projects stand."""
_TELLING = COLUMN | OPENER | PRINTED


def recognise(document: Document) -> tuple[ReadForm, ...]:
    """Give every form of a document in document order, each with the places of its fields."""
    if not document.remarks:
        return _recognise(document)
    if any(remark.code == FURTHER_COLUMNS for remark in document.remarks):
        from perf_lint.layout.further import without_further_columns

        return without_further_columns(document, _with_remarks)
    return _with_remarks(document)


def _with_remarks(document: Document) -> tuple[ReadForm, ...]:
    from perf_lint.layout.remarked import with_cell_remarks

    return with_cell_remarks(document, _recognise)


def _recognise(document: Document) -> tuple[ReadForm, ...]:
    segments, outside = cut(_tables_mended(stream(document)))
    readers = [reader for segment in segments for reader in _readers(segment)]
    for before, after in pairwise(readers):
        _hand_on(before, after)
    forms = [build(reader, index) for index, reader in enumerate(readers, 1)]
    if all(read.form.year is not None for read in forms):
        return tuple(forms)
    stated = {read.form.year for read in forms if read.form.year is not None}
    year = stated.pop() if len(stated) == 1 else context_year(outside)
    return tuple(_with_year(read, year) for read in forms)


def _tables_mended(rows: list[Row]) -> list[Row]:
    """Give the rows as if every form had a table of its own that stands upright; most documents have that already."""
    telling = _telling(rows)
    for step in (without_pages, taken_apart, regroup, part_projects, upright):
        mended = step(rows, telling)
        if mended is not rows:
            rows, telling = mended, _telling(mended)
    return rows


def _telling(rows: list[Row]) -> list[Row]:
    """Give the rows by which a step can tell that it has something to do: all others say nothing to any of them."""
    return [row for row in rows if row.kinds & _TELLING or row.loose]


def _readers(segment: Segment) -> list[FormReader]:
    """Read a segment: one form, or the many of a bulk export."""
    first, kinds = segment.body[:HEADING_ROWS], 0
    for row in first:
        kinds |= row.kinds
    if kinds & LEVEL:
        from perf_lint.layout.side_by_side import read_side_by_side

        if found := read_side_by_side(segment, first):
            return found
    if kinds & COLUMN:
        from perf_lint.layout.flat import heads_many, read_flat

        if heads_many(first):
            return read_flat(segment)
    reader = FormReader(segment)
    reader.read()
    if reader.lies_across:
        from perf_lint.layout.across import read_across

        return [read_across(segment) or reader]
    return [reader]


def _hand_on(before: FormReader, after: FormReader) -> None:
    """Let what heads the first form of a table hold for those below it that have no title of their own."""
    same = before.segment.body[-1].origin == after.segment.body[0].origin
    if same and not after.segment.titled and not after.heading_unit:
        after.heading_unit = before.heading_unit
        after.draft.header_unit = after.draft.header_unit or before.heading_unit
    if same and not after.segment.titled:
        after.heads |= before.heads
        for role in {*before.heads, "filing_unit", "filing_department"} & before.draft.texts.keys():
            after.draft.put(role, before.draft.texts[role], *before.draft.spots[role])


def _with_year(read: ReadForm, year: int | None) -> ReadForm:
    if year is None or read.form.year is not None:
        return read
    return ReadForm(read.form._replace(year=year, year_inferred=True), read.source)
