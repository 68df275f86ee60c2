"""Read Word files saved as one XML file (Word 2003 XML, flat Open XML) as the .docx that they amount to."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from perf_lint.model.document import Document
from perf_lint.model.words import Words
from perf_lint.readers.base import CERTAIN, NO, Limits, ReadError
from perf_lint.text.pattern import lazy_pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "word-xml"
SUFFIXES = (".xml",)

_FLAT = b"http://schemas.microsoft.com/office/2006/xmlPackage"
_OLD = b"http://schemas.microsoft.com/office/word/2003/wordml"
_NEW = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PKG = f"{{{_FLAT.decode()}}}"
_RENAMED = lazy_pattern(rb"<(/?)w:([vh])merge\b")
"""Elements of Word 2003 whose names were given a capital later."""


def sniff(head: bytes, _name: str) -> int:
    """Claim XML that declares one of the two vocabularies."""
    return (
        CERTAIN if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml") and (_FLAT in head or _OLD in head) else NO
    )


def read(data: bytes, path: str, limits: Limits) -> Document:
    """Repack and read; raise ReadError for what is damaged or holds no document."""
    from perf_lint.readers.docx import read as read_package
    from perf_lint.readers.xml import parse_xml

    if _OLD in data:
        renamed = _RENAMED.sub(rb"<\1w:\2Merge", data.replace(_OLD, _NEW))
        parts = {"word/document.xml": _serialised(parse_xml(renamed, path, "wordDocument", limits))}
    else:
        parts = dict(_parts(parse_xml(data, path, "package", limits)))
    if not parts:
        raise ReadError(path, Words("文件里没有 Word 正文", "the file holds no Word document body"))
    return read_package(_zipped(parts), path, limits)._replace(format=NAME)


def _parts(root: _Element) -> list[tuple[str, bytes]]:
    """Take the XML parts out of a flat package; pictures and other binary parts stay behind."""
    return [
        (part.get(f"{_PKG}name", "").lstrip("/"), _serialised(content[0]))
        for part in root.iterfind(f"{_PKG}part")
        if (content := part.find(f"{_PKG}xmlData")) is not None and len(content)
    ]


def _serialised(element: _Element) -> bytes:
    from lxml import etree

    return etree.tostring(element, encoding="UTF-8", with_tail=False)


def _zipped(parts: dict[str, bytes]) -> bytes:
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()
