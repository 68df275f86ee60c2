"""Excel 97 files: the same cells as from .xlsx, and clear words for what cannot be opened."""

from __future__ import annotations

import pytest

from perf_lint.model.document import Grid
from perf_lint.readers import read_bytes
from perf_lint.readers.base import DEFAULT_LIMITS, ReadError
from perf_lint.readers.office.compound import stream_names
from perf_lint.readers.xls import read
from tests.readers.sheet.biff import EMPTY_FORMULA, compound, record, workbook
from tests.readers.sheet.factory import cells_of, codes

FORM = [
    (0, 0, "绩效目标表", 0), (0, 1, None, 0), (0, 2, None, 0),
    (1, 0, "质量", 0), (1, 1, 0.85, 1), (1, 2, 45444.0, 2),
    (2, 0, None, 0), (2, 1, True, 0), (2, 2, "#REF!", 0),
    (3, 0, "五\r\n六", 0), (3, 1, 0.1 + 0.2, 0), (3, 2, 50.0, 3),
]  # fmt: skip
SHOWN = [
    ("A1", 1, 3, "绩效目标表"),
    ("A2", 2, 1, "质量"),
    ("B2", 1, 1, "85%"),
    ("C2", 1, 1, "2024年6月"),
    ("B3", 1, 1, "TRUE"),
    ("C3", 1, 1, "#REF!"),
    ("A4", 1, 1, "五\n六"),
    ("B4", 1, 1, "0.3"),
    ("C4", 1, 1, "50万元"),
]
FORMATS = ("0%", 'yyyy"年"m"月"', '0"万元"')
MERGES = ((0, 0, 0, 2), (1, 2, 0, 0))


def stream(**more) -> bytes:
    return workbook(FORM, formats=FORMATS, merges=MERGES, **more)


@pytest.mark.parametrize("wrap", [lambda data: data, lambda data: compound({"Workbook": data})])
def test_cells_merges_and_formats(wrap):
    document = read_bytes(wrap(stream()), "表.xls")
    assert document.format == "xls"
    assert document.blocks[0].sheet == "表一"
    assert cells_of(document) == SHOWN
    assert codes(document) == [("cell-error", "表一", "C3")]


def test_hidden_rows_columns_sheet_and_1904():
    document = read(stream(hidden_rows=[1], hidden_columns=[2], visibility=1, is_1904=True), "表.xls", DEFAULT_LIMITS)
    grid = document.blocks[0]
    assert isinstance(grid, Grid)
    assert grid.hidden
    assert cells_of(document)[3] == ("C2", 1, 1, "2028年6月")
    assert [cell.remarks for cell in grid.cells[1:4]] == [
        ("hidden-row",),
        ("hidden-row",),
        ("hidden-row", "hidden-column"),
    ]
    assert [remark.code for remark in document.remarks] == ["cell-error", "hidden-row", "hidden-column", "hidden-sheet"]


def test_password():
    locked = record(0x2F, b"\x01\x00\x01\x00\x01\x00" + bytes(48))
    data = stream()
    first = 4 + int.from_bytes(data[2:4], "little")
    with pytest.raises(ReadError) as caught:
        read(data[:first] + locked + data[first:], "表.xls", DEFAULT_LIMITS)
    assert caught.value.words.zh == "文件设有打开密码；请去掉密码另存后再检查"
    for name in ("表.xlsx", "表.docx", "表.xls"):
        with pytest.raises(ReadError) as caught:
            read_bytes(compound({"EncryptedPackage": b"x" * 5000, "EncryptionInfo": b"y"}), name)
        assert "密码" in caught.value.words.zh


@pytest.mark.parametrize("cut", [8, 100, 600, -600])
def test_truncated(cut):
    with pytest.raises(ReadError) as caught:
        read(compound({"Workbook": stream()})[:cut], "表.xls", DEFAULT_LIMITS)
    assert caught.value.words.zh.startswith("不是完整的 Excel 97 工作簿，文件已损坏")


def test_a_broken_compound_file_under_a_new_name_may_be_locked():
    with pytest.raises(ReadError) as caught:
        read_bytes(compound({"Other": b"x"})[:100], "表.docx")
    assert caught.value.words.zh == "文件已损坏，或设有打开密码；请用原来的软件打开，去掉密码另存后再检查"


def test_stream_names_survive_loops_and_lies():
    data = bytearray(compound({"Workbook": b"a", "WordDocument": b"b"}))
    assert stream_names(bytes(data)) == {"Root Entry", "Workbook", "WordDocument"}
    start = int.from_bytes(data[48:52], "little")
    table = int.from_bytes(data[76:80], "little")
    at = (table + 1) * 512 + start * 4
    data[at : at + 4] = start.to_bytes(4, "little")
    assert stream_names(bytes(data)) == {"Root Entry", "Workbook", "WordDocument"}
    data[48:52] = b"\xf0\xff\xff\x0f"
    assert stream_names(bytes(data)) == frozenset()
    assert stream_names(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") == frozenset()


@pytest.mark.parametrize("wrap", [lambda data: data, lambda data: compound({"Workbook": data})])
def test_a_formula_that_nobody_calculated_is_unknown_and_an_empty_text_is_blank(wrap):
    cells = [(0, 0, "总额", 0), (0, 1, EMPTY_FORMULA, 0), (1, 0, "其他", 0), (1, 1, "", 0), (1, 2, "注", 0)]
    document = read_bytes(wrap(workbook(cells)), "表.xls")
    assert [(cell.text, cell.remarks) for cell in document.blocks[0].cells if cell.column == 2] == [
        ("", ("formula-without-value",)),
        ("", ()),
    ]
    assert codes(document) == [("formula-without-value", "表一", "B1")]
