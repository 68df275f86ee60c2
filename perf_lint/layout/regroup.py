"""Undo what plain text does to tables: find which loose lines are cells of one, and have them put together or cut."""

from __future__ import annotations

from functools import lru_cache

from perf_lint.layout.labelled_lines import (
    BOXES,
    LONGEST,
    begins_with_field,
    cut_row,
    label_and_value,
    row_of,
    split_labels,
)
from perf_lint.layout.labels import CORE, column_role, read_label
from perf_lint.layout.levels import both_levels, read_level
from perf_lint.layout.listed import listed
from perf_lint.layout.pieces import LONGEST_PIECE, broken_label, may_be_torn, mended_label, torn_label, whole_names
from perf_lint.layout.rows import Row
from perf_lint.layout.signs import cut_at_signs
from perf_lint.layout.strung import LONGEST_DATE, fields_of, path_of, steps_below

MOST_HEADINGS = 12
"""Lines that are looked at for column headings."""
FEWEST_HEADINGS = 3
"""Fewer column headings may be words of a text."""
_HEADINGS = frozenset(("一级", "二级", "三级", "指标", "绩效"))
"""How lines begin that head columns."""
FIGURES = frozenset("≥≤><=＞＜＝约0123456789")
"""How lines begin that hold a target."""


def regroup(rows: list[Row], telling: list[Row]) -> list[Row]:
    """Give the rows with loose lines put together or cut where the labels show that they are cells of a table."""
    lines = [row for row in telling if row.loose]
    if not lines:
        return rows
    for row in lines:
        begin = row.cells[0].text[:2]
        if begin in _HEADINGS or begin[0] in FIGURES:
            rows, lines = _mended(rows)
            break
    if any(len(row.text) <= LONGEST_PIECE and row.text.isalpha() for row in lines):
        rows = whole_names(rows)
        lines = [row for row in rows if row.loose]
    found: list[Row] = []
    done = at = 0
    for row in lines:
        at = rows.index(row, at)
        if at >= done and len(row.text) <= LONGEST and not (_is_alone(row.text) and not broken_label(rows, at)):
            found += rows[done:at]
            done = _take(rows, at, found)
    return found + rows[done:] if done else rows


@lru_cache(4096)
def _is_alone(text: str) -> bool:
    """Say whether a line is neither cut nor put together with those below it, but perhaps to a broken label."""
    if column_role(text) or read_label(text, tolerant=False) or read_level(text) or both_levels(text):
        return False
    if text[0] in BOXES or may_be_torn(text) or path_of(text) or fields_of(text):
        return False
    words = text.split()
    return len(words) < 3 and not begins_with_field(words)


def _mended(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Give the rows, and those that are loose lines, with numbers put together and lines cut at what parts cells."""
    from perf_lint.layout.glued import unglued
    from perf_lint.layout.torn import whole_numbers

    rows = unglued(cut_at_signs(whole_numbers(rows)))
    return rows, [row for row in rows if row.loose]


def _take(rows: list[Row], at: int, found: list[Row]) -> int:
    """Add what the row at `at` makes, with those below it or alone; give the index behind the last one used."""
    row = rows[at]
    if count := broken_label(rows, at):
        found.append(mended_label(rows[at : at + count + 1]))
        return at + count + 1
    if heading := _heading_run(rows, at):
        from perf_lint.layout.one_a_line import stacked

        return stacked(rows, at, heading, found)
    steps, count = steps_below(rows, at) if len(row.cells[0].text) <= LONGEST_DATE else ([], 0)
    if steps:
        found.append(row_of(steps))
        return at + count
    if pair := label_and_value(rows, at):
        found.append(pair)
        return at + 2
    if torn := torn_label(rows, at):
        found.append(torn[0])
        return at + torn[1]
    return _take_by_words(rows, at, found)


def _take_by_words(rows: list[Row], at: int, found: list[Row]) -> int:
    """Do the same for a line that is no piece: by the headings, levels or labels that it holds."""
    row = rows[at]
    names = row.text.split()
    if len(names) >= FEWEST_HEADINGS and sum(column_role(name) in CORE for name in names) >= FEWEST_HEADINGS:
        from perf_lint.layout.blank_columns import split_lines

        return split_lines(rows, at, found)
    if "指标" in row.cells[0].text and (parts := path_of(row.cells[0].text)):
        found.append(cut_row(row, parts))
        return at + 1
    if told := listed(rows, at):
        found.extend(told[0])
        return told[1]
    found.append(split_labels(row))
    return at + 1


def _heading_run(rows: list[Row], at: int) -> int:
    """Count the column headings that follow one another as lines of their own, from `at`; 0 if they make no table."""
    roles = []
    for row in rows[at : at + MOST_HEADINGS]:
        role = column_role(row.text) if row.loose else None
        if role is None:
            break
        roles.append(role)
    return len(roles) if len(roles) >= FEWEST_HEADINGS and {"name", "value"} <= set(roles) else 0
