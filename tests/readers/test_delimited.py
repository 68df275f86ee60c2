"""Comma and tab separated files: separators, quotes, encodings, lines."""

from __future__ import annotations

import pytest

from perf_lint.readers import delimited, read_bytes
from perf_lint.readers.base import DEFAULT_LIMITS, ReadError
from tests.readers.reading import cells, grids, paragraphs


def _read(text: str):
    return delimited.read(text.encode(), "表.csv", DEFAULT_LIMITS)


@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
def test_the_separator_is_guessed(separator):
    (grid,) = grids(_read(separator.join("ab") + "\n" + separator.join(["c，1", "d"]) + "\n"))
    assert cells(grid) == [("a", 1, 1, 1, 1), ("b", 1, 2, 1, 1), ("c，1", 2, 1, 1, 1), ("d", 2, 2, 1, 1)]


def test_quoted_breaks_commas_and_quotes():
    (grid,) = grids(_read('题,\n项目,"甲, ""乙""\n丙",≥1\n尾,b,c\n'))
    assert [(cell.text, cell.row, cell.line) for cell in grid.cells] == [
        ("项目", 1, 2),
        ('甲, "乙"\n丙', 1, 2),
        ("≥1", 1, 3),
        ("尾", 2, 4),
        ("b", 2, 4),
        ("c", 2, 4),
    ]


def test_a_quote_that_is_never_closed_swallows_nothing():
    (grid,) = grids(_read('a,"b\nc,d\n'))
    assert [cell.text for cell in grid.cells] == ["a", '"b', "c", "d"]


def test_lone_texts_around_the_table_are_paragraphs():
    document = _read("绩效目标表,,\n,,\n项目,甲,\n数量,1,2\n填表人：某某,,\n")
    assert paragraphs(document) == ["绩效目标表", "填表人：某某"]
    assert [(cell.text, cell.row, cell.column, cell.line) for cell in grids(document)[0].cells] == [
        ("项目", 1, 1, 3),
        ("甲", 1, 2, 3),
        ("", 1, 3, 3),
        ("数量", 2, 1, 4),
        ("1", 2, 2, 4),
        ("2", 2, 3, 4),
    ]


def test_the_line_that_names_the_separator():
    (grid,) = grids(_read("sep=;\na;b,c\nd;e\n"))
    assert [(cell.text, cell.line) for cell in grid.cells] == [("a", 2), ("b,c", 2), ("d", 3), ("e", 3)]


@pytest.mark.parametrize(
    ("encoding", "codes"), [("utf-8", []), ("utf-8-sig", []), ("gb18030", ["encoding-guessed"]), ("utf-16", [])]
)
def test_encodings_of_spreadsheet_programs(encoding, codes):
    document = read_bytes("项目名称,某项目\r\n数量指标,次数\r\n".encode(encoding), "表.csv")
    assert document.format == "csv"
    assert [cell.text for cell in grids(document)[0].cells] == ["项目名称", "某项目", "数量指标", "次数"]
    assert [remark.code for remark in document.remarks] == codes


def test_too_many_cells():
    with pytest.raises(ReadError) as caught:
        delimited.read(b"a,b,c\nd,e,f\n", "表.csv", DEFAULT_LIMITS._replace(max_cells=5))
    assert caught.value.words.zh == "单元格多于 5 个，超出上限"


@pytest.mark.parametrize(
    ("field", "shown"),
    [
        ('="560"', "560"),
        ('"=""0012"""', "0012"),
        ('"=""甲""""乙"""', '甲"乙'),
        ('="a"&"b"', '="a"&"b"'),
        ("=SUM(A1)", "=SUM(A1)"),
        ('=""', ""),
    ],
)
def test_a_text_written_as_a_formula_is_that_text(field, shown):
    (grid,) = grids(_read(f"总额|{field}|x\n财政|1|y\n"))
    assert [cell.text for cell in grid.cells][:3] == ["总额", shown, "x"]


def test_unicode_text_of_excel_has_quotes_around_cells_that_need_them():
    text = '\ufeff绩效目标表\t\t\r\n目标\t"做好,\n""两件""事"\tx\r\n总额\t"1,234.00"\ty\r\n'
    document = read_bytes(text.encode("utf-16-le"), "表.txt")
    assert document.format == "csv"
    assert [cell.text for cell in grids(document)[0].cells] == ["目标", '做好,\n"两件"事', "x", "总额", "1,234.00", "y"]
    prose = "\ufeff绩效目标表\r\n一、项目\t名称\r\n二、\r\n三、\r\n"
    assert read_bytes(prose.encode("utf-16-le"), "表.txt").format == "text"
