"""Say by what a row says whether it opens a form or belongs to one."""

from __future__ import annotations

from perf_lint.layout.columns import LEVELS
from perf_lint.layout.kinds import LEVEL, OPENER
from perf_lint.layout.labels import OPENERS, Label, column_role, read_label
from perf_lint.layout.levels import front_levels, read_level
from perf_lint.layout.prose import names_levels
from perf_lint.layout.rows import Row

FEWEST_LEVELS = 3
"""Levels beside one another in a row with a project: each heads a column."""


def is_field(text: str) -> bool:
    """Say whether a cell is a label of the header, with or without its value, or one of the money block or the plan."""
    label = read_label(text, tolerant=False)
    return label is not None and label.kind in ("fields", "funds", "plan")


def is_labelled(row: Row) -> bool:
    """Say whether a row begins with a label and gives something behind it."""
    label = read_label(row.cells[0].text, tolerant=False)
    return label is not None and label.kind != "notes" and (len(row.cells) > 1 or label.has_rest)


def project_label(row: Row) -> Label | None:
    """Find a label in this row that opens a form."""
    if not row.kinds & OPENER:
        return None
    for cell in row.cells[:5]:
        label = read_label(cell.text, tolerant=False)
        if label and label.role in OPENERS:
            return label
    return None


def is_level_row(row: Row) -> bool:
    """Say whether a row begins with a level, by its full name or by two in turn (产出 数量), or has one a column."""
    if not row.kinds & LEVEL:
        return False
    if project_label(row) and sum(read_level(cell.text) is not None for cell in row.cells) >= FEWEST_LEVELS:
        return True
    levels = [level for cell in row.cells[:3] if (level := read_level(cell.text))]
    return len(levels) > 1 or any(level.text.endswith("指标") for level in levels)


def tells_level(text: str) -> bool:
    """Say whether a cell is a level or heads the levels: other tables of targets (地区生产总值 320亿元) have none."""
    return read_level(text) is not None or column_role(text) in LEVELS or front_levels(text) is not None


def names_goal(row: Row) -> bool:
    """Say whether one of the first cells of a row is the label of a goal."""
    labels = (read_label(cell.text, tolerant=False) for cell in row.cells[:4])
    return any(label is not None and label.role in ("goal", "long_term_goal") for label in labels)


def speaks(row: Row) -> bool:
    """Say whether a line outside every table is a field of the form, a level or tells its indicators."""
    label = read_label(row.text, tolerant=False)
    if label is not None and label.kind in ("fields", "funds", "plan", "blocks"):
        return True
    return names_levels(row.text) or read_level(row.text) is not None
