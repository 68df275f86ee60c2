"""Measure reading alone of 100 forms as PDF, HTML and Markdown beside the floor: bare text, bare parse.

Run `python -m benchmarks.readers_pdf_html`; prints a Markdown table. Alternatives that are not installed are left out.
"""

from __future__ import annotations

import io

from benchmarks.drawn import drawing
from benchmarks.floors import Case, Read, print_table
from benchmarks.forms import make
from tests.factory.markup import to_html, to_markdown
from tests.factory.paper import to_pdfs

FORMS, ROUNDS = 100, 9


def file(kind: str) -> bytes:
    """Write 100 forms into one file."""
    drawings = [drawing(make(1, number)) for number in range(FORMS)]
    if kind == "pdf":
        return to_pdfs(drawings)
    write = to_html if kind == "html" else to_markdown
    # One long page: behind a closing </html> the bare parser would read nothing.
    return "\n".join(write(drawing) for drawing in drawings).replace("</body></html>", "").encode()


def _bare_text() -> Read:
    import pypdfium2

    def read(data: bytes) -> object:
        with pypdfium2.PdfDocument(data) as document:
            return [page.get_textpage().get_text_range() for page in document]

    return read


def _pdfplumber() -> Read:
    import pdfplumber

    def read(data: bytes) -> object:
        with pdfplumber.open(io.BytesIO(data)) as document:
            return [page.extract_tables() for page in document.pages]

    return read


def _bare_html() -> Read:
    from lxml import etree

    return lambda data: etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))


def _bare_markdown() -> Read:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    return lambda data: parser.parse(data.decode())


def _ours(name: str) -> Read:
    from perf_lint.readers import read_bytes

    return lambda data: read_bytes(data, f"x.{name}")


CASES: dict[str, Case] = {
    "pdf 底线：pdfium 只取文字": ("pdf", "pypdfium2", _bare_text),
    "pdf 本项目": ("pdf", "pypdfium2", lambda: _ours("pdf")),
    "pdf pdfplumber": ("pdf", "pdfplumber", _pdfplumber),
    "html 底线：lxml 只解析": ("html", "lxml", _bare_html),
    "html 本项目": ("html", "lxml", lambda: _ours("html")),
    "md 底线：markdown-it 只解析": ("md", "markdown_it", _bare_markdown),
    "md 本项目": ("md", "markdown_it", lambda: _ours("md")),
}


if __name__ == "__main__":
    print_table("benchmarks.readers_pdf_html", CASES)
