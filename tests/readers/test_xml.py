"""Hostile XML is refused before it can do anything."""

from __future__ import annotations

import pytest

from perf_lint.readers.base import DEFAULT_LIMITS, Limits, ReadError
from perf_lint.readers.xml import parse_xml

LAUGHS = b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><l>&c;</l>'
DOCTYPE = "x.xml 里有 DOCTYPE 声明，办公文件不应有，可能是实体炸弹，没有解析"


def refused(data: bytes, limits: Limits = DEFAULT_LIMITS) -> str:
    with pytest.raises(ReadError) as caught:
        parse_xml(data, "表.docx", "x.xml", limits)
    return caught.value.words.zh


@pytest.mark.parametrize(
    "data",
    [
        LAUGHS,
        b'<?xml version="1.0"?>\n<!-- <a> --><!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><a>&x;</a>',
        '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'.encode("utf-16"),
    ],
)
def test_document_types(data):
    assert refused(data) == DOCTYPE


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain",
        b"<a>",
        b"<a>\x00</a>",
        b"\x00\x00",
        b"<a>&undefined;</a>",
        b"<a>" * 300 + b"</a>" * 300,
        b'<?xml version="1.0" encoding="UTF-7"?><a>+ADw-</a>',
        b'<?xml version="1.0" encoding="utf-8"?><a>\xff</a>',
        b"\xff\xfe<\x00a",
    ],
)
def test_broken(data):
    assert refused(data).startswith("文件已损坏：x.xml ")


def test_place_of_the_damage():
    assert refused(b"<a>\n<b></a>") == (
        "文件已损坏：x.xml 第 2 行第 8 个字符处不是完整的 XML；请重新取得文件，或用原软件打开后另存"
    )


def test_node_limit():
    assert refused(b"<r>" + b"<a/>" * 50 + b"</r>", Limits(max_nodes=50)) == "x.xml 的元素和属性多于 50 个，超出上限"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_encodings(encoding):
    data = f'<?xml version="1.0" encoding="{encoding}"?><a>绩效</a>'.encode(encoding)
    assert parse_xml(data, "表.docx", "x.xml", DEFAULT_LIMITS).text == "绩效"


def test_the_word_inside_text_is_harmless():
    data = b"<a><![CDATA[<!DOCTYPE]]></a>"
    assert parse_xml(data, "表.docx", "x.xml", DEFAULT_LIMITS).text == "<!DOCTYPE"


def test_strict_names_become_transitional():
    data = b'<w:a xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    root = parse_xml(data, "表.docx", "x.xml", DEFAULT_LIMITS)
    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}a"
