"""Hold a page as what a person sees: lines of text, and tables with the spans the file writes."""

from __future__ import annotations

from dataclasses import dataclass, field

from perf_lint.text.pattern import lazy_pattern

BREAK = "\x1e"
"""Stands for a line break a person sees, in text whose other white space is still raw."""

_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f\U00020000-\U0003ffff]"
_SOFT_BREAK = lazy_pattern(rf"(?<={_WIDE})[ \t\f]*[\r\n][ \t\r\n\f]*(?={_WIDE})")
_BLANKS = lazy_pattern(r"[ \t\r\n\f\xa0\u200b\ufeff]+")


@dataclass(slots=True)
class RawCell:
    """A td or th: what it holds, and its spans as the file writes them."""

    line: int | None
    row_span: str | None
    col_span: str | None
    content: Flow

    @property
    def holds_tables(self) -> bool:
        """Say whether a table stands in this cell; one that only frames a single text does not count."""
        return any(isinstance(item, RawTable) and not item.frame for item in self.content.items)

    @property
    def filled(self) -> bool:
        """Say whether anything is seen in this cell."""
        return any(item.filled if isinstance(item, RawTable) else item[0].strip() for item in self.content.items)


@dataclass(slots=True)
class RawRow:
    """A tr and the row group it stands in (`group` counts groups in the order of display)."""

    cells: list[RawCell] = field(default_factory=list)
    group: int = 0


@dataclass(slots=True)
class RawTable:
    """A table as its rows in the order of display (tfoot last)."""

    line: int | None
    rows: list[RawRow] = field(default_factory=list)
    feet: list[RawRow] = field(default_factory=list)
    groups: int = 0
    filled: bool = False
    """Whether anything is seen in it."""
    frame: bool = False
    """Whether it holds no more than one text: pages use such tables to draw boxes."""

    def close(self) -> None:
        """Note what later readers ask of the finished table, so that nobody looks into nested tables twice."""
        cells = [cell for row in self.all_rows() for cell in row.cells]
        count = sum(cell.filled for cell in cells)
        self.filled = count > 0
        self.frame = count <= 1 and not any(cell.holds_tables for cell in cells)

    def all_rows(self) -> list[RawRow]:
        """Give the rows as shown."""
        return [*self.rows, *self.feet]


@dataclass(slots=True)
class Flow:
    """Text and tables one after the other: the body of the page, or a cell."""

    items: list[tuple[str, int | None] | RawTable] = field(default_factory=list)
    """Raw pieces of text with the line of the element they stand in, and tables between them."""

    def lines(self) -> list[tuple[str, int | None] | RawTable]:
        """Give the seen lines (never empty) with their source lines, and the tables between them."""
        found: list[tuple[str, int | None] | RawTable] = []
        pieces: list[tuple[str, int | None]] = []
        for item in [*self.items, RawTable(None)]:
            if not isinstance(item, RawTable):
                pieces.append(item)
                continue
            found += _seen_lines(pieces)
            found.append(item)
            pieces = []
        return found[:-1]


def _seen_lines(pieces: list[tuple[str, int | None]]) -> list[tuple[str, int | None]]:
    parts: list[tuple[list[str], int | None]] = [([], None)]
    for text, line in pieces:
        if text == BREAK:
            if parts[-1][0]:
                parts.append(([], None))
            continue
        texts, first = parts[-1]
        texts.append(text)
        if first is None and text.strip():
            parts[-1] = (texts, line)
    return [(seen, line) for texts, line in parts if (seen := seen_text("".join(texts)))]


def seen_text(raw: str) -> str:
    """Collapse white space as a browser does; a line break in the source between two Chinese characters is nothing."""
    if not _BLANKS.search(raw):
        return raw
    return _BLANKS.sub(" ", _SOFT_BREAK.sub("", raw)).strip(" ")
