"""Damaged and hostile PDF, web, text and Word 97 files: the reader's own error or a document, and soon."""

from __future__ import annotations

import zlib

import pytest

from perf_lint.model.document import Document
from perf_lint.readers import converted, delimited, html, markdown, mht, pdf, read_bytes
from perf_lint.readers.base import DEFAULT_LIMITS, ReadError
from perf_lint.readers.office import libreoffice
from tests.factory.drawing import draw
from tests.factory.formats import WRITERS
from tests.factory.specs import STANDARD
from tests.readers.mutation import damaged
from tests.readers.reading import grids

READERS = {"pdf": pdf, "html": html, "mht": mht, "md": markdown, "csv": delimited, "doc": converted}
SAMPLES = {suffix: WRITERS[suffix](draw(STANDARD)) for suffix in READERS}
ROUNDS = 250


@pytest.mark.parametrize("suffix", READERS)
def test_mutations_raise_nothing_but_the_readers_error(suffix, monkeypatch):
    monkeypatch.setattr(libreoffice, "find_program", lambda: None)
    outcomes = set()
    for seed in range(ROUNDS):
        try:
            outcomes.add(type(READERS[suffix].read(damaged(SAMPLES[suffix], seed), "坏", DEFAULT_LIMITS)))
        except ReadError:
            outcomes.add(ReadError)
    assert Document in outcomes
    assert outcomes <= {Document, ReadError}


def _refused(data: bytes, name: str, **limits: int) -> str:
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name, DEFAULT_LIMITS._replace(**limits))
    return caught.value.words.zh


def _pdf(content: bytes) -> bytes:
    """Write a page whose drawing is `content`, and a drawing X that draws itself."""
    packed = zlib.compress(content, 9)
    bodies = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
            b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"
        ),
        b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 5>>stream\n/X Do\nendstream",
    )
    objects = b"".join(b"%d 0 obj\n%b\nendobj\n" % (number, body) for number, body in enumerate(bodies, 1))
    return b"%PDF-1.4\n" + objects + b"trailer<</Size 7/Root 1 0 R>>\n%%EOF"


TEXT = b"BT /F 12 Tf 50 700 Td (hello) Tj ET "


def test_a_pdf_stream_that_grows_without_end():
    assert _refused(_pdf(TEXT + b" " * 120_000_000), "a.pdf") == "PDF 里有解压后极大的内容，超过上限"


def test_a_pdf_drawing_that_draws_itself():
    assert [block.text for block in read_bytes(_pdf(TEXT + b"/X Do "), "a.pdf").blocks] == ["hello"]


def test_a_pdf_page_full_of_lines_is_no_table():
    lines = b"".join(b"%d 0 m %d 800 l S 0 %d m 600 %d l S " % (at, at, at, at) for at in range(0, 8000, 4))
    document = read_bytes(_pdf(TEXT + lines), "a.pdf")
    assert [block.text for block in document.blocks] == ["hello"]


def test_spans_of_web_tables_in_the_millions():
    cell = "<td colspan=99999999 rowspan=99999999>x</td>"
    page = f"<html><table>{f'<tr>{cell * 4}</tr>' * 20}</table>".encode()
    assert _refused(page, "a.html", max_cells=100_000) == "表格的合并范围太大，超过上限"
    assert len(grids(html.read(page, "a.html", DEFAULT_LIMITS))[0].cells) == 80


def test_web_pages_nested_without_end():
    document = read_bytes(b"<html><body>" + b"<table><tr><td>" * 5000 + b"x", "a.html")
    assert [remark.code for remark in document.remarks] == ["truncated"]
    assert _refused(b"<html>" + b"<p>" * 5000, "a.html", max_nodes=1000) == "网页里的元素太多，超过上限"


@pytest.mark.parametrize("charset", ["", "base64", "punycode", "rot13", "idna", "utf-7", "unicode_escape", "\u0661"])
def test_pages_that_ask_for_odd_encodings(charset):
    page = f"<html><meta charset='{charset}'><p>绩效".encode() + b"\xff\xfe\xff"
    assert read_bytes(page, "a.html").blocks[0].text.startswith("绩效")


def test_entities_are_not_looked_up():
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><p>a &x; b</p>'
    assert read_bytes(page, "a.html").blocks[-1].text in {"a &x; b", "a &x b"}


def test_nul_bytes_and_endless_markdown():
    assert read_bytes(b"<html><p>a\x00b</p>", "a.html").blocks[0].text == "ab"
    assert _refused(b"| a\x00 | b |\n", "a.md") == "不是文本文件：内容是二进制数据，或编码不是 UTF-8、UTF-16、GB18030"
    assert read_bytes(b"> " * 20_000 + b"x", "a.md").blocks
    assert read_bytes(b"|" * 20_000 + b"\n" + b"|-" * 10_000, "a.md")


def test_mail_parts_nested_without_end():
    boundary = b"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    assert _refused(b"MIME-Version: 1.0\r\n" + boundary * 3000, "a.mht") == "网页归档文件已损坏，里面没有网页"
