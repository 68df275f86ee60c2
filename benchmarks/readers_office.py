"""Measure reading alone of a 100-form .docx and .xlsx beside its floor (unzip and parse), each in a fresh process.

Run `python -m benchmarks.readers_office`; prints a Markdown table. Alternatives that are not installed are left out.
"""

from __future__ import annotations

import io
import zipfile

from benchmarks.floors import Case, Read, print_table
from benchmarks.office_files import sheet_file, word_file

ROUNDS = 15


def file(kind: str) -> bytes:
    """Write 100 forms into one file."""
    return word_file() if kind == "docx" else sheet_file()


def _floor(*parts: str) -> Read:
    from lxml import etree

    def read(data: bytes) -> object:
        archive = zipfile.ZipFile(io.BytesIO(data))
        return [etree.fromstring(archive.read(part)) for part in parts]

    return read


def _ours(name: str, *, is_full: bool = False) -> Read:
    from importlib import import_module

    from perf_lint.readers.base import DEFAULT_LIMITS

    module = import_module(f"perf_lint.readers.{name}")
    if is_full:
        body = import_module("perf_lint.readers.word.body")
        body.__dict__["is_plain"] = lambda *_: False
    return lambda data: module.read(data, f"x.{name}", DEFAULT_LIMITS)


def _python_docx() -> Read:
    import docx

    def read(data: bytes) -> object:
        tables = docx.Document(io.BytesIO(data)).tables
        return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]

    return read


def _openpyxl(*, is_streamed: bool) -> Read:
    import openpyxl

    def read(data: bytes) -> object:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=is_streamed, data_only=True)
        return [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]

    return read


def _calamine() -> Read:
    from python_calamine import CalamineWorkbook

    return lambda data: CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()


CASES: dict[str, Case] = {
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


if __name__ == "__main__":
    print_table("benchmarks.readers_office", CASES)
