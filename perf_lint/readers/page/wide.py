"""Put sheets wider than the paper together again, and say where columns of one may be missing."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from perf_lint.model.document import FURTHER_COLUMNS, Remark
from perf_lint.model.place import Place
from perf_lint.model.words import Words
from perf_lint.readers.page.content import PageContent
from perf_lint.readers.page.sheets import Found, find_sheets, unfinished
from perf_lint.readers.page.tables import PageTables, Table

PAPER = 3.0
"""Points that a table may stand out over the edge of the paper, as its outer line does."""

Reread = Callable[[Container[int]], Iterable[PageContent]]
"""Reads the pages of these numbers once more."""


def joined_sheets(
    pages: Sequence[PageTables], reread: Reread, path: str
) -> tuple[Sequence[PageTables], tuple[Remark, ...]]:
    """Give the pages, those that are one sheet side by side, and what is to be said of the others."""
    found = find_sheets(pages) if len(pages) > 1 else Found((), ())
    remarks = tuple(_remarks(pages, found, path))
    if not found.sheets:
        return pages, remarks
    from perf_lint.readers.page.joining import joined_pages

    wanted = {pages[index].number for sheet in found.sheets for row in sheet.rows for index in row}
    return joined_pages(pages, found.sheets, reread(wanted)), remarks


def _remarks(pages: Sequence[PageTables], found: Found, path: str) -> Iterator[Remark]:
    for left, right in found.doubts:
        yield _further_columns(pages[left].number, pages[right].number, path)
    for index in unfinished(pages, found):
        yield _missing_columns(pages[index].number, path)
    for page in pages:
        if any(_stands_out(table, page.width) for table in page.tables):
            yield _beyond_paper(page.number, path)


def _stands_out(table: Table, width: float) -> bool:
    """Say whether a table runs over the right edge of the paper, or ends there without a line."""
    edge = table.xs[-1] - width
    return edge > PAPER or (edge > -PAPER and bool(table.open_right))


def _further_columns(left: int, right: int, path: str) -> Remark:
    zh = (
        f"第 {right} 页像是第 {left} 页右边的几列（工作表比纸宽，打印到了两页上），但不能确定，没有拼到一起。"
        "请缩放到一页宽再导出，或检查原来的 Excel 文件"
    )
    en = (
        f"page {right} seems to hold further columns of page {left} (a sheet wider than the paper), "
        "which is not certain, and they were not joined: export the sheet fitted to one page, or check the Excel file"
    )
    return Remark(FURTHER_COLUMNS, Words(zh, en), Place(path, page=right))


def _missing_columns(number: int, path: str) -> Remark:
    zh = f"第 {number} 页的表格右边没有画完，像是还有几列打印在别的页上，文件里没有找到。请检查原来的文件是否导出完整"
    en = (
        f"the table of page {number} goes on to the right, and no page of the file holds the rest: "
        "check whether the original was exported whole"
    )
    return Remark("missing-columns", Words(zh, en), Place(path, page=number))


def _beyond_paper(number: int, path: str) -> Remark:
    zh = f"第 {number} 页的表格伸出了纸边，纸边以外的文字没有印出来，可能不全。请缩放到一页宽再导出"
    en = (
        f"the table of page {number} stands out over the edge of the paper, and text beyond it is not in the file: "
        "export it fitted to one page wide"
    )
    return Remark("missing-columns", Words(zh, en), Place(path, page=number))
