"""Read Excel workbooks (.xlsx, .xlsm and templates) straight from their XML, as Excel shows them."""

from __future__ import annotations

from perf_lint.model.document import Document
from perf_lint.model.words import Words
from perf_lint.readers.base import NO, ZIP_MAGIC, Limits, OtherFormat, ReadError

NAME = "xlsx"
SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb")


def sniff(head: bytes, name: str) -> int:
    """Claim Office packages that hold a workbook part, and packages of unknown content by their suffix."""
    if not head.startswith(ZIP_MAGIC):
        return NO
    from perf_lint.readers.office.package import surety

    return surety(head, name, b"xl/" in head and b"word/" not in head, SUFFIXES)


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Read every sheet in order; hidden ones are marked, and nothing is calculated."""
    from perf_lint.readers.office.package import Package
    from perf_lint.readers.sheet.workbook import Workbook

    package = Package(data, path, limits)
    if package.main.endswith(".bin"):
        raise ReadError(path, _binary())
    root = package.xml(package.main)
    if root is None or not root.tag.endswith("}workbook"):
        if root is not None and root.tag.endswith("}document"):
            raise OtherFormat("docx")
        raise ReadError(path, Words("文件里没有 Excel 工作簿", "the file holds no Excel workbook"))
    workbook = Workbook(package, root, path, limits)
    blocks = tuple(workbook.blocks())
    return Document(path, NAME, blocks, workbook.notes.remarks(), binary=True)


def _binary() -> Words:
    return Words(
        "这是二进制工作簿（.xlsb），请在 Excel 里另存为 .xlsx 再检查",
        "a binary workbook (.xlsb); save it as .xlsx in Excel first",
    )
