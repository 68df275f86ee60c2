"""Cut the rows of a Markdown table; cells beyond the header row stay, which the specification would drop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perf_lint.model.document import Cell, Grid
from perf_lint.readers.marked.inline import plain
from perf_lint.text.pattern import lazy_pattern

_PIPE = lazy_pattern(r"(?<!\\)(?:\\\\)*\|")
_QUOTE = lazy_pattern(r"[ \t>]*")


def table_grid(lines: Sequence[str], first_line: int) -> Grid:
    """Read the lines of one table, the second of which is the rule; lines count from `first_line`.

    Columns can be trusted only where every row has as many as the header.
    """
    rows = [list(_parts(line)) for line in lines]
    del rows[1:2]
    numbers = [first_line, *range(first_line + 2, first_line + len(lines))]
    aligned = len({len(row) for row in rows}) == 1
    cells = (
        Cell(plain(text.replace("\\|", "|")), row, column, line=line, char=char)
        for row, (line, parts) in enumerate(zip(numbers, rows, strict=True), 1)
        for column, (text, char) in enumerate(parts, 1)
    )
    return Grid(tuple(cells), aligned=aligned)


def _parts(line: str) -> Iterator[tuple[str, int]]:
    """Give the bare text of each cell and the character, from 1, at which it starts."""
    lead = _QUOTE.match(line)
    start = lead.end() if lead else 0
    end = len(line.rstrip())
    if line[start : start + 1] == "|":
        start += 1
    cuts = [found.end() - 1 for found in _PIPE.finditer(line, start, end)]
    if cuts and cuts[-1] == end - 1:
        end = cuts.pop()
    for begin, stop in zip([start, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True):
        part = line[begin:stop]
        bare = part.strip()
        yield bare, begin + len(part) - len(part.lstrip()) + 1 if bare else begin + 1
