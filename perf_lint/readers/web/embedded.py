"""Read tables of HTML that stand within other text, each block with its line in the file."""

from __future__ import annotations

from collections.abc import Iterator

from perf_lint.model.document import Block, Paragraph
from perf_lint.readers.base import Limits, ReadError


def html_blocks(part: list[str], start: int, path: str, limits: Limits) -> Iterator[Block]:
    """Read a piece of HTML whose first line is line `start` of the file, counted from 0."""
    from perf_lint.readers.web.page import page_blocks

    try:
        blocks, _ = page_blocks("\n".join(part), path, limits)
    except ReadError:
        # A comment, or a lone closing tag: nothing a person sees.
        return
    for block in blocks:
        yield moved(block, start)


def moved(block: Block, by: int) -> Block:
    """Count the lines of a block from the start of the file."""
    if isinstance(block, Paragraph):
        return block._replace(line=None if block.line is None else block.line + by)
    cells = (cell if cell.line is None else cell._replace(line=cell.line + by) for cell in block.cells)
    return block._replace(cells=tuple(cells))


def table_end(lines: list[str], start: int, end: int) -> int:
    """Go on from `end` until every table opened since `start` is closed again, blank lines or not."""
    opened = _open_tables(lines[start:end])
    while opened > 0 and end < len(lines):
        opened += _open_tables(lines[end : end + 1])
        end += 1
    return end


def table_spans(lines: list[str]) -> Iterator[tuple[bool, int, int]]:
    """Cut a text into tables of HTML (true) and what stands between, each with its lines from 0."""
    done = 0
    for number, line in enumerate(lines):
        if number < done or "<table" not in line.lower():
            continue
        end = table_end(lines, number, number + 1)
        if number > done:
            yield False, done, number
        yield True, number, end
        done = end
    if done < len(lines):
        yield False, done, len(lines)


def _open_tables(lines: list[str]) -> int:
    text = "\n".join(lines).lower()
    return text.count("<table") - text.count("</table")
