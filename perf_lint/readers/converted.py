"""Read .rtf .odt .et .ods (and what of .doc cannot be read directly) through LibreOffice, as .docx or .xlsx."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from perf_lint.model.document import Document, Grid
from perf_lint.model.words import Words
from perf_lint.readers.base import (
    CERTAIN,
    COMPOUND_MAGIC,
    LIKELY,
    NO,
    PASSWORD,
    POSSIBLE,
    Limits,
    Reader,
    ReadError,
    suffix_of,
)

NAME = "office"
SUFFIXES = (
    ".doc",
    ".dot",
    ".wps",
    ".wpt",
    ".rtf",
    ".odt",
    ".ott",
    ".fodt",
    ".et",
    ".ett",
    ".ods",
    ".ots",
    ".fods",
    ".uot",
    ".uos",
)

_SHEET_SUFFIXES = frozenset({".et", ".ett", ".ods", ".ots", ".fods", ".uos", ".xls", ".xlt"})
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_FLAT = b"urn:oasis:names:tc:opendocument:xmlns:office"
_ROW_END = b"\x17\x24\x01"
"""The property that ends every table row of a Word 97 file (sprmPFTtp, [MS-DOC] 2.6.2)."""

_STREAMS = {
    "WordDocument": "doc",
    "Workbook": "xls",
    "Book": "xls",
    "PowerPoint Document": "ppt",
    "EncryptedPackage": "",
}


def sniff(head: bytes, name: str) -> int:
    """Look for the signatures of RTF, OpenDocument and older Office files; of the last the name says which."""
    if head.lstrip().startswith(b"{\\rt") or _OPEN_DOCUMENT in head[:160]:
        return CERTAIN
    if not head.startswith(COMPOUND_MAGIC):
        return LIKELY if name.lower().endswith(SUFFIXES) and _FLAT in head else NO
    return LIKELY + 10 if suffix_of(name) in SUFFIXES else POSSIBLE + 10


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Convert and read; raise ReadError where LibreOffice is missing or fails, saying what to do instead."""
    kind = kind_of(data, path)
    if kind == "xls":
        return _reader("xls").read(data, path, limits)
    if kind == "doc":
        from perf_lint.readers.word97.reading import read_word97
        from perf_lint.readers.word97.streams import EncryptedError, NotWord97Error

        try:
            return read_word97(data, path, limits)
        except EncryptedError as error:
            raise ReadError(path, PASSWORD) from error
        except NotWord97Error:
            # Older than Word 97, or damaged in a way that LibreOffice may still mend.
            pass
    return _read_converted(data, path, kind, limits)


def _read_converted(data: bytes, path: str, kind: str, limits: Limits) -> Document:
    target = "xlsx" if kind in ("ods", "et", "fods") else "docx"
    from perf_lint.readers.office.libreoffice import ConversionError, convert

    try:
        converted = convert(data, kind, target, limits.max_seconds)
    except ConversionError as error:
        raise ReadError(path, _advice(kind, target, error.words)) from error
    if len(converted) > limits.max_bytes:
        raise ReadError(path, Words("转换后的文件太大，超过上限", "the converted file is over the size limit"))
    document = _reader(target).read(converted, path, limits)
    if kind == "doc" and data.count(_ROW_END) > 1 and not any(isinstance(block, Grid) for block in document.blocks):
        lost = Words("LibreOffice 转换时丢掉了表格", "LibreOffice lost the tables of the file")
        raise ReadError(path, _advice(kind, target, lost))
    return document._replace(format=kind)


def kind_of(data: bytes, path: str) -> str:
    """Say what a file is (doc, rtf, odt, ods, xls …) by its content, else by its suffix.

    Raises ReadError for an encrypted file and for a presentation.
    """
    suffix = suffix_of(path.rpartition("!")[2])
    if data.lstrip()[:4] == b"{\\rt":
        return "rtf"
    if _OPEN_DOCUMENT in data[:160]:
        return "ods" if b"spreadsheet" in data[:160] else "odt"
    if not data.startswith(COMPOUND_MAGIC):
        return "fods" if suffix in _SHEET_SUFFIXES else suffix.lstrip(".")
    found = {kind for name, kind in _STREAMS.items() if name.encode("utf-16-le") in data}
    if "" in found:
        raise ReadError(path, PASSWORD)
    if found == {"ppt"}:
        raise ReadError(path, Words("这是演示文稿，不是绩效目标表", "this is a presentation"))
    if len(found & {"doc", "xls"}) == 1:
        # A sheet that WPS wrote is read like Excel's own; its name stays what people call it.
        return next(iter(found & {"doc", "xls"}))
    return "xls" if suffix in _SHEET_SUFFIXES else "doc"


def _reader(name: str) -> Reader:
    return cast("Reader", import_module(f"perf_lint.readers.{name}"))


def _advice(kind: str, target: str, cause: Words) -> Words:
    return Words(
        f"{cause.zh}。请在 Word、Excel 或 WPS 里打开这个 .{kind} 文件，“另存为” .{target} 后再检查",
        f"{cause.en}: open this .{kind} file in an office program, save it as .{target} and check that",
    )
