"""Measure reading alone of 100 forms as PDF, HTML and Markdown beside the floor: bare text, bare parse.

Run `python -m benchmarks.readers_pdf_html`; prints a Markdown table. Alternatives that are not installed are left out.
"""

from __future__ import annotations

import importlib.util
import io
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable
from itertools import groupby

from benchmarks.drawn import drawing
from benchmarks.forms import make
from tests.factory.markup import to_html, to_markdown
from tests.factory.paper import to_pdfs

FORMS, ROUNDS = 100, 9


def _file(kind: str) -> bytes:
    drawings = [drawing(make(1, number)) for number in range(FORMS)]
    if kind == "pdf":
        return to_pdfs(drawings)
    write = to_html if kind == "html" else to_markdown
    # One long page: behind a closing </html> the bare parser would read nothing.
    return "\n".join(write(drawing) for drawing in drawings).replace("</body></html>", "").encode()


def _bare_text() -> Callable[[bytes], object]:
    import pypdfium2

    def read(data: bytes) -> object:
        with pypdfium2.PdfDocument(data) as document:
            return [page.get_textpage().get_text_range() for page in document]

    return read


def _pdfplumber() -> Callable[[bytes], object]:
    import pdfplumber

    def read(data: bytes) -> object:
        with pdfplumber.open(io.BytesIO(data)) as document:
            return [page.extract_tables() for page in document.pages]

    return read


def _bare_html() -> Callable[[bytes], object]:
    from lxml import etree

    return lambda data: etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))


def _bare_markdown() -> Callable[[bytes], object]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    return lambda data: parser.parse(data.decode())


def _ours(name: str) -> Callable[[bytes], object]:
    from perf_lint.readers import read_bytes

    return lambda data: read_bytes(data, f"x.{name}")


CASES: dict[str, tuple[str, str, Callable[[], Callable[[bytes], object]]]] = {
    "pdf 底线：pdfium 只取文字": ("pdf", "pypdfium2", _bare_text),
    "pdf 本项目": ("pdf", "pypdfium2", lambda: _ours("pdf")),
    "pdf pdfplumber": ("pdf", "pdfplumber", _pdfplumber),
    "html 底线：lxml 只解析": ("html", "lxml", _bare_html),
    "html 本项目": ("html", "lxml", lambda: _ours("html")),
    "md 底线：markdown-it 只解析": ("md", "markdown_it", _bare_markdown),
    "md 本项目": ("md", "markdown_it", lambda: _ours("md")),
}


def measure(name: str) -> tuple[float, float]:
    """Give the least processor time of several reads (seconds), and the memory beyond the imports (MB)."""
    kind, _, prepare = CASES[name]
    data = _file(kind)
    read = prepare()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        read(data)
        best = min(best, time.process_time() - start)
    return best, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024


def main() -> None:
    """Print the table."""
    spawn = multiprocessing.get_context("spawn")
    print("| 读取 100 张表 | 处理器毫秒 | 底线的倍数 | 内存 MB |\n|---|---:|---:|---:|")
    for _, names in groupby(CASES, key=lambda name: CASES[name][0]):
        floor = 0.0
        for name in names:
            if importlib.util.find_spec(CASES[name][1]) is None:
                print(f"（没有安装 {CASES[name][1]}）", file=sys.stderr)
                continue
            with spawn.Pool(1) as pool:
                seconds, memory = pool.apply(measure, (name,))
            floor = floor or seconds
            print(f"| {name} | {seconds * 1000:.1f} | {seconds / floor:.1f} | {memory:.0f} |")


if __name__ == "__main__":
    main()
