"""Measure reading alone of a 100-form .docx and .xlsx beside its floor (unzip and parse), each in a fresh process.

Run `python -m benchmarks.readers_office`; prints a Markdown table. Alternatives that are not installed are left out.
"""

from __future__ import annotations

import importlib.util
import io
import multiprocessing
import resource
import sys
import time
import zipfile
from collections.abc import Callable
from itertools import groupby

from benchmarks.office_files import sheet_file, word_file

ROUNDS = 15


def _floor(*parts: str) -> Callable[[bytes], object]:
    from lxml import etree

    def read(data: bytes) -> object:
        archive = zipfile.ZipFile(io.BytesIO(data))
        return [etree.fromstring(archive.read(part)) for part in parts]

    return read


def _ours(name: str, *, is_full: bool = False) -> Callable[[bytes], object]:
    from importlib import import_module

    from perf_lint.readers.base import DEFAULT_LIMITS

    module = import_module(f"perf_lint.readers.{name}")
    if is_full:
        body = import_module("perf_lint.readers.word.body")
        body.__dict__["is_plain"] = lambda *_: False
    return lambda data: module.read(data, f"x.{name}", DEFAULT_LIMITS)


def _python_docx() -> Callable[[bytes], object]:
    import docx

    def read(data: bytes) -> object:
        tables = docx.Document(io.BytesIO(data)).tables
        return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]

    return read


def _openpyxl(*, is_streamed: bool) -> Callable[[bytes], object]:
    import openpyxl

    def read(data: bytes) -> object:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=is_streamed, data_only=True)
        return [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]

    return read


def _calamine() -> Callable[[bytes], object]:
    from python_calamine import CalamineWorkbook

    return lambda data: CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


CASES: dict[str, tuple[str, str, Callable[[], Callable[[bytes], object]]]] = {
    "docx 底线：解压并解析": ("docx", "lxml", lambda: _floor("word/document.xml")),
    "docx 本项目": ("docx", "lxml", lambda: _ours("docx")),
    "docx 本项目，不走快路": ("docx", "lxml", lambda: _ours("docx", is_full=True)),
    "docx python-docx": ("docx", "docx", _python_docx),
    "xlsx 底线：解压并解析": ("xlsx", "lxml", lambda: _floor("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml")),
    "xlsx 本项目": ("xlsx", "lxml", lambda: _ours("xlsx")),
    "xlsx python-calamine": ("xlsx", "python_calamine", _calamine),
    "xlsx openpyxl 只读": ("xlsx", "openpyxl", lambda: _openpyxl(is_streamed=True)),
    "xlsx openpyxl": ("xlsx", "openpyxl", lambda: _openpyxl(is_streamed=False)),
}


def measure(name: str) -> tuple[float, float]:
    """Give the least processor time of several reads (seconds), and the memory beyond the imports (MB)."""
    kind, _, prepare = CASES[name]
    data = word_file() if kind == "docx" else sheet_file()
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
