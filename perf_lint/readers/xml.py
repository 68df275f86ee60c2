"""Parse XML that may be hostile: no document type, no entity, no network, bounded size and depth."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from perf_lint.model.words import Words
from perf_lint.readers.base import Limits, ReadError
from perf_lint.text.pattern import lazy_pattern

if TYPE_CHECKING:
    from lxml import etree

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
_STRICT_NAMES = lazy_pattern(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_DECLARATION = lazy_pattern(rb"^\s*<\?xml[^>]*?\?>")
_ENCODING = lazy_pattern(rb"encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_ENCODINGS = frozenset(
    {"utf-8", "utf8", "utf-16", "utf16", "ascii", "us-ascii", "gb2312", "gbk", "gb18030", "iso-8859-1", "windows-1252"}
)
_FIRST_ELEMENT = lazy_pattern(rb"(?:[^<]|<!--.*?-->|<[!?](?!--))*+<[^!?]", re.DOTALL)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def parse_xml(data: bytes, path: str, part: str, limits: Limits) -> etree._Element:
    """Give the root element of `data`, comments and instructions dropped, Strict OOXML names made Transitional.

    `part` names the piece of the file in messages. Raises ReadError for what is not well-formed, declares a
    document type, or holds more elements and attributes than `limits.max_nodes`.
    """
    from lxml import etree

    data = _plain(data, path, part)
    if data.count(b"<") + data.count(b"=") > limits.max_nodes:
        raise ReadError(path, _too_big(part, limits.max_nodes))
    if _STRICT in data:
        data = _STRICT_NAMES.sub(_transitional, data)
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReadError(path, _broken(part, error)) from error
    if root is None:
        raise ReadError(path, _broken(part, None))
    return root


def _plain(data: bytes, path: str, part: str) -> bytes:
    """Make UTF-16 into UTF-8, so that the checks see what the parser sees; refuse odd encodings and types."""
    if data.startswith(_UTF16):
        try:
            data = _DECLARATION.sub(b"", data.decode("utf-16").encode("utf-8"), count=1)
        except UnicodeError as error:
            raise ReadError(path, _broken(part, error)) from error
    head = data[:200]
    encoding = _ENCODING.search(head) if b"<?xml" in head else None
    if b"\0" in head or (encoding and encoding[1].decode().lower() not in _ENCODINGS):
        raise ReadError(path, _broken(part, "encoding"))
    # a document type stands before the first element; the word inside text is harmless, so look no further
    if b"<!DOCTYPE" in data and b"<!DOCTYPE" in data[: _first_element(data)]:
        raise ReadError(path, _typed(part))
    return data


def _first_element(data: bytes) -> int:
    found = _FIRST_ELEMENT.match(data)
    return found.end() if found else len(data)


def _transitional(match: re.Match[bytes]) -> bytes:
    return _TRANSITIONAL + match[1] + b"/2006/" + match[2]


def _broken(part: str, error: object) -> Words:
    where = ""
    position = getattr(error, "position", None)
    if position and position[0]:
        where = f"{position[0]}:{position[1]}"
    zh = f"第 {where.replace(':', ' 行第 ')} 个字符处" if where else ""
    at = f" at {where}" if where else ""
    return Words(
        f"文件已损坏：{part} {zh}不是完整的 XML；请重新取得文件，或用原软件打开后另存",
        f"the file is damaged: {part} is not well-formed XML{at}; get it again, or open it and save it",
    )


def _typed(part: str) -> Words:
    return Words(
        f"{part} 里有 DOCTYPE 声明，办公文件不应有，可能是实体炸弹，没有解析",
        f"{part} declares a DOCTYPE, which no office file does and entity bombs need; it was not parsed",
    )


def _too_big(part: str, limit: int) -> Words:
    return Words(
        f"{part} 的元素和属性多于 {limit} 个，超出上限",
        f"{part} holds more than {limit} elements and attributes, the limit",
    )
