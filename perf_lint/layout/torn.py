"""Put numbers together again that a copy of a narrow cell broke over two lines (1,128. | 60; ≥2.3 | 万户)."""

from __future__ import annotations

from perf_lint.layout.labels import column_role
from perf_lint.layout.regroup import FIGURES
from perf_lint.layout.rows import Row, adjacent
from perf_lint.text.pattern import lazy_pattern

LONGEST = 16
"""Characters of a line that is nothing but half a number."""
LONGEST_UNIT = 6
"""Characters of a unit on a line of its own."""
_CUT = lazy_pattern(r"(?:[≥≤><=＞＜＝约]\s*\d[\d,]*|\d{2,}|\d[\d,]*,\d[\d,]*)[.,]$")
_REST = lazy_pattern(r"\d+(?!\d*[、.．)）年月日])")
_BARE = lazy_pattern(r"[≥≤><=＞＜＝约]\s*\d[\d,.]*$")


def whole_numbers(rows: list[Row]) -> list[Row]:
    """Give the rows with the two halves of such numbers on one line."""
    if not any(row.loose and _may_be_cut(row.text) for row in rows):
        return rows
    apart = any(row.loose and column_role(row.text) == "unit" for row in rows)
    found: list[Row] = []
    for row in rows:
        above = found[-1] if found else None
        if above and above.loose and row.loose and adjacent(above, row) and _belongs(above.text, row.text, apart=apart):
            cell = above.cells[0]
            found[-1] = above.with_cells((cell._replace(text=cell.text + row.text),))
        else:
            found.append(row)
    return found


def _may_be_cut(text: str) -> bool:
    return (
        text[0] in FIGURES and len(text) <= LONGEST and (_CUT.match(text) is not None or _BARE.match(text) is not None)
    )


def _belongs(above: str, rest: str, *, apart: bool) -> bool:
    """Say whether a line ends the number above; `apart` says that units are cells of their own."""
    from perf_lint.values.units import known

    if not _may_be_cut(above):
        return False
    if _CUT.match(above):
        return len(rest) <= LONGEST and _REST.match(rest) is not None
    return not apart and len(rest) <= LONGEST_UNIT and known(rest.lstrip("万亿"))
