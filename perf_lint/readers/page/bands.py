"""Find the columns of an indicator table without lines, and the rows that its texts stand on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from perf_lint.readers.page.lines import Line, line_text
from perf_lint.text.pattern import lazy_pattern

_HEAD = lazy_pattern(r"([一二三四]级|绩效|末级)指标|指标(名称|内容|解释|说明|性质)|(年度|完成)?指标值|目标值|权重|分值")

HEADS = 3
"""So many known heads on one line head an indicator table."""

APART = 2.5
"""Of the widest gap between a table's lines: what stands further below does not belong to it."""

GAP = 0.25
"""Of the height: room between the texts of two columns that stand close."""

ON_LINE = 2.0
"""Points: how far the middle of a text may lie from the middle of its row."""


Extent = tuple[float, float]
"""Left and right edge."""


class Block(NamedTuple):
    """The lines of one cell, in one column."""

    lines: tuple[Line, ...]

    @property
    def middle(self) -> float:
        """Give the height of its middle, as that of a base line."""
        return (self.lines[0].base + self.lines[-1].base) / 2


class Body(NamedTuple):
    """The lines of an indicator table below its heads: by column from left to right, from top to bottom."""

    heads: tuple[Line, ...]
    first: int
    """Index of the first line below the heads."""
    end: int
    columns: tuple[tuple[Line, ...], ...]
    side: Block | None = None
    """A text left of all heads, beside the whole table: 绩效指标."""


def bodies_of(lines: list[list[Line]]) -> list[Body]:
    """Find the tables of a page, one below the other."""
    found: list[Body] = []
    while (body := _body_of(lines, found[-1].end if found else 0)) is not None:
        found.append(body)
    return found


def _body_of(lines: list[list[Line]], start: int) -> Body | None:
    """Find the table below the first line of known heads, as far down as its columns stay apart.

    Texts of two columns with little room between them are parted, in `lines` too.
    """
    head = next((at for at in range(start, len(lines)) if _is_head(lines[at])), None)
    if head is None:
        return None
    spans: list[Extent] = []
    end = head + 1
    widest = 0.0
    while end < len(lines):
        gap = lines[end][0].base - lines[end - 1][0].base
        parts = [piece for part in lines[end] for piece in _parted(part, spans)]
        if (end > head + 3 and gap > APART * widest) or any(len(_touched(part, spans)) > 1 for part in parts):
            break
        lines[end] = parts
        widest = max(widest, gap)
        spans = _united([*spans, *((part.left, part.right) for part in parts)])
        end += 1
    columns: list[list[Line]] = [[] for _ in spans]
    for parts in lines[head + 1 : end]:
        for part in parts:
            columns[next(i for i, (left, right) in enumerate(spans) if left <= part.left <= right)].append(part)
    found = [tuple(column) for column in columns if column]
    side = None
    if found and all(line.right < lines[head][0].left for line in found[0]) and is_even(found[0]):
        side = Block(found.pop(0))
    return Body(tuple(lines[head]), head + 1, end, tuple(found), side)


def _is_head(parts: Sequence[Line]) -> bool:
    return len(parts) >= HEADS and sum(bool(_HEAD.fullmatch(line_text(part))) for part in parts) >= HEADS


def _touched(part: Line, spans: Sequence[Extent]) -> list[int]:
    return [at for at, (left, right) in enumerate(spans) if left <= part.right and part.left <= right]


def _parted(part: Line, spans: Sequence[Extent]) -> list[Line]:
    """Part a text over two columns at a gap, where each side then touches one of them alone."""
    touched = _touched(part, spans)
    if len(touched) != 2:
        return [part]
    for at in range(1, len(part.glyphs)):
        if part.glyphs[at].left - part.glyphs[at - 1].right > GAP * part.height:
            sides = [Line(part.glyphs[:at], part.base, part.height), Line(part.glyphs[at:], part.base, part.height)]
            if [_touched(side, spans) for side in sides] == [touched[:1], touched[1:]]:
                return sides
    return [part]


def _united(pieces: Sequence[Extent]) -> list[Extent]:
    """Unite extents that overlap."""
    found: list[Extent] = []
    for left, right in sorted(pieces):
        if found and left <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], right))
        else:
            found.append((left, right))
    return found


def blocks_on(column: Sequence[Line], rows: Sequence[float]) -> dict[int, Block] | None:
    """Give by row what stands in it in one column, one or more lines around its middle; None where that fails."""
    found: dict[int, Block] = {}
    start, row = 0, 0
    while start < len(column):
        for end in range(start + 1, len(column) + 1):
            block = Block(tuple(column[start:end]))
            at = _row_at(block.middle, rows, row)
            if at is not None and is_even(block.lines):
                break
        else:
            return None
        found[at] = block
        start, row = end, at + 1
    return found


def _row_at(middle: float, rows: Sequence[float], first: int) -> int | None:
    return next((at for at in range(first, len(rows)) if abs(rows[at] - middle) <= ON_LINE), None)


def is_even(lines: Sequence[Line]) -> bool:
    """Say whether lines stand as close below each other as those of one text."""
    gaps = [b.base - a.base for a, b in pairwise(lines)]
    return not gaps or (max(gaps) - min(gaps) <= 1 and max(gaps) < 1.9 * lines[0].height)
