"""Read a form whose levels stand side by side in two rows, with names and targets below each 二级指标."""

from __future__ import annotations

from typing import NamedTuple

from perf_lint.layout.columns import Column, Columns
from perf_lint.layout.form import FormReader
from perf_lint.layout.kinds import KINDS, LEVEL
from perf_lint.layout.labels import column_role, read_label
from perf_lint.layout.levels import level_names, read_level
from perf_lint.layout.rows import Row
from perf_lint.layout.segment import Segment
from perf_lint.layout.slots import looks_like_value
from perf_lint.model.document import Cell

FEWEST = 2
"""So many 一级指标, and as many 二级指标 at least, stand side by side."""
_PAIR = ["name", "value"]


_COLUMNS = Columns((Column("name", 1, 1), Column("value", 2, 2)))


class Item(NamedTuple):
    """One indicator: the number of its 二级指标 from the left, its row and its cells."""

    group: int
    row: Row
    fields: dict[str, Cell]


class Across(NamedTuple):
    """Where such a table stands among the rows of a form."""

    start: int
    end: int
    levels: list[tuple[Cell, Cell]]
    """一级指标 and 二级指标 from left to right."""
    items: list[Item]


def find_across(body: list[Row]) -> Across | None:
    """Find the table; None where there is none, or where its rows cannot be told for names and targets."""
    for at, row in enumerate(body[:-2]):
        if KINDS[row.cells[-1].text] & LEVEL and len(row.cells) >= FEWEST:
            levels = _parents(row, body[at + 1])
            found = _table(body, at, levels) if levels else None
            if found:
                return found
    return None


def read_across(segment: Segment) -> FormReader | None:
    """Read such a form: all that stands around the table, then the table; None if there is no such table."""
    table = find_across(segment.body)
    if table is None:
        return None
    around = segment.body[: table.start] + segment.body[table.end :]
    reader = FormReader(Segment(segment.heading, around or segment.body[:1], has_indicators=True))
    reader.read()
    own = [reader.begin_below(levels, _COLUMNS, table.items[0].row.origin) for levels in table.levels]
    for item in table.items:
        own[item.group].give(item.row, item.fields)
    return reader


def _parents(firsts: Row, seconds: Row) -> list[tuple[Cell, Cell]]:
    """Pair every 二级指标 of a row with the only 一级指标 of the row above it that it belongs to."""
    names = level_names()
    above: dict[str, Cell] = {}
    for cell in firsts.cells:
        level = read_level(cell.text)
        group = names.group(level.first) if level and not level.second and not level.damaged else None
        if group is None or group in above:
            return []
        above[group] = cell
    found = []
    for cell in seconds.cells:
        level = read_level(cell.text)
        parent = names.parent(level.second) or level.first if level and not level.damaged else None
        if parent not in above:
            return []
        found.append((above[parent], cell))
    return found if len(found) >= len(above) else []


def _table(body: list[Row], at: int, levels: list[tuple[Cell, Cell]]) -> Across | None:
    """Read the rows below two rows of levels: below headings for each (指标 目标值), or names and targets in turn."""
    headings = [column_role(cell.text) for cell in body[at + 2].cells]
    headed = headings == _PAIR * len(levels)
    start = end = at + 2 + headed
    while end < len(body) and _is_data(body[end]):
        end += 1
    rows = body[start:end]
    starts = [cell.column for cell in body[at + 2].cells[::2]] if headed else [cell.column for _, cell in levels]
    items = _beside(rows, starts, body[at + 2].cells[1::2]) if headed else _in_turn(rows, starts)
    return Across(at, end, levels, items) if items else None


def _is_data(row: Row) -> bool:
    label = read_label(row.cells[0].text, tolerant=False)
    return not row.loose and (label is None or label.kind == "blocks") and read_level(row.cells[0].text) is None


def _beside(rows: list[Row], starts: list[int], values: tuple[Cell, ...]) -> list[Item]:
    """Take names and targets that stand beside one another below headings of their own."""
    found: list[Item] = []
    for row in rows:
        below = {cell.column: cell for cell in row.cells}
        for group, (start, value) in enumerate(zip(starts, values, strict=True)):
            fields = {"name": below.pop(start, None), "value": below.pop(value.column, None)}
            told = {role: cell for role, cell in fields.items() if cell}
            if told:
                found.append(Item(group, row, told))
        if below:
            return []
    return found


def _in_turn(rows: list[Row], starts: list[int]) -> list[Item]:
    """Take rows of names, each with the row of targets below it; nothing where they do not take turns."""
    found: list[Item] = []
    for names, values in zip(rows[::2], rows[1::2], strict=False):
        places = [cell.column for cell in names.cells]
        if [cell.column for cell in values.cells] != places or not set(places) <= set(starts):
            return []
        figures = sum(looks_like_value(cell.text) for cell in values.cells)
        if any(looks_like_value(cell.text) for cell in names.cells) or 2 * figures < len(places):
            return []
        pairs = zip(names.cells, values.cells, strict=True)
        found += [Item(starts.index(one.column), names, {"name": one, "value": two}) for one, two in pairs]
    return found if len(rows) % 2 == 0 else []
