"""Say of a row of headings what it heads, apart from its single columns: asides, results, levels, two halves."""

from __future__ import annotations

from perf_lint.layout.columns import WIDEST
from perf_lint.layout.kinds import COLUMN, KINDS, LEVEL
from perf_lint.layout.labels import column_role, read_label
from perf_lint.layout.rows import Row

_OTHER = ("其他", "其它", "其他原因")


def heads_asides(row: Row) -> bool:
    """Say whether a second heading row only parts columns that no indicator needs (经费保障 制度保障 …)."""
    asides = [column_role(cell.text) == "aside" for cell in row.cells]
    return sum(asides) > 1 and all(aside or cell.text in _OTHER for aside, cell in zip(asides, row.cells, strict=True))


def counts(row: Row) -> bool:
    """Say whether a row numbers the columns: 1 2 3 …"""
    return len(row.cells) > 2 and all(cell.text == str(at) for at, cell in enumerate(row.cells, 1))


def heads_results(row: Row) -> bool:
    """Say whether a row heads names and what was reached of them, and nothing unknown."""
    if not row.kinds & COLUMN or not 2 <= len(row.cells) <= WIDEST:
        return False
    roles = {column_role(cell.text) for cell in row.cells}
    return None not in roles and {"name", "actual"} <= roles


def has_level(row: Row) -> bool:
    """Say whether a cell of a row may name a level."""
    return KINDS[row.cells[0].text] & LEVEL > 0 or any(KINDS[cell.text] & LEVEL for cell in row.cells)


def repeats_level(row: Row) -> bool:
    """Say whether each of two sets has a level column of its own, and neither speaks of a term."""
    roles = [column_role(cell.text) for cell in row.cells]
    yearly = sum("年度" in cell.text for cell in row.cells)
    if "long_term_value" in roles or yearly % 2 or any("期" in cell.text for cell in row.cells):
        return False
    return roles.count("level1") > 1 or roles.count("level2") > 1


def reaches_down(row: Row) -> bool:
    """Say whether a row may be the upper half of column headings: nothing but headings, one merged downwards."""
    if not any(cell.row_span > 1 for cell in row.cells):
        return False
    known = [bool(column_role(cell.text) or is_block(cell.text)) for cell in row.cells]
    wide = (cell.col_span > 1 and cell.row_span == 1 for cell in row.cells)
    return any(known) and all(one or two for one, two in zip(known, wide, strict=True))


def is_block(text: str) -> bool:
    """Say whether a text heads a part of the form (年度绩效指标), not a field."""
    label = read_label(text, tolerant=False)
    return label is not None and label.kind in ("blocks", "long_blocks")
