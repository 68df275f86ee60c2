"""Names whose bytes are no UTF-8 are shown as people gave them."""

import os

import pytest

from perf_lint.text.undecoded import readable
from perf_lint.text.width import harmless


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("附件2.docx".encode(), "附件2.docx"),
        ("目标/绩效表.docx".encode("gb18030"), "目标/绩效表.docx"),
        ("镕琪.txt".encode("gb18030"), "镕琪.txt"),
        ("送审/".encode() + "表.docx".encode("gb18030"), "送审/表.docx"),
        ("表".encode("gb18030") + "-批注.docx".encode(), "表-批注.docx"),
        ("浙江联通.txt".encode("gb18030"), "浙江联通.txt"),
        ("caf\xe9.txt".encode("latin-1"), "caf\ufffd.txt"),
        ("表".encode("gb18030")[:1], "\ufffd"),
        (b"\xff\xfe.txt", "\ufffd\ufffd.txt"),
    ],
)
def test_a_name_in_other_bytes(name, shown):
    text = os.fsdecode(name)
    assert readable(text) == shown
    assert harmless(text) == shown


def test_a_name_within_a_sentence():
    name = os.fsdecode("绩效表.docx".encode("gb18030"))
    assert readable(f"报送/{name}：文件是空的，{name} 第1页") == "报送/绩效表.docx：文件是空的，绩效表.docx 第1页"


def test_halves_of_characters():
    assert readable("甲\ud83d乙") == "甲\ufffd乙"
