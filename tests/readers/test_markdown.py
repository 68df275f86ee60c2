"""Markdown: tables with every cell on its line, HTML within, and text that only looks like it."""

from __future__ import annotations

import pytest

from perf_lint.model.document import Paragraph
from perf_lint.readers import markdown, read_bytes
from perf_lint.readers.base import DEFAULT_LIMITS
from tests.readers.reading import cells, grids, paragraphs


def _read(text: str):
    return markdown.read(text.encode(), "表.md", DEFAULT_LIMITS)


def test_a_table_with_escapes_marks_and_breaks():
    (grid,) = grids(
        _read("# 题\n\n| 指标 | **值** |\n| :-- | --: |\n| 甲\\|乙 | ≥90%<br>达标 |\n| *注* &lt;3 | `a` |\n")
    )
    assert grid.aligned
    assert [(cell.text, cell.row, cell.column, cell.line, cell.char) for cell in grid.cells] == [
        ("指标", 1, 1, 3, 3),
        ("值", 1, 2, 3, 8),
        ("甲|乙", 2, 1, 5, 3),
        ("≥90%\n达标", 2, 2, 5, 10),
        ("注 <3", 3, 1, 6, 3),
        ("a", 3, 2, 6, 15),
    ]


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("≥**个", "≥**个"),
        ("*产出", "*产出"),
        ("赔付率 $\\geq$ 85%", "赔付率 $\\geq$ 85%"),
        ("a_b_c", "a_b_c"),
        ("[附件](x.docx)", "附件"),
        ("~~旧~~新", "旧新"),
        ("1.5×10^4^亩", "1.5×10⁴亩"),
        ("1.5×10<sup>4</sup>亩", "1.5×10⁴亩"),
        ("CO~2~减排", "CO2减排"),
        ("3~5~8", "3~5~8"),
        ("2^3", "2^3"),
        ("<b>粗</b>", "粗"),
        ("★数量指标", "★数量指标"),
    ],
)
def test_marks_of_the_form_are_not_marks_of_markdown(written, seen):
    (grid,) = grids(_read(f"| a | b |\n|---|---|\n| {written} | c |\n"))
    assert grid.cells[2].text == seen


def test_cells_beyond_the_heading_are_kept():
    (grid,) = grids(_read("| a | b |\n|---|---|\n| c | d | e |\n| f |\n"))
    assert not grid.aligned
    assert [(cell.text, cell.row, cell.column) for cell in grid.cells[2:]] == [
        ("c", 2, 1),
        ("d", 2, 2),
        ("e", 2, 3),
        ("f", 3, 1),
    ]


def test_rows_without_outer_pipes():
    (grid,) = grids(_read("a | b\n--- | ---\nc | d\n"))
    assert cells(grid) == [("a", 1, 1, 1, 1), ("b", 1, 2, 1, 1), ("c", 2, 1, 1, 1), ("d", 2, 2, 1, 1)]


def test_lines_between_tables():
    document = _read("## 附件1 ##\n\n> 绩效目标表\n- 一项\n\n| a | b |\n|---|---|\n| c | d |\n\n**注**：无\n")
    assert [(b.text, b.line) for b in document.blocks if isinstance(b, Paragraph)] == [
        ("附件1", 1),
        ("绩效目标表", 3),
        ("一项", 4),
        ("注：无", 10),
    ]


def test_html_tables_keep_their_lines_and_spans():
    document = _read(
        "题\n\n<table>\n<tr><td rowspan=2>a</td>\n\n<td>b</td></tr>\n<tr><td>c</td></tr>\n</table>\n\n| x | y |\n|--|--|\n| 1 | 2 |\n"
    )
    first, second = grids(document)
    assert cells(first) == [("a", 1, 1, 2, 1), ("b", 1, 2, 1, 1), ("c", 2, 2, 1, 1)]
    assert [cell.line for cell in first.cells] == [4, 6, 7]
    assert (first.table, second.table, second.cells[0].line) == (1, 2, 10)
    assert paragraphs(document) == ["题"]


def test_tab_separated_text_reads_as_plain_text_does():
    text = "绩效目标表\n\n项目名称\t甲\n\t产出指标\t数量指标\t次数\t≥2次\n"
    as_text = read_bytes(text.encode(), "表.txt")
    assert _read(text).blocks == as_text.blocks


def test_the_suffix_makes_it_markdown_and_a_whole_page_stays_html():
    assert read_bytes(b"| a | b |\n", "表.md").format == "md"
    assert read_bytes(b"| a | b |\n", "表.txt").format == "text"
    assert read_bytes(b"<!DOCTYPE html><html><body>x</body></html>", "a.md").format == "html"
    assert read_bytes(b"<table><tr><td>x</td><td>y</td></tr></table>\n\n# t\n", "a.md").format == "md"


def test_the_mark_of_a_footnote_is_no_text():
    document = _read("| 项目名称 | 环境整治[^1] |\n|---|---|\n| 目标 | 见[^注] |\n\n完成[^2]任务\n\n[^1]: 以批复为准\n")
    assert [cell.text for cell in grids(document)[0].cells] == ["项目名称", "环境整治", "目标", "见"]
    assert paragraphs(document) == ["完成任务", "[^1]: 以批复为准"]
