"""Plain text becomes cells with their lines and characters, whatever parts them and however it is encoded."""

from __future__ import annotations

import pytest

from perf_lint.model.document import Grid, Paragraph
from perf_lint.model.words import Words
from perf_lint.readers import Limits, ReadError, read, read_bytes

FORM = "项目支出绩效目标表\n\n项目名称\t\t防汛物资储备\n主管部门\t县应急管理局\n"


def shape(text: str | bytes, name: str = "form.txt") -> list[object]:
    """Give paragraphs as (line, text) and grids as rows of (column, line, char, text)."""
    data = text.encode() if isinstance(text, str) else text
    found: list[object] = []
    for block in read_bytes(data, name).blocks:
        if isinstance(block, Paragraph):
            found.append((block.line, block.text))
        else:
            assert isinstance(block, Grid)
            assert not block.aligned
            rows: dict[int, list[tuple[int, int | None, int | None, str]]] = {}
            for cell in block.cells:
                rows.setdefault(cell.row, []).append((cell.column, cell.line, cell.char, cell.text))
            found.append(list(rows.values()))
    return found


def test_tabs_part_cells_and_keep_column_line_and_character():
    assert shape(FORM) == [
        (1, "项目支出绩效目标表"),
        [[(1, 3, 1, "项目名称"), (3, 3, 7, "防汛物资储备")], [(1, 4, 1, "主管部门"), (2, 4, 6, "县应急管理局")]],
    ]


@pytest.mark.parametrize(
    "data",
    [
        FORM.encode("utf-8"),
        b"\xef\xbb\xbf" + FORM.encode("utf-8"),
        FORM.encode("utf-16"),
        b"\xfe\xff" + FORM.encode("utf-16-be"),
        FORM.encode("utf-16-le"),
        FORM.encode("gb18030"),
        FORM.replace("\n", "\r\n").encode(),
        FORM.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16", "utf-16 big", "utf-16 no mark", "gb18030", "crlf", "cr"],
)
def test_every_encoding_and_line_end_reads_alike(data: bytes):
    assert shape(data) == shape(FORM)


def test_a_guessed_encoding_is_said():
    remarks = read_bytes(FORM.encode("gb18030"), "form.txt").remarks
    assert [(remark.code, remark.text.zh) for remark in remarks] == [
        ("encoding-guessed", "文件没有注明编码，按 GB18030 读取")
    ]
    assert read_bytes(FORM.encode(), "form.txt").remarks == ()


def test_pipes_part_cells_and_rules_are_dropped():
    text = "| 产出指标 | 数量指标 |\n|---|:--:|\n|| 采购<br>数量 |\n效益指标|社会效益指标\n"
    assert shape(text) == [
        [
            [(1, 1, 3, "产出指标"), (2, 1, 10, "数量指标")],
            [(2, 3, 4, "采购\n数量")],
            [(1, 4, 1, "效益指标"), (2, 4, 6, "社会效益指标")],
        ]
    ]


def test_blanks_part_columns_and_spaced_words_stay_whole():
    assert shape("项  目  名  称      防汛物资储备\n成本指标    无    无\n") == [
        [
            [(1, 1, 1, "项目名称"), (2, 1, 17, "防汛物资储备")],
            [(1, 2, 1, "成本指标"), (2, 2, 9, "无"), (3, 2, 14, "无")],
        ]
    ]


def test_one_cell_a_line_is_put_into_rows():
    text = "\t项目编码\n\t1303\n\t项目名称\n\t防汛\n\n\t\n\t发放物资\n\n\t绩效目标\n\t保障安全\n"
    assert shape(text) == [
        [
            [(1, 1, 2, "项目编码"), (2, 2, 2, "1303"), (3, 3, 2, "项目名称"), (4, 4, 2, "防汛")],
            [(2, 7, 2, "发放物资")],
            [(1, 9, 2, "绩效目标"), (2, 10, 2, "保障安全")],
        ]
    ]


def test_bookmarks_are_no_text():
    assert shape("[bookmark: _Toc1]\n[bookmark: _Toc2]   一、绩效目标\n") == [(2, "一、绩效目标")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "文件是空的"),
        (b" \r\n\t\n", "文件是空的"),
        (bytes(range(256)) * 40, "不是能识别的文件格式（内容是二进制数据）"),
        ("项目名称\t防汛\n".encode() + b"\x00\x01", "不是能识别的文件格式（内容是二进制数据）"),
        (b"abc\n" * 5000 + b"\x00", "不是文本文件：内容是二进制数据，或编码不是 UTF-8、UTF-16、GB18030"),
    ],
    ids=["empty", "blank", "binary", "nul", "nul far behind"],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str):
    with pytest.raises(ReadError) as refused:
        read_bytes(data, "form.txt")
    assert refused.value.words.zh == reason
    assert refused.value.path == "form.txt"


