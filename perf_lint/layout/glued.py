"""Cut lines that lost every separator (产出指标数量指标改造户数≥120户), where their column headings lost theirs too."""

from __future__ import annotations

from perf_lint.layout.fields import TEXT_ROLES
from perf_lint.layout.joined import part_figure, part_remark
from perf_lint.layout.labelled_lines import cut_row
from perf_lint.layout.labels import column_role, read_label
from perf_lint.layout.levels import read_level
from perf_lint.layout.rows import Row
from perf_lint.layout.titles import is_heading
from perf_lint.text.blanks import squeeze
from perf_lint.text.pattern import lazy_pattern

SHORTEST, LONGEST = 3, 12
"""Characters of a label that stands in front of its value without any sign."""
LONGEST_HEADING = 8
"""Characters of a column heading."""
FEWEST = 3
"""Column headings that show that a line has lost its separators."""
MOST_LEVELS = 2
"""Levels in front of a name."""
MOST_FIELDS = 30
"""Of one line: a form has no more in its head; what stands behind them stays together."""
LONGEST_VALUE = 60
"""Of a field with another behind it on the same line."""
_PLAIN = ({"level1", "level2", "name", "value"}, {"level2", "name", "value"}, {"level1", "name", "value"})
"""Columns of a table that can be told apart without separators: levels by their names, targets by their figures."""
_BEGINS = ("一级", "二级", "绩效")
_REMARK = lazy_pattern(r"[（(][^（）()]{1,12}[）)]")
_OFTEN = lazy_pattern(r"(?:每[年月周日天季]度?|不[低高少多超]于?过?|至[少多]|约|达到?|控制在|月均|年均|日均)$")
"""Words in front of a figure that are the target's."""
_IN_WORDS = lazy_pattern(
    r"(?P<name>.{4,}?)(?P<value>(?:持续|不断|有效|明显|显著|逐步|逐年|进一步|基本|长期|稳步|稳定|有所|较为?|不)"
    r"(?:[提改增减下上优完保发健稳加促降满达低高好缓减少强大].{0,3}))$"
)
"""A target in words at the end of a line."""


def unglued(rows: list[Row]) -> list[Row]:
    """Give the rows with such lines cut into their cells; what cannot be told apart stays as it is."""
    if not any(row.loose and row.text[:2] in _BEGINS and _headings(row.text) for row in rows):
        return rows
    found: list[Row] = []
    below = False
    for row in rows:
        pieces = [] if not row.loose or is_heading(row) else _headings(row.text)
        if pieces:
            below = True
        elif row.loose and not is_heading(row):
            pieces = (below and _indicator(row.text)) or _fields(row.text)
        else:
            below = False
        found.append(cut_row(row, pieces) if len(pieces) > 1 else row)
    return found


def _headings(text: str) -> list[str]:
    """Part column headings that run together; nothing unless the line is just that."""
    found: list[str] = []
    key, at = squeeze(text), 0
    if len(key) < len(text):
        return []  # blanks part them
    while at < len(key):
        ends = range(min(len(key), at + LONGEST_HEADING), at + 1, -1)
        end = next((end for end in ends if column_role(key[at:end])), 0)
        if not end:
            return []
        found.append(key[at:end])
        at = end
    roles = [column_role(piece) for piece in found]
    return found if len(found) >= FEWEST and len(set(roles)) == len(roles) and set(roles) in _PLAIN else []


def _indicator(text: str) -> list[str]:
    """Part the levels in front, the name and the target of a line; nothing where no target ends it."""
    key = squeeze(text)
    levels: list[str] = []
    while len(levels) < MOST_LEVELS and (level := _level(key)):
        levels.append(level)
        key = key[len(level) :]
    name, value = part_remark(key) or part_figure(key)
    often = _OFTEN.search(name) if value else None
    if often:
        name, value = name[: often.start()], often[0] + value
    told = None if value else _IN_WORDS.match(key)
    if told:
        name, value = told["name"], told["value"]
    return [*levels, name, value] if value and len(name) > 1 else []


def _level(key: str) -> str:
    """Give the level that a text begins with: its full name, with what brackets add to it."""
    end = key.find("指标") + len("指标")
    level = read_level(key[:end]) if len("指标") < end < len(key) else None
    if level is None or level.damaged:
        return ""
    remark = _REMARK.match(key, end)
    return key[: remark.end()] if remark else key[:end]


def _fields(text: str, most: int = MOST_FIELDS) -> list[str]:
    """Part labels and values; nothing where the line does not begin with a label."""
    label = _label(text) if text and most else ""
    rest = text[len(label) :]
    if not (label and rest):
        return []
    inner = _fields(rest, most - 1)
    known = read_label(rest, tolerant=False)
    if inner or (known and known.has_rest):
        return [label, *(inner or [rest])]
    head = read_label(label, tolerant=False)
    if head and head.role in TEXT_ROLES:
        return [label, rest]
    for at in range(2, min(len(rest), LONGEST_VALUE) - SHORTEST):
        if further := _fields(rest[at:], most - 1):
            return [label, rest[:at], *further]
    return [label, rest]


def _label(text: str) -> str:
    """Give the field's label that a text begins with, brackets behind it included; the longest there is."""
    if not text[0].isalpha():
        return ""
    for end in range(min(len(text) - 1, LONGEST), SHORTEST - 1, -1):
        label = read_label(text[:end], tolerant=False)
        if label and not label.has_rest and label.kind in ("fields", "funds") and text[end] not in "：:":
            remark = _REMARK.match(text, end)
            return text[: remark.end()] if remark else text[:end]
    return ""
