"""Read PDF files with a text layer: ruled tables with spans, tables over several pages, lines of text."""

from __future__ import annotations

from collections.abc import Container, Iterator
from time import monotonic
from typing import TYPE_CHECKING

from perf_lint.model.document import Document, Remark
from perf_lint.model.place import Place
from perf_lint.model.words import Words
from perf_lint.readers.base import CERTAIN, NO, Limits, ReadError

if TYPE_CHECKING:
    from perf_lint.readers.page.content import PageContent
    from perf_lint.readers.page.tables import PageTables

NAME = "pdf"
SUFFIXES = (".pdf",)

MAX_STREAM = 60_000_000
"""Bytes that one stream may grow to; the pictures of a scan stay far below, drawings of millions of lines do not."""

GARBLED = 0.2
"""Share of glyphs without a character from which a text layer cannot be trusted."""

_NO_TEXT = Words(
    "这是扫描件或图片，没有文字层。请用原始的 Word、Excel 文件检查，或先做文字识别（OCR）再检查",
    "this is a scan or a picture without a text layer: check the original Word or Excel file, or run OCR first",
)
_PASSWORD = Words(
    "PDF 设有打开密码。请去掉密码（或另存为不加密的 PDF）后再检查",
    "the PDF needs a password: save it without one and check again",
)
_DAMAGED = Words("PDF 文件已损坏或不完整，无法打开", "the PDF is damaged or incomplete and cannot be opened")


def sniff(head: bytes, name: str) -> int:
    """Look for the signature, which may have some bytes in front of it."""
    del name
    return CERTAIN if head.find(b"%PDF-", 0, 1024) >= 0 else NO


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Read a PDF; raise ReadError where it is encrypted, damaged, over a limit or has no text layer."""
    from perf_lint.readers.page.bombs import expands_beyond
    from perf_lint.readers.page.carried import with_made_tables
    from perf_lint.readers.page.pages import blocks_of
    from perf_lint.readers.page.wide import joined_sheets

    if expands_beyond(data, MAX_STREAM):
        words = Words(
            "PDF 里有解压后极大的内容，超过上限", "the PDF holds a stream that grows beyond the limit when unpacked"
        )
        raise ReadError(path, words)
    remarks: list[Remark] = []
    pages = _pages_of_tables(data, path, limits, remarks)
    if b"%%EOF" not in data[-2048:]:
        words = Words(
            "PDF 文件的结尾缺失，可能没有传完，内容可能不全", "the end of the PDF is missing: it may be incomplete"
        )
        remarks.insert(0, Remark("truncated", words))
    joined, said = joined_sheets(pages, lambda numbers: _pages(data, path, limits, [], numbers), path)
    whole, unclear = with_made_tables(joined)
    remarks += [_unclear_labels(number, path) for number in unclear]
    return Document(path, NAME, blocks_of(whole), (*remarks, *said), binary=True)


def _pages_of_tables(data: bytes, path: str, limits: Limits, remarks: list[Remark]) -> list[PageTables]:
    """Split all pages into tables and lines, adding what is to be said of them; raise ReadError for want of text."""
    from perf_lint.readers.page.tables import split_page

    pages: list[PageTables] = []
    glyphs = 0
    for page in _pages(data, path, limits, remarks):
        glyphs += len(page.glyphs)
        if glyphs > limits.max_cells:
            raise ReadError(path, Words("PDF 里的文字太多，超过上限", "the PDF holds more text than the limit"))
        remarks += _page_remarks(page, path)
        tables = split_page(page, pages[-1].starts if pages else ())
        if tables.oversized:
            remarks.append(_watermark(page.number, tables.oversized, path))
        pages.append(tables)
    if not glyphs:
        raise ReadError(path, _NO_TEXT if pages else _DAMAGED)
    return pages


def _pages(
    data: bytes, path: str, limits: Limits, remarks: list[Remark], wanted: Container[int] | None = None
) -> Iterator[PageContent]:
    """Give the pages one by one, or only those wanted; a damaged page is remarked and left out."""
    from perf_lint.readers.page.source import opened, page_count, read_page

    until = monotonic() + limits.max_seconds
    with opened(data, lambda code: ReadError(path, _PASSWORD if code in (4, 5) else _DAMAGED)) as document:
        count = page_count(document)
        if count > limits.max_pages:
            raise ReadError(
                path,
                Words(f"PDF 有 {count} 页，上限 {limits.max_pages} 页", f"{count} pages, at most {limits.max_pages}"),
            )
        for index in range(count):
            if wanted is not None and index + 1 not in wanted:
                continue
            if monotonic() > until:
                raise ReadError(path, _too_slow(index, count))
            try:
                page = read_page(document, index, limits.max_objects)
            except ValueError:
                words = Words(f"第 {index + 1} 页已损坏，没有读出", f"page {index + 1} is damaged and was not read")
                remarks.append(Remark("damaged-page", words, Place(path, page=index + 1)))
                continue
            yield page


def _watermark(number: int, count: int, path: str) -> Remark:
    zh = f"第 {number} 页有 {count} 个压在表上的大字（多是水印），没有读取"
    en = f"page {number} has {count} large characters over its tables, as of a watermark, which were not read"
    return Remark("watermark", Words(zh, en), Place(path, page=number))


def _unclear_labels(number: int, path: str) -> Remark:
    zh = f"第 {number} 页的指标表没有表格线，有的文字不在各行的同一高度，分不清属于哪一行，指标的级次和内容可能读错"
    en = (
        f"the indicator table of page {number} has no lines, and texts stand between its rows: "
        "which row they belong to is not certain, and levels and texts may be read wrongly"
    )
    return Remark("low-confidence", Words(zh, en), Place(path, page=number))


def _too_slow(index: int, count: int) -> Words:
    return Words(
        f"PDF 太复杂：限定时间内只读到第 {index} 页，共 {count} 页",
        f"the PDF is too complex: only {index} of {count} pages could be read in the time allowed",
    )


def _page_remarks(page: PageContent, path: str) -> Iterator[Remark]:
    place, number = Place(path, page=page.number), page.number
    if page.picture and not page.glyphs:
        zh = f"第 {number} 页是扫描件或图片，没有文字层，这一页的内容没有检查"
        yield Remark(
            "text-layer-missing", Words(zh, f"page {number} is a scan without text and was not checked"), place
        )
    elif page.recognised:
        zh = f"第 {number} 页是带识别文字的扫描件，文字可能有误"
        en = f"page {number} is a scan with recognised text, which may be wrong"
        yield Remark("low-confidence", Words(zh, en), place)
    if page.unmapped > GARBLED * (len(page.glyphs) + page.unmapped):
        zh = f"第 {number} 页的字体没有说明字符是什么，有 {page.unmapped} 个字读不出来"
        en = f"the fonts of page {number} do not say which characters they show: {page.unmapped} could not be read"
        yield Remark("low-confidence", Words(zh, en), place)
    if page.slanted:
        zh = f"第 {number} 页有 {page.slanted} 个斜放的字（多是水印），没有读取"
        en = f"page {number} has {page.slanted} slanted characters, as of a watermark, which were not read"
        yield Remark("slanted-text", Words(zh, en), place)
    if page.dense:
        zh = f"第 {number} 页的线条和图形太多，没有按表格读"
        yield Remark("too-dense", Words(zh, f"page {number} holds too many drawn objects to be read as tables"), place)
