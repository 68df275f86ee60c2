"""Read indicators listed on lines of their own below lines that name their levels, without any heading row."""

from __future__ import annotations

from perf_lint.layout.joined import part_remark, part_targets
from perf_lint.layout.labels import read_label
from perf_lint.layout.levels import both_levels, read_level
from perf_lint.layout.prose import has_prose
from perf_lint.layout.rows import Row
from perf_lint.layout.slots import LABEL, looks_like_value
from perf_lint.layout.titles import is_heading
from perf_lint.model.document import Cell

LONGEST_LEVEL = 16
LONGEST_BOTH = 24
"""Characters of a line that names a level, or both with a sign between them."""
LONGEST_LINE = 80
"""Characters of a line that holds a name, a target or both: a longer one is a sentence."""
FEWEST_LEVELS = 2
FEWEST_NAMES = 3
"""Levels and names of a list; fewer may stand in any text."""
MOST_LEVELS = 3
"""Lines above a list that may name its levels."""
MOST_QUALITATIVE = 3
"""One of so many targets, at most, may be in words where only lines in turn tell names from targets."""

Target = tuple[Cell, str, str]


def listed(rows: list[Row], at: int) -> tuple[list[Row], int] | None:
    """Make rows of the list that begins at `at`; give them and the index behind it, None where it is no sure list.

    It ends before the first level whose lines cannot be told for names and targets.
    """
    if not _level(rows[at]):
        return None
    found: list[Row] = []
    levels = 0
    end = at
    while end < len(rows) and _level(rows[end]):
        first = end
        while end < min(len(rows), first + MOST_LEVELS) and _level(rows[end]):
            end += 1
        lines = end
        while end < len(rows) and _is_line(rows[end]):
            end += 1
        targets = _targets(rows[lines:end])
        if not targets:
            end = first
            break
        levels += lines - first
        found += _rows(rows[first:lines], targets)
    return (found, end) if levels >= FEWEST_LEVELS and len(found) >= FEWEST_NAMES else None


def _level(row: Row) -> bool:
    """Say whether a line names a level, or both with a sign between them."""
    text = row.text
    if not row.loose or len(text) > LONGEST_BOTH:
        return False
    level = read_level(text)
    if level is None:
        return both_levels(text) is not None
    return not (level.damaged or level.broken) and len(text) <= LONGEST_LEVEL


def _cells_of(row: Row) -> list[Cell]:
    """Give the one or two levels that a line names."""
    return [row.cells[0]._replace(text=text) for text in both_levels(row.text) or (row.text,)]


def _is_line(row: Row) -> bool:
    if not row.loose or len(row.text) > LONGEST_LINE or _level(row) or is_heading(row):
        return False
    label = read_label(row.text, tolerant=False)
    return label is None or label.kind not in ("fields", "funds", "notes", "blocks")


def _targets(lines: list[Row]) -> list[Target] | None:
    """Part lines into names and targets: within each line, or a name and its target on two lines in turn."""
    if any(has_prose(line.text) for line in lines):
        return None
    pairs = ((line.cells[0], *pair) for line in lines for pair in part_targets(line.text, certain=True))
    parted = [(cell, *((not value and _behind_comma(name)) or (name, value))) for cell, name, value in pairs]
    if all(value for _, _, value in parted):
        return parted
    names, values = lines[::2], lines[1::2]
    if len(names) != len(values) or any(looks_like_value(line.text) for line in names):
        return None
    if sum(not looks_like_value(line.text) for line in values) * MOST_QUALITATIVE > len(values):
        return None
    return [(name.cells[0], name.text, value.text) for name, value in zip(names, values, strict=True)]


def _behind_comma(text: str) -> tuple[str, str] | None:
    """Part （1）建设养殖池，36口 into name and target; the number stays with the name."""
    label = LABEL.match(text)
    start = label.end() if label else 0
    told = part_remark(text[start:])
    return (text[:start] + told[0], told[1]) if told else None


def _rows(levels: list[Row], targets: list[Target]) -> list[Row]:
    """Make rows of four columns: the levels stand in the first only."""
    cells: list[Cell] = []
    named = [cell for line in levels for cell in _cells_of(line)]
    for cell in named[-2:]:
        level = read_level(cell.text)
        assert level
        second = level.first is None or bool(cells) or (level.second is not None and len(named) == 1)
        cells.append(cell._replace(row=1, column=2 if second else 1))
    found: list[Row] = []
    for cell, name, value in targets:
        own = (cell._replace(text=name, row=1, column=3), cell._replace(text=value, row=1, column=4))
        found.append(Row((*cells, *own), levels[0].origin, gap=not found and levels[0].gap))
        cells = []
    return found
