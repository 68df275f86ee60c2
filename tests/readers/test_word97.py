"""Word 97 files: symbol fonts, raised figures, tables within cells."""

from __future__ import annotations

import struct

import pytest

from perf_lint.model.document import Grid
from perf_lint.readers import read_bytes
from tests.factory.word97 import DELETED, IN_TABLE, ROW_END, document
from tests.readers.reading import grids, paragraphs

FONTS = ("宋体", "Symbol", "Wingdings 2")
RAISED = struct.pack("<HB", 0x2A48, 1)


def _font(index: int) -> bytes:
    return struct.pack("<HH", 0x4A4F, index)


def _sign(font: int, code: int) -> bytes:
    return struct.pack("<HHH", 0x6A09, font, code)


@pytest.mark.parametrize(
    ("text", "marked", "shown"),
    [
        ("(95%", (("(", _sign(1, 0xF0B3)),), "≥95%"),
        ("(8元(含)", (("(", _sign(1, 0xF0A3)),), "≤8元(含)"),
        ("新增(延续(", (("(", _sign(2, 0xF0A3)), ("(", _sign(2, 0x52))), "新增☐延续☑"),
        ("\uf0b390%", (("\uf0b3", _font(1)),), "≥90%"),
        ("\uf0b390%", (("\uf0b3", _font(0)),), "\uf0b390%"),
        ("(9)", (("(", _sign(7, 0x28)),), "(9)"),
        ("1.5×104m3", (("4", RAISED), ("3", RAISED)), "1.5×10⁴m³"),
        ("10旧4", (("旧", DELETED), ("4", RAISED)), "10⁴"),
    ],
)
def test_signs_are_read_as_they_look(text, marked, shown):
    found = read_bytes(document([(f"{text}\r", b""), ("\r", b"")], marked=marked, fonts=FONTS), "表.doc")
    assert paragraphs(found) == [shown]


def _deep(depth: int, *codes: int) -> bytes:
    return IN_TABLE + struct.pack("<HI", 0x6649, depth) + b"".join(struct.pack("<HB", code, 1) for code in codes)


OUTER, CELL, ROW = _deep(1), _deep(2, 0x244B), _deep(2, 0x244B, 0x244C)


def _texts(grid: Grid) -> list[list[str]]:
    return [[cell.text for cell in grid.cells if cell.row == row] for row in sorted({c.row for c in grid.cells})]


def test_a_table_within_a_cell_is_a_table_of_its_own():
    inner = [
        ("总额\r", CELL),
        ("5\r", CELL),
        ("\r", ROW),
        ("其中\r", _deep(2)),
        ("财政\r", CELL),
        ("3\r", CELL),
        ("\r", ROW),
    ]
    outer = [("资金\x07", OUTER), *inner, ("注\x07", OUTER), ("\x07", OUTER + ROW_END)]
    below = [("目标\x07", OUTER), ("保障\x07", OUTER), ("\x07", OUTER + ROW_END), ("\r", b"")]
    found = read_bytes(document([*outer, *below]), "表.doc")
    assert [(grid.table, _texts(grid)) for grid in grids(found)] == [
        (1, [["资金", "注"], ["目标", "保障"]]),
        (2, [["总额", "5"], ["其中\n财政", "3"]]),
    ]


def test_an_inner_table_without_an_end_keeps_its_text_in_the_cell():
    outer = [
        ("资金\x07", OUTER),
        ("总额\r", CELL),
        ("5\r", CELL),
        ("\x07", OUTER),
        ("\x07", OUTER + ROW_END),
        ("\r", b""),
    ]
    assert _texts(grids(read_bytes(document(outer), "表.doc"))[0]) == [["资金", "总额\n5"]]


def test_a_character_of_four_bytes_moves_nothing_behind_it():
    row = IN_TABLE + ROW_END
    cells = [("项目名称\x07", IN_TABLE), ("𠮷祥😀村\x07", IN_TABLE), ("\x07", row), ("目标\x07", IN_TABLE)]
    cells += [("10旧4\x07", IN_TABLE), ("\x07", row), ("\r", b"")]
    data = document([("𠮷庆县\r", b""), *cells], marked=(("旧", DELETED), ("4", RAISED)))
    found = read_bytes(data, "表.doc")
    assert paragraphs(found) == ["𠮷庆县"]
    assert [_texts(grid) for grid in grids(found)] == [[["项目名称", "𠮷祥😀村"], ["目标", "10⁴"]]]
