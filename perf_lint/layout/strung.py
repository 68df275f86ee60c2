"""Cut lines that string several fields together (项目名称：…；实施单位：…), and pair dates with shares below them."""

from __future__ import annotations

from perf_lint.layout.fields import TEXT_ROLES
from perf_lint.layout.labels import Label, read_label
from perf_lint.layout.levels import read_level
from perf_lint.layout.rows import Row
from perf_lint.text.pattern import lazy_pattern

FEWEST_STEPS = 2
"""Dates below one another; a single one says nothing of a plan."""
LONGEST_DATE = 8
"""Characters of a line that is a date of a plan (第一季度末)."""
_DATES = frozenset("月季度底末前日")
_SHARE = lazy_pattern(r"\d[\d.,]*\s*[%％]?$")
PATH = 4
"""Both levels, name and target."""
LONGEST_LEVEL = 12
"""Characters within which the first level ends."""
_STEP = lazy_pattern(r"\s*(?:->|=>|[/／>＞→|｜])\s*")
SHORTEST = 3
"""Characters of a label behind the first: 其他： and the like stand in sentences, too."""
_STOPS = lazy_pattern(r"[；;，,。]\s*")
_PARTS = lazy_pattern(r"(?P<whole>.*\d\s*(?:万元|亿元|千元|元))\s*[（(](?P<parts>(?:其中|含|包括)[:：]?.*)[)）]$")


def fields_of(text: str) -> list[str]:
    """Give the fields of a line, each with its label; nothing where it holds less than two."""
    first = _field(text) if text.count("：") + text.count(":") > 1 else None
    if first is None or first.role in TEXT_ROLES:
        return []
    found: list[str] = []
    start = 0
    for stop in _STOPS.finditer(text):
        label = _field(text[stop.end() :])
        if label and len(label.text) >= SHORTEST:
            found.append(text[start : stop.start()])
            start = stop.end()
            if label.role in TEXT_ROLES:
                break  # a goal may name anything
    found.append(text[start:])
    return [part for field in found for part in _with_parts(field)] if len(found) > 1 else []


def path_of(text: str) -> list[str]:
    """Part a line that leads from the levels to name and target (产出指标 / 数量指标 / 改造户数 / ≥60户)."""
    if "指标" not in text[:LONGEST_LEVEL] or _STEP.search(text) is None:
        return []
    parts = _STEP.split(text.lstrip("-•·* "), maxsplit=3)
    levels = [read_level(part) for part in parts[:2]]
    told = len(parts) == PATH and all(parts) and all(level and not level.damaged for level in levels)
    return parts if told and levels[0] and levels[0].first and levels[1] and levels[1].second else []


def steps_below(rows: list[Row], at: int) -> tuple[list[Row], int]:
    """Give the lines of a plan of payments whose dates all stand above their shares, and how many there are.

    Each date stands before its share; where one is missing nobody can tell which, so they make one line together.
    """
    dates = at
    if rows[at].text[-1] not in _DATES:
        return [], 0
    while dates < len(rows) and rows[dates].loose and _is_date(rows[dates].text):
        dates += 1
    end, count = dates, dates - at
    while end < min(len(rows), dates + count) and rows[end].loose and _SHARE.match(rows[end].text):
        end += 1
    if count < FEWEST_STEPS or end == dates:
        return [], 0
    if end - dates != count:
        text = " ".join(row.text for row in rows[at:end])
        return [rows[at].with_cells((rows[at].cells[0]._replace(text=text),))], end - at
    return [row for pair in zip(rows[at:dates], rows[dates:end], strict=True) for row in pair], end - at


def _is_date(text: str) -> bool:
    label = read_label(text, tolerant=False)
    return label is not None and label.kind == "plan" and label.role != "block" and not label.has_rest


def _with_parts(field: str) -> list[str]:
    """Part a sum from those that make it up, in brackets behind it."""
    told = _PARTS.match(field)
    label = read_label(field, tolerant=False)
    if told is None or label is None or label.kind != "funds":
        return [field]
    parts = _STOPS.split(told["parts"].replace("、", "，"))
    labels = [read_label(part, tolerant=False) for part in parts]
    if not all(label and label.kind == "funds" and label.has_rest for label in labels):
        return [field]
    return [told["whole"], *parts]


def _field(text: str) -> Label | None:
    """Read a field with its value behind a colon."""
    label = read_label(text, tolerant=False)
    if label is None or not label.has_rest or label.kind not in ("fields", "funds"):
        return None
    return label
