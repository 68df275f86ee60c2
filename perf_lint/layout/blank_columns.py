"""Cut lines at the blanks that part them, below a heading line that is cut so."""

from __future__ import annotations

from perf_lint.layout.labelled_lines import LONGEST, cut_row
from perf_lint.layout.labels import column_role, read_label
from perf_lint.layout.levels import read_level
from perf_lint.layout.rows import Row
from perf_lint.layout.slots import looks_like_value
from perf_lint.layout.titles import is_heading
from perf_lint.text.pattern import lazy_pattern

_NAMED = lazy_pattern(r"\d{1,2}[A-Z]{1,2}$")
"""A figure that is part of a name: 5G, 3D."""


def split_lines(rows: list[Row], at: int, found: list[Row]) -> int:
    """Cut lines at blanks below a heading line that is cut so; give the index behind the last of them."""
    names = rows[at].text.split()
    heading = cut_row(rows[at], names)
    behind = len(names) - 1 - max((at for at, name in enumerate(names) if column_role(name) == "name"), default=0)
    found.append(heading)
    at += 1
    while at < len(rows) and rows[at].loose and len(rows[at].text) <= LONGEST and not is_heading(rows[at]):
        row = rows[at]
        words = row.text.split()
        label = read_label(words[0], tolerant=False)
        if label and label.kind not in ("blocks", "long_blocks") and read_level(words[0]) is None:
            break
        found.append(cut_row(row, _pieces(words, behind)))
        at += 1
    return at


def _pieces(words: list[str], behind: int) -> list[str]:
    """Leave the level names and the value apart, or all of the `behind` columns; what stands between is the name."""
    front = 0
    while front < len(words) - 2 and _leads(words[front]):
        front += 1
    back = len(words)
    if back - front >= 2:
        back = next((at for at in range(front + 1, len(words)) if _begins_target(words, at)), len(words) - 1)
    if len(words) - back == behind:
        return [*words[:front], " ".join(words[front:back]), *words[back:]]
    middle, end = " ".join(words[front:back]), " ".join(words[back:])
    return [*words[:front], *(part for part in (middle, end) if part)]


def _begins_target(words: list[str], at: int) -> bool:
    """Say whether a target begins at a word; 5G and the like belong to the name where a figure follows."""
    if not looks_like_value(words[at]):
        return False
    return not (_NAMED.match(words[at]) and any(map(looks_like_value, words[at + 1 :])))


def _leads(word: str) -> bool:
    label = read_label(word, tolerant=False)
    return read_level(word) is not None or (label is not None and label.kind == "blocks")
