"""Older office files: Word 97 read directly, the others through LibreOffice or with advice."""

from __future__ import annotations

import sys

import pytest

from perf_lint.model.words import Words
from perf_lint.readers import converted, read_bytes
from perf_lint.readers.base import DEFAULT_LIMITS, ReadError
from perf_lint.readers.office import libreoffice
from tests.factory.drawing import draw
from tests.factory.specs import STANDARD
from tests.factory.word97 import DELETED, IN_TABLE, ROW_END, document, to_doc
from tests.readers.reading import cells, grids, paragraphs
from tests.readers.sheet.biff import compound

RTF = rb"{\rtf1\ansi\trowd\cellx2000\cellx4000\intbl a\cell b\cell\row}"


@pytest.fixture
def no_office(monkeypatch):
    monkeypatch.setattr(libreoffice, "find_program", lambda: None)


@pytest.mark.usefixtures("no_office")
def test_word_97_needs_no_libreoffice():
    document = read_bytes(to_doc(draw(STANDARD)), "表.doc")
    assert (document.format, document.binary) == ("doc", True)
    assert paragraphs(document) == ["项目支出绩效目标表", "(2025年度)"]
    (grid,) = grids(document)
    assert cells(grid)[:4] == [
        ("项目名称", 1, 1, 1, 2),
        ("农村生活垃圾清运项目", 1, 3, 1, 3),
        ("主管部门及代码", 2, 1, 1, 2),
        ("临河县住房和城乡建设局 (203001)", 2, 3, 1, 1),
    ]
    assert ("产出指标", 9, 2, 6, 1) in cells(grid)
    assert ("成本指标 (必填)", 13, 3, 2, 1) in cells(grid)


@pytest.mark.usefixtures("no_office")
def test_fields_deleted_text_and_breaks_in_word_97():
    data = document(
        [
            ("见\x13 HYPERLINK x \x14附件\x15一\x0b续行旧的\r", b""),
            ("甲\r", IN_TABLE),
            ("乙\x07", IN_TABLE),
            ("丙\x1e1\x07", IN_TABLE),
            ("\x07", IN_TABLE + ROW_END),
            ("\r", b""),
        ],
        marked=(("旧的", DELETED),),
    )
    found = read_bytes(data, "表.wps")
    assert paragraphs(found) == ["见附件一\n续行"]
    assert cells(grids(found)[0]) == [("甲\n乙", 1, 1, 1, 1), ("丙-1", 1, 2, 1, 1)]
    assert [remark.code for remark in found.remarks] == ["tracked-changes"]


@pytest.mark.usefixtures("no_office")
@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (
            RTF,
            "表.doc",
            "读这种文件需要 LibreOffice，没有找到它。请在 Word、Excel 或 WPS 里打开这个 .rtf 文件，“另存为” .docx 后再检查",
        ),
        (
            document([("a\r", b"")], version=0x65),
            "表.doc",
            "读这种文件需要 LibreOffice，没有找到它。请在 Word、Excel 或 WPS 里打开这个 .doc 文件，“另存为” .docx 后再检查",
        ),
        (document([("a\r", b"")], flags=0x100), "表.doc", "文件设有打开密码；请去掉密码另存后再检查"),
        (compound({"EncryptedPackage": b"x"}), "表.doc", "文件设有打开密码；请去掉密码另存后再检查"),
        (compound({"PowerPoint Document": b"x"}), "表.wps", "这是演示文稿，不是绩效目标表"),
    ],
    ids=["rtf", "word 95", "encrypted", "encrypted package", "slides"],
)
def test_what_cannot_be_read_says_what_to_do(data, name, message):
    with pytest.raises(ReadError) as caught:
        converted.read(data, name, DEFAULT_LIMITS)
    assert caught.value.words.zh == message


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (RTF, "表.doc", "rtf"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "表", "ods"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "表.doc", "odt"),
        (compound({"Workbook": b"x"}), "表.et", "xls"),
        (compound({"Workbook": b"x"}), "表.doc", "xls"),
        (compound({"WordDocument": b"x"}), "表.wps", "doc"),
        (compound({"Other": b"x"}), "表.et", "xls"),
    ],
)
def test_content_says_what_a_file_is(head, name, kind):
    assert converted.kind_of(head, name) == kind


@pytest.mark.parametrize(
    ("kind", "target"), [("fods", "xlsx"), ("ods", "xlsx"), ("et", "xlsx"), ("odt", "docx"), ("rtf", "docx")]
)
def test_sheets_become_workbooks_and_texts_documents(monkeypatch, kind, target):
    asked: list[str] = []

    def convert(_data: bytes, _kind: str, wanted: str, _seconds: float) -> bytes:
        asked.append(wanted)
        raise libreoffice.ConversionError(Words("没有", "none"))

    monkeypatch.setattr(libreoffice, "convert", convert)
    with pytest.raises(ReadError):
        converted._read_converted(b"x", f"表.{kind}", kind, DEFAULT_LIMITS)
    assert asked == [target]


def test_a_program_that_hangs_is_ended(monkeypatch):
    monkeypatch.setattr(libreoffice, "find_program", lambda: sys.executable)
    monkeypatch.setattr(libreoffice, "_options", lambda *_: ["-c", "import threading; threading.Event().wait()"])
    with pytest.raises(ReadError) as caught:
        converted._read_converted(RTF, "表.rtf", "rtf", DEFAULT_LIMITS.__class__(max_seconds=0.3))
    assert caught.value.words.zh.startswith("LibreOffice 用了 0.3 秒还没有转换完。")


def test_a_program_that_makes_nothing(monkeypatch):
    monkeypatch.setattr(libreoffice, "find_program", lambda: sys.executable)
    monkeypatch.setattr(libreoffice, "_options", lambda *_: ["-c", "pass"])
    with pytest.raises(ReadError) as caught:
        converted.read(RTF, "表.rtf", DEFAULT_LIMITS)
    assert caught.value.words.zh.startswith("LibreOffice 没能转换这个文件，它可能已损坏或加密。")


@pytest.mark.office
@pytest.mark.skipif(libreoffice.find_program() is None, reason="LibreOffice is not installed")
def test_rtf_through_libreoffice():
    found = read_bytes(RTF, "表.doc")
    assert found.format == "rtf"
    assert [cell[0] for cell in cells(grids(found)[0])] == ["a", "b"]
