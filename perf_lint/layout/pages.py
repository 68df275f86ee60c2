"""Take away what is printed at the head and foot of every page, before lines are put together to rows."""

from __future__ import annotations

from collections import Counter

from perf_lint.layout.kinds import PRINTED
from perf_lint.layout.rows import Row
from perf_lint.layout.titles import is_running_title
from perf_lint.text.blanks import squeeze
from perf_lint.text.pattern import lazy_pattern

LONGEST = 16
"""Characters of a page number with all that stands around it."""
MOST_CELLS = 3
"""Cells over which a page number may be spread."""
_BEGINS = frozenset("第-—–－·([（【续接P")
"""How all of them begin, bare numbers apart."""
_NUMBER = lazy_pattern(r"^(?:第\d+页(?:[,/]?共\d+页)?|-\d+-|·\d+·|Page\d+(?:of\d+)?)$")
_CONTINUED = lazy_pattern(r"^[(\[]?(?:续[前上]?[表页]\d*|接[前上][表页])[)\]]?$")


def without_pages(rows: list[Row], telling: list[Row]) -> list[Row]:
    """Give the rows without page numbers, 续表 and further copies of a report's name; a break stands in their place."""
    if not any(_may_be_printed(row) for row in telling if row.kinds & PRINTED):
        return rows
    running = _running(rows) if any(row.loose and row.text.isdecimal() for row in rows) else set()
    found: list[Row] = []
    broken = False
    seen: set[str] = set()
    for at, row in enumerate(rows):
        key = row.text if running and row.loose and row.text in running else ""
        if (key and key in seen) or _is_mark(row) or (running and _is_number_beside(rows, at, running)):
            broken = True
            continue
        if key:
            seen.add(key)
        found.append(row.with_cells(row.cells, gap=True) if broken else row)
        broken = False
    return found


def _may_be_printed(row: Row) -> bool:
    """Say at a glance whether a row may be the number of a page or 续表."""
    return _is_mark(row) or (row.loose and row.text.isdecimal())


def _is_mark(row: Row) -> bool:
    """Say whether a row is nothing but a page number written as such (— 7 —), or says that a table goes on."""
    text = row.cells[0].text
    if text[0] not in _BEGINS or len(text) > LONGEST or len(row.cells) > MOST_CELLS:
        return False
    key = squeeze("".join(cell.text for cell in row.cells))
    return len(key) <= LONGEST and (_NUMBER.match(key) is not None or _CONTINUED.match(key) is not None)


def _running(rows: list[Row]) -> set[str]:
    """List the names of reports that stand on lines of their own more than once."""
    counts = Counter(row.text for row in rows if row.loose and is_running_title(row.text))
    return {text for text, count in counts.items() if count > 1}


def _is_number_beside(rows: list[Row], at: int, running: set[str]) -> bool:
    """Say whether a line is a bare number right above or below the name of the report."""
    if not rows[at].loose or not rows[at].text.isdecimal():
        return False
    beside = rows[max(at - 1, 0) : at] + rows[at + 1 : at + 2]
    return any(row.loose and row.text in running for row in beside)
