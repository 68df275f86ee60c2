"""A finding about a whole file says what to do about this very cause, or nothing."""

from io import BytesIO

import docx
import pytest

from perf_lint import api

CASES = {
    "没有.docx": (None, "文件不存在", ""),
    "空.docx": (b"", "文件是空的", "重新取得这个文件"),
    "图.png": (
        b"\x89PNG\r\n\x1a\n\x00\x00",
        "不是能识别的文件格式（内容是二进制数据）",
        "用原来的软件打开，另存为 .docx、.xlsx 或 .pdf，再检查一次",
    ),
    "断.docx": (b"PK\x03\x04 cut", "文件已损坏或不完整，压缩包无法解开；请重新取得文件，或用原软件打开后另存", ""),
    "信.txt": (
        "各位同事：明天开会。\n".encode(),
        "文件里没有找到绩效目标表",
        "文件里本来有绩效目标表的，用 perf-lint show 看读到了什么",
    ),
}


def said(path):
    (finding,) = api.lint([path]).findings
    rule = api.lint([path]).rules[finding.rule]
    return finding.message, finding.fixes[0].text if finding.fixes else rule.fix


@pytest.mark.parametrize("name", CASES)
def test_advice_fits_the_cause(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    content, message, advice = CASES[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert said(name) == (message, advice)


def test_a_word_file_without_text_may_hold_a_picture(tmp_path):
    out = BytesIO()
    docx.Document().save(out)
    (tmp_path / "图片.docx").write_bytes(out.getvalue())
    assert said(tmp_path / "图片.docx")[1] == (
        "文件里没有文字，表可能是图片：请检查原始的 Word、Excel 文件，或先做文字识别（OCR）"
    )