def test_missing_file_and_folder_are_refused(tmp_path):
    for path, reason in ((tmp_path / "none.txt", "文件不存在"), (tmp_path, "这是文件夹，不是文件")):
        with pytest.raises(ReadError) as refused:
            read(path)
        assert refused.value.words.zh == reason


@pytest.mark.parametrize("bad", [b"\xff", b"\xe6\x9c", b"\xc3"])
def test_a_bad_byte_in_a_utf8_file_is_shown_and_said(bad):
    text = "项目支出绩效目标表\n项目名称\t图书购置与阅览室开放维护\n主管部门\t清河县文化局\n"
    data = text.encode().replace("阅览".encode(), bad + "阅览".encode())
    document = read_bytes(data, "表.txt")
    cells = [cell.text for block in document.blocks if hasattr(block, "cells") for cell in block.cells]
    assert "图书购置与\ufffd阅览室开放维护" in cells
    (remark,) = document.remarks
    assert remark.code == "encoding-guessed"
    assert remark.text.zh == "文件没有注明编码，按 UTF-8（有损坏的字节） 读取"
    assert remark.text.en == "the file does not state its encoding; read as UTF-8 with damaged bytes"


def test_gb18030_is_not_taken_for_damaged_utf8():
    document = read_bytes("项目名称\t图书购置\n主管部门\t清河县文化局\n".encode("gb18030"), "表.txt")
    assert [r.text.zh for r in document.remarks] == ["文件没有注明编码，按 GB18030 读取"]


@pytest.mark.parametrize("text", ["一级指标\t" * 200, "| 甲 " * 200 + "|\n| 乙 |\n", "一句话\n" * 200])
def test_too_many_cells_are_refused_before_they_are_made(text):
    with pytest.raises(ReadError) as caught:
        read_bytes(text.encode(), "表.txt", Limits(max_cells=100))
    assert caught.value.words == Words("单元格多于 100 个，超出上限", "more than 100 cells, the limit")


def test_tables_of_tags_within_a_text_are_tables_and_keep_their_lines():
    text = "附件1\n\n<table><tr><td>项目名称</td>\n<td>防汛物资</td></tr></table>\n甲\t乙\n<TABLE><tr><td>丙</td><td>丁</td></tr></TABLE>\n"
    blocks = read_bytes(text.encode(), "form.txt").blocks
    assert [getattr(block, "table", None) for block in blocks] == [None, 1, 2, 3]
    assert isinstance(blocks[0], Paragraph)
    assert (blocks[0].text, blocks[0].line) == ("附件1", 1)
    cells = [[(cell.text, cell.line) for cell in block.cells] for block in blocks if isinstance(block, Grid)]
    assert cells == [[("项目名称", 3), ("防汛物资", 4)], [("甲", 5), ("乙", 5)], [("丙", 6), ("丁", 6)]]


STACKED = (
    "\t项目名称\n\t甲项目\n\n\t总\n体\n目\n标\n\t目标1：甲；\n目标2：乙。\n\n\t产出指标\n\t数量\n指标\n\t次数\n\t3次\n"
)


def test_paragraphs_of_a_cell_written_one_a_line_stay_together():
    cells = read_bytes(STACKED.encode(), "form.txt").blocks[0]
    assert isinstance(cells, Grid)
    assert [(cell.row, cell.column, cell.line, cell.text) for cell in cells.cells] == [
        (1, 1, 1, "项目名称"),
        (1, 2, 2, "甲项目"),
        (2, 1, 4, "总\n体\n目\n标"),
        (2, 2, 8, "目标1：甲；\n目标2：乙。"),
        (3, 1, 11, "产出指标"),
        (3, 2, 12, "数量\n指标"),
        (3, 3, 14, "次数"),
        (3, 4, 15, "3次"),
    ]


@pytest.mark.parametrize("between", ["2.乙项目绩效目标表", "注：甲", "附件2", "\n甲", "甲\n"])
def test_a_line_between_cells_that_is_no_paragraph_of_one_stands_alone(between: str):
    text = STACKED + f"{between}\n\t项目名称\n\t乙项目\n"
    texts = [block.text for block in read_bytes(text.encode(), "form.txt").blocks if isinstance(block, Paragraph)]
    assert texts == [between.strip()]
