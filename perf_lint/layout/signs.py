"""Cut lines whose cells are parted by a sign of its own ( / → ), where a line of column headings proves it."""

from __future__ import annotations

import re

from perf_lint.layout.labelled_lines import cut_row
from perf_lint.layout.labels import CORE, column_role
from perf_lint.layout.rows import Row
from perf_lint.text.pattern import lazy_pattern

FEWEST = 3
"""So many column headings on one line prove that the sign between them parts cells."""
_BEGINS = ("一级", "二级", "三级", "指标", "绩效")
_MARKS = frozenset("/／→>➔")
_SIGNS = (lazy_pattern(r"\s+[/／]\s+"), lazy_pattern(r"\s*(?:→|=>|->|➔)\s*"))


def cut_at_signs(rows: list[Row]) -> list[Row]:
    """Give the rows with such lines cut into their cells."""
    lines = [row for row in rows if row.loose and row.text[:2] in _BEGINS and not _MARKS.isdisjoint(row.text)]
    for sign in _SIGNS:
        if any(sum(column_role(part) in CORE for part in sign.split(row.text)) >= FEWEST for row in lines):
            return [row if row.aligned else _cut(row, sign) for row in rows]
    return rows


def _cut(row: Row, sign: re.Pattern[str]) -> Row:
    """Cut a line at a sign; what stands before the first and behind the last may be blank."""
    parts = [part.strip() for part in sign.split(f" {row.text} ")]
    return cut_row(row, parts) if len(parts) > 1 and any(parts) else row
