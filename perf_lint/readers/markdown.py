"""Read Markdown: its tables as grids, HTML tables within it, and every other line as plain text is read."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from perf_lint.model.document import Block, Document, Grid, Paragraph
from perf_lint.readers.base import NO, Limits
from perf_lint.readers.encoding import decode, guessed_encoding, looks_like_text
from perf_lint.readers.web.embedded import html_blocks, moved, table_end

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

NAME = "md"
SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")

BY_NAME = 75
"""Confidence in text whose name says Markdown: above plain text and a piece of HTML, below a whole page."""


class _Span(NamedTuple):
    kind: str
    """`table`, `html` or `text`."""
    start: int
    end: int
    """Lines from 0, `end` behind the last."""


def sniff(head: bytes, name: str) -> int:
    """Go by the name: plain text may hold every sign of Markdown."""
    return BY_NAME if name.lower().endswith(SUFFIXES) and looks_like_text(head) else NO


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Read the tables and lines of a Markdown file; raise ReadError on binary data or over a limit."""
    from perf_lint.readers.marked.inline import plain_line

    text, guessed = decode(data, path)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    blocks: list[Block] = []
    tables = 0
    for span in _spans(lines):
        for block in _read_span(span, lines, path, limits):
            if isinstance(block, Grid):
                tables += 1
                blocks.append(block._replace(table=tables))
            elif text := plain_line(block.text):
                blocks.append(block._replace(text=text))
    if guessed:
        return Document(path, NAME, tuple(blocks), (guessed_encoding(guessed),))
    return Document(path, NAME, tuple(blocks))


def _read_span(span: _Span, lines: list[str], path: str, limits: Limits) -> Iterator[Block]:
    from perf_lint.readers.marked.tables import table_grid
    from perf_lint.readers.text import line_blocks

    part = lines[span.start : span.end]
    if span.kind == "table":
        yield table_grid(part, span.start + 1)
    elif span.kind == "html":
        yield from html_blocks(part, span.start, path, limits)
    else:
        for block in line_blocks(part, path, limits):
            yield moved(_plain_cells(block), span.start)


def _plain_cells(block: Block) -> Block:
    """Take the marks out of cells that the plain text reader found."""
    from perf_lint.readers.marked.inline import plain

    if isinstance(block, Paragraph):
        return block
    return block._replace(cells=tuple(cell._replace(text=plain(cell.text)) for cell in block.cells))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").disable(["code", "inline", "fence"])


def _spans(lines: list[str]) -> Iterator[_Span]:
    """Cut the file into tables, pieces of HTML and the text between; an HTML table may hold blank lines."""
    done = 0
    for token in _parser().parse("\n".join(lines)):
        kind = {"table_open": "table", "html_block": "html"}.get(token.type)
        if kind is None or token.map is None or token.map[0] < done:
            continue
        start, end = token.map
        if kind == "html":
            end = table_end(lines, start, end)
        if start > done:
            yield _Span("text", done, start)
        yield _Span(kind, start, end)
        done = end
    if done < len(lines):
        yield _Span("text", done, len(lines))
