"""Recognise forms in a document: header, funding, goal, indicators, and what stayed unread."""

from __future__ import annotations

from dataclasses import replace

from perf_lint.layout.build import build
from perf_lint.layout.form import FormReader
from perf_lint.layout.rows import stream
from perf_lint.layout.segment import cut
from perf_lint.layout.year import context_year
from perf_lint.model.document import Document
from perf_lint.model.form import ReadForm

__all__ = ["recognise"]


def recognise(document: Document) -> tuple[ReadForm, ...]:
    """Give every form of a document in document order, each with the places of its fields."""
    segments, outside = cut(stream(document))
    forms = []
    for index, segment in enumerate(segments, 1):
        reader = FormReader(segment)
        reader.read()
        forms.append(build(reader, index))
    if all(read.form.year is not None for read in forms):
        return tuple(forms)
    stated = {read.form.year for read in forms if read.form.year is not None}
    year = stated.pop() if len(stated) == 1 else context_year(outside)
    return tuple(_with_year(read, year) for read in forms)


def _with_year(read: ReadForm, year: int | None) -> ReadForm:
    if year is None or read.form.year is not None:
        return read
    return ReadForm(replace(read.form, year=year, year_inferred=True), read.source)
