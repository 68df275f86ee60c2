"""Tell rows below column headings that are no indicators: notes, signatures, further fields, sums of parts."""

from __future__ import annotations

from perf_lint.layout.columns import LEVELS, Columns
from perf_lint.layout.draft import FormDraft
from perf_lint.layout.labels import Label, read_label
from perf_lint.layout.levels import read_level
from perf_lint.layout.money import is_amount
from perf_lint.layout.rows import Row
from perf_lint.model.document import Cell

FEWEST_PARTS = 2
"""Columns of targets beside one another."""
_NOT_PARTS = (*LEVELS, "name", "number")


def is_field_row(row: Row, draft: FormDraft) -> bool:
    """Say whether a row below the indicators is a note, a signature line or a further field."""
    first = row.cells[0]
    label = read_label(first.text, tolerant=False)
    if label is None or read_level(first.text) or label.kind == "blocks":
        return False
    if label.kind == "notes":
        return True
    if row.cells[1:] and read_level(row.cells[1].text):
        return False
    if label.kind == "funds" and label.role == "block" and len(row.cells) > 2:
        inner = read_label(row.cells[1].text, tolerant=False)
        behind = row.with_cells(row.cells[1:])
        return inner is not None and inner.kind == "funds" and _is_missing_sum(inner, behind, draft)
    if label.kind == "funds":
        return _is_missing_sum(label, row, draft)
    return label.kind == "fields" and not (label.has_rest and len(row.cells) > 1)


def _is_missing_sum(label: Label, row: Row, draft: FormDraft) -> bool:
    """Say whether a row gives sums that the form has not given yet: of a table within a cell, or of one below."""
    given = draft.amounts.get(label.role)
    labels = (read_label(cell.text, tolerant=False) for cell in row.cells[2::2])
    pairs = len(row.cells) % 2 == 0 and all(one is not None and one.kind == "funds" for one in labels)
    return pairs and all(is_amount(cell.text) for cell in row.cells[1::2]) and not (given and given[1])


def sums_of_parts(row: Row, columns: Columns) -> tuple[Cell, ...]:
    """Give the sums of a row below several columns of targets (合计 甲县 乙县); nothing of any other row."""
    label = read_label(row.cells[0].text, tolerant=False)
    sums = row.cells[1:]
    if label is None or label.kind != "funds" or len(sums) < FEWEST_PARTS:
        return ()
    found = [columns.at(cell) for cell in sums]
    below = all(column and column.role not in _NOT_PARTS for column in found)
    return sums if below and all(is_amount(cell.text) for cell in sums) else ()
