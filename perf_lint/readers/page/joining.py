"""Put the pages of one sheet side by side, as one wide page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from perf_lint.readers.page.content import Glyph, PageContent, Ruling, Strip
from perf_lint.readers.page.seams import Seam, runs_alike
from perf_lint.readers.page.sheets import Sheet
from perf_lint.readers.page.tables import PageTables, Row, split_page

LINE = 1.5
"""Points: how far lines and base lines of one sheet may lie apart on two pages."""

SERIALS = 1_000_000
"""Added to pdfium's numbers of each further page, so that its first glyph does not follow the last one before."""


def joined_pages(
    pages: Sequence[PageTables], sheets: Sequence[Sheet], contents: Iterable[PageContent]
) -> list[PageTables]:
    """Give the pages anew, those of each sheet side by side; `contents` are the pages that sheets need."""
    content = {page.number: page for page in contents}
    whole: dict[int, PageTables | None] = {}
    for sheet in sheets:
        until = pages[sheet.end - 1].number
        starts: tuple[float, ...] = ()
        for row, seams, below in zip(sheet.rows, sheet.seams, (*sheet.rows[1:], None), strict=True):
            parts = [pages[index] for index in row]
            joined = side_by_side([content[part.number] for part in parts], parts, seams)
            wide = split_page(replace(joined, more=below is not None or sheet.end < len(pages)), starts)
            starts = wide.starts or starts
            last = pages[below[0]].number - 1 if below else until
            whole |= dict.fromkeys(row)
            whole[row[0]] = replace(wide, until=last, shift=joined.strips[-1].shift)
    made = [whole.get(index, page) for index, page in enumerate(pages)]
    return [page for page in made if page is not None]


def side_by_side(contents: Sequence[PageContent], tables: Sequence[PageTables], seams: Sequence[Seam]) -> PageContent:
    """Join pages from left to right; what their seams cut stands once, and only the first keeps head and foot."""
    first = contents[0]
    glyphs, across, down = list(first.glyphs), list(first.horizontals), list(first.verticals)
    strips = [Strip(float("-inf"), 0.0, first.number, first.frame)]
    for number, (content, page, seam) in enumerate(zip(contents[1:], tables[1:], seams, strict=True), 1):
        shift = strips[-1].shift + seam.shift
        start = seam.cut if seam.repeats else float("-inf")
        margins = [row for row in page.rows if runs_alike(row, tables[0])]
        own = [glyph for glyph in content.glyphs if glyph.middle[0] > start and not _in_any(glyph, margins)]
        known = _Known(glyphs)
        for run in _runs(own):
            if not (run[0].left < seam.cut - LINE and known.has(run)):
                glyphs += [_moved(glyph, shift, number) for glyph in run]
        across += [_moved_line(h, shift, start) for h in content.horizontals if h.end > start]
        down += [Ruling(v.at + shift, v.start, v.end) for v in content.verticals if v.at > start - LINE]
        strips.append(Strip(seam.edge + strips[-1].shift, shift, content.number, content.frame))
    return replace(first, glyphs=glyphs, horizontals=across, verticals=down, strips=tuple(strips))


class _Known:
    """Knows the texts of the pages further left, line by line."""

    def __init__(self, glyphs: Iterable[Glyph]) -> None:
        self._lines: dict[int, list[Glyph]] = {}
        for glyph in sorted(glyphs, key=lambda glyph: glyph.left):
            self._lines.setdefault(round(glyph.y), []).append(glyph)

    def has(self, run: Sequence[Glyph]) -> bool:
        """Say whether a text that begins off its page stands on one of these: the seam cuts it, both hold it whole."""
        text, y = "".join(glyph.char for glyph in run), run[0].y
        heights = {round(y + d) for d in (-LINE, 0.0, LINE)}
        return any(text in "".join(glyph.char for glyph in self._lines.get(at, ())) for at in heights)


def _runs(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Part glyphs into runs of text, one glyph right behind the other on one base line."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        last = runs[-1][-1] if runs else None
        size = glyph.right - glyph.left
        if last is not None and abs(glyph.y - last.y) < 1 and -size < glyph.left - last.right < 2 * size:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return runs


def _moved(glyph: Glyph, shift: float, number: int) -> Glyph:
    serial = glyph.serial + number * SERIALS
    return glyph._replace(left=glyph.left + shift, right=glyph.right + shift, x=glyph.x + shift, serial=serial)


def _moved_line(line: Ruling, shift: float, start: float) -> Ruling:
    return Ruling(line.at, max(line.start, start) + shift, line.end + shift)


def _in_any(glyph: Glyph, rows: Sequence[Row]) -> bool:
    return any(row.top - LINE <= glyph.middle[1] <= row.bottom + LINE for row in rows)
