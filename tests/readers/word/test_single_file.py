"""Word documents saved as one XML file read like the same .docx."""

from __future__ import annotations

import io
import zipfile

import pytest

from perf_lint.readers import read_bytes
from perf_lint.readers.base import ReadError
from tests.readers.word.factory import cells_of, docx, outline, p, sdt, tbl, tc, tr
from tests.readers.word.test_lists import item, level, numbering

BODY = tbl(
    tr(tc("产出", down="restart"), tc(item("次数"), span=2)),
    tr(tc(down="continue"), tc(item("人数")), tc(p(sdt(p("x"))))),
)
LISTS = numbering(level(0, "指标%1："))


def flat(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = "".join(
            f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{archive.read(name).decode()}</pkg:xmlData></pkg:part>'
            for name in archive.namelist()
        )
    picture = '<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>AA==</pkg:binaryData></pkg:part>'
    package = "http://schemas.microsoft.com/office/2006/xmlPackage"
    return f'<?xml version="1.0"?><pkg:package xmlns:pkg="{package}">{parts}{picture}</pkg:package>'.encode()


def test_flat_package():
    whole = docx(BODY, numbering=LISTS)
    document = read_bytes(flat(whole), "表.doc")
    assert document.format == "word-xml"
    assert cells_of(document) == cells_of(read_bytes(whole, "表.docx"))
    assert cells_of(document)[1] == (1, 2, 1, 2, "指标1：次数")


def test_word_2003():
    old = (
        '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>'
        '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="urn:wx"><w:body><wx:sect>'
        "<w:p><w:r><w:t>绩效目标表</w:t></w:r></w:p><w:tbl>"
        '<w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>产出</w:t></w:r></w:p></w:tc>'
        "<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr>"
        "</w:tbl></wx:sect></w:body></w:wordDocument>"
    ).encode()
    document = read_bytes(old, "表.doc")
    assert outline(document) == ["绩效目标表", "table 1: 产出 | 1 | 2"]
    assert cells_of(document)[0] == (1, 1, 2, 1, "产出")


@pytest.mark.parametrize("cut", [150, -40])
def test_truncated(cut):
    with pytest.raises(ReadError) as caught:
        read_bytes(flat(docx(BODY))[:cut], "表.doc")
    assert caught.value.words.zh.startswith("文件已损坏：package 第 1 行第")


def test_package_of_nothing():
    empty = b'<?xml version="1.0"?><p xmlns="http://schemas.microsoft.com/office/2006/xmlPackage"/>'
    with pytest.raises(ReadError, match="no Word document body"):
        read_bytes(empty, "表.xml")
