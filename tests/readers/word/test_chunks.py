"""Whole files hung into a Word document (`w:altChunk`)."""

from __future__ import annotations

import io
import zipfile

import pytest

from perf_lint.model.document import Grid
from perf_lint.readers.base import DEFAULT_LIMITS
from perf_lint.readers.docx import read
from perf_lint.readers.word.chunks import MOST
from tests.readers.word.factory import R, codes, docx, outline, p, tbl, tr

CHUNK = '<w:altChunk r:id="c1"/>'
PAGE = "<html><meta charset=utf-8><p>乙</p><table><tr><td colspan=2>项目<td>1<tr><td>a<td>b<td>c</table></html>"


def _with_chunk(body: str, name: str, content: bytes) -> bytes:
    """Make a document whose relationship `c1` is the file `name`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(body))) as plain, zipfile.ZipFile(out, "w") as archive:
        for member in plain.namelist():
            data = plain.read(member)
            if member == "word/_rels/document.xml.rels":
                chunk = f'<Relationship Id="c1" Type="{R}/aFChunk" Target="{name}"/></Relationships>'
                data = data.replace(b"</Relationships>", chunk.encode())
            archive.writestr(member, data)
        archive.writestr(f"word/{name}", content)
    return out.getvalue()


def _read(body: str, name: str, content: bytes, limits=DEFAULT_LIMITS):
    return read(_with_chunk(body, name, content), "表.docx", limits)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.htm", PAGE.encode()),
        ("a.mht", b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + PAGE.encode()),
        ("a.docx", docx(p("乙") + tbl(tr("项目", "1"), tr("a", "b", "c")))),
    ],
)
def test_a_file_within_stands_where_it_hangs(name, content):
    document = _read(tbl(tr("甲", "1")) + CHUNK + tbl(tr("丙", "2")), name, content)
    assert outline(document) == ["table 1: 甲 | 1", "乙", "table 2: 项目 | 1 | a | b | c", "table 3: 丙 | 2"]
    assert codes(document) == []
    assert {cell.line for block in document.blocks if isinstance(block, Grid) for cell in block.cells} == {None}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"\x00\x01\x02\x03" * 40])
def test_a_file_that_cannot_be_read_is_said(content):
    document = _read(p("甲") + CHUNK, "a.docx", content)
    assert outline(document) == ["甲"]
    assert codes(document) == [("embedded-object", "None:None:None")]


def test_files_within_files_end():
    data = docx(p("底"))
    for _ in range(8):
        data = _with_chunk(p("层") + CHUNK, "a.docx", data)
    assert outline(read(data, "表.docx", DEFAULT_LIMITS._replace(max_depth=4))) == ["层"] * 3
    assert outline(_read(CHUNK * (MOST + 5), "a.htm", "<p>乙</p>".encode())) == ["乙"] * MOST
