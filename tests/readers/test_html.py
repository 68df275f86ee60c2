"""Web pages: spans by the standard, layout tables, hidden and broken markup, encodings, lines."""

from __future__ import annotations

import codecs

import pytest

from perf_lint.model.document import Paragraph
from perf_lint.readers import html, mht, read_bytes
from perf_lint.readers.base import DEFAULT_LIMITS, ReadError
from tests.factory.drawing import draw
from tests.factory.markup import to_html, to_mht, to_text
from tests.factory.specs import STANDARD
from tests.readers.reading import cells, grids, paragraphs, readings


def _read(body: str, head: str = ""):
    return html.read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "页.html", DEFAULT_LIMITS)


def _table(rows: str):
    return cells(grids(_read(f"<table>{rows}</table>"))[0])


def test_row_and_column_spans():
    assert _table("<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d") == [
        ("a", 1, 1, 2, 1),
        ("b", 1, 2, 1, 2),
        ("c", 2, 2, 1, 1),
        ("d", 2, 3, 1, 1),
    ]


def test_row_span_zero_reaches_the_end_of_its_group():
    rows = "<tbody><tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d<td>e"
    assert _table(rows) == [
        ("a", 1, 1, 2, 1),
        ("b", 1, 2, 1, 1),
        ("c", 2, 2, 1, 1),
        ("d", 3, 1, 1, 1),
        ("e", 3, 2, 1, 1),
    ]


def test_a_row_span_ends_with_its_group():
    rows = "<thead><tr><td rowspan=9>a<td>b<tbody><tr><td>c<td>d"
    assert _table(rows) == [("a", 1, 1, 1, 1), ("b", 1, 2, 1, 1), ("c", 2, 1, 1, 1), ("d", 2, 2, 1, 1)]


def test_the_foot_is_shown_last():
    rows = "<tfoot><tr><td>合计<td>5<tbody><tr><td>a<td>b"
    assert [cell[0] for cell in _table(rows)] == ["a", "b", "合计", "5"]


def test_overlapping_cells_keep_their_anchors():
    assert _table("<tr><td>a<td rowspan=2>b<tr><td colspan=2>c<td>d") == [
        ("a", 1, 1, 1, 1),
        ("b", 1, 2, 2, 1),
        ("c", 2, 1, 1, 2),
        ("d", 2, 3, 1, 1),
    ]


@pytest.mark.parametrize(
    ("written", "span"),
    [("2", 2), (" +2", 2), ("2.9", 2), ("2x", 2), ("0", 1), ("-2", 1), ("x", 1), ("", 1), ("99999999", 1000)],
)
def test_column_spans_as_browsers_parse_them(written, span):
    assert _table(f'<tr><td colspan="{written}">a<td>b')[0] == ("a", 1, 1, 1, span)


def test_a_form_within_layout_tables_and_navigation():
    document = _read(
        "<ul><li>首页</li><li>公开</li></ul><table><tr><td><table><tr><td>菜单</td></tr></table></td>"
        "<td><h1>绩效目标表</h1><table><tr><td>项目名称</td><td>甲</td></tr></table></td></tr></table><p>版权</p>"
    )
    assert paragraphs(document) == ["首页", "公开", "菜单", "绩效目标表", "版权"]
    assert [cells(grid) for grid in grids(document)] == [[("项目名称", 1, 1, 1, 1), ("甲", 1, 2, 1, 1)]]


def test_a_page_pasted_into_a_page_ends_nothing():
    inner = "<!DOCTYPE html><html><head><title>x</title></head><body><p>里</p></body></html>"
    document = _read(f"<p>前</p>{inner}<table><tr><td>a<td>b</table></body></html>{inner}")
    assert paragraphs(document) == ["前", "里", "里"]
    assert len(grids(document)) == 1


def test_rows_around_a_nested_table_stay_in_order():
    document = _read(
        "<table><tr><td>项目名称<td>甲<tr><td>绩效指标<td><table><tr><td>数量指标<td>≥2次</table><tr><td>备注<td>乙</table>"
    )
    assert [[cell.text for cell in grid.cells] for grid in grids(document)] == [
        ["项目名称", "甲", "绩效指标"],
        ["数量指标", "≥2次"],
        ["备注", "乙"],
    ]


def test_a_table_that_frames_one_text_is_text():
    assert _table("<tr><td><table><tr><td>数量指标</table><td>a") == [("数量指标", 1, 1, 1, 1), ("a", 1, 2, 1, 1)]


def test_blanks_and_breaks():
    cell = "产出\n  指标<br>(必填)<p>甲&nbsp;乙</p>\n&#8203;two\nwords"
    assert _table(f"<tr><td>{cell}<td>&nbsp;")[0][0] == "产出指标\n(必填)\n甲 乙\ntwo words"
    assert _table(f"<tr><td>{cell}<td>&nbsp;")[1][0] == ""


def test_scripts_styles_and_hidden_parts_are_not_read():
    document = _read(
        "<script>var a='<td>x</td>'</script><table><tr><td>a<td style='color:red; DISPLAY : none'>b<td>c"
        "<tr hidden><td>d<tr><td>e<span style='visibility:hidden'>f</span><td>g</table>",
        "<title>t</title><style>td{}</style>",
    )
    assert cells(grids(document)[0]) == [("a", 1, 1, 1, 1), ("c", 1, 2, 1, 1), ("e", 2, 1, 1, 1), ("g", 2, 2, 1, 1)]
    assert [remark.code for remark in document.remarks] == ["hidden-text"]


def test_form_controls_show_what_they_hold():
    rows = (
        "<tr><td><input value='≥2次'><input type=hidden value=x><td><select><option>a<option selected>定性</select>"
        "<td><input type=checkbox checked>是<input type=radio>否<td><textarea>甲</textarea>"
    )
    assert [cell[0] for cell in _table(rows)] == ["≥2次", "定性", "☑是☐否", "甲"]


def test_lines_of_cells_and_paragraphs():
    document = html.read(
        "<p>题</p>\n<table>\n<tr><td>a</td>\n<td>b</td></tr></table>\n\n<p>尾</p>".encode(), "页", DEFAULT_LIMITS
    )
    assert [(cell.text, cell.line) for cell in grids(document)[0].cells] == [("a", 3), ("b", 4)]
    assert [(b.text, b.line) for b in document.blocks if isinstance(b, Paragraph)] == [("题", 1), ("尾", 6)]


PAGE = to_html(draw(STANDARD), "gb2312")
EXPECTED = readings(to_text(draw(STANDARD)).encode(), "表.txt")


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (PAGE.encode("gb18030"), []),
        (codecs.BOM_UTF8 + PAGE.encode(), []),
        (codecs.BOM_UTF16_LE + PAGE.encode("utf-16-le"), []),
        (PAGE.replace("gb2312", "utf-8").encode(), []),
        (PAGE.replace("gb2312", "utf-8").encode("gb18030"), ["encoding-guessed"]),
        (PAGE.replace("charset=gb2312", "").encode("gb18030"), ["encoding-guessed"]),
        (PAGE.replace("gb2312", "x-unknown").encode(), []),
    ],
    ids=["gb2312", "mark", "utf-16", "utf-8", "gb that claims utf-8", "gb unstated", "unknown name"],
)
def test_encodings(data, codes):
    document = read_bytes(data, "页.html")
    assert [remark.code for remark in document.remarks] == codes
    assert readings(data, "页.html") == EXPECTED


def test_a_page_under_the_name_of_an_office_file():
    for name in ("表.xls", "表.doc", "表"):
        assert read_bytes(PAGE.encode("gb18030"), name).format == "html"


def test_web_archives():
    document = read_bytes(to_mht(draw(STANDARD)), "页.mht")
    assert document.format == "mht"
    assert document.binary
    assert {cell.line for cell in grids(document)[0].cells} == {None}
    assert readings(to_mht(draw(STANDARD)), "页.doc") == EXPECTED
    with pytest.raises(ReadError) as caught:
        mht.read(
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x--", "页.mht", DEFAULT_LIMITS
        )
    assert caught.value.words.zh == "网页归档文件已损坏，里面没有网页"


def test_reading_aids_of_ruby_are_no_text():
    assert _table("<tr><td><ruby>裸<rp>(</rp><rt>luǒ</rt><rp>)</rp></ruby>鲤放流<td>b") == [
        ("裸鲤放流", 1, 1, 1, 1),
        ("b", 1, 2, 1, 1),
    ]


def test_the_page_of_sheet_names_in_a_workbook_archive_is_not_read():
    def part(name: str, body: str) -> str:
        return f"--x\nContent-Type: text/html; charset=utf-8\nContent-Location: file:///C:/a.files/{name}\n\n{body}\n"

    pages = part("sheet001.htm", "<table><tr><td>甲<td>乙</table>") + part(
        "tabstrip.htm", "<table><tr><td>表1<td>表2</table>"
    )
    data = f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n{pages}--x--\n'.encode()
    assert [cells(grid) for grid in grids(read_bytes(data, "表.mht"))] == [[("甲", 1, 1, 1, 1), ("乙", 1, 2, 1, 1)]]


def _grid(rows: list[str]) -> str:
    return (
        "<div><table>"
        + "".join(f"<tr>{''.join(f'<td>{x}' for x in row.split('|'))}" for row in rows)
        + "</table></div>"
    )


LEFT, RIGHT = ["产出|数量", "产出|质量", "效益|社会"], ["件数|10件", "合格率|≥9%", "投诉|0起"]


def _rows(body: str) -> list[list[str]]:
    return [
        [cell.text for cell in grid.cells if cell.row == row]
        for grid in grids(_read(body))
        for row in sorted({cell.row for cell in grid.cells})
    ]


def test_the_halves_of_a_data_grid_are_one():
    body = _grid(["一级|二级"]) + _grid(LEFT) + _grid(["三级|指标值"]) + _grid(RIGHT)
    whole = [[*left.split("|"), *right.split("|")] for left, right in zip(LEFT, RIGHT, strict=True)]
    assert _rows(body) == [["一级", "二级", "三级", "指标值"], *whole]


def test_columns_that_a_data_grid_draws_twice_are_read_once():
    full = [f"{left}|{right}" for left, right in zip(LEFT, RIGHT, strict=True)]
    body = _grid(["一级|二级|三级|指标值"]) + _grid(full)
    assert _rows(body + _grid(["一级|二级"]) + _grid(LEFT)) == _rows(body)


@pytest.mark.parametrize(
    ("more", "rows"),
    [
        (["三级|指标值"], RIGHT[:2]),
        (["一级|二级"], RIGHT),
        (["三级|指标值|备注"], RIGHT),
        (["三级|指标值", "甲|乙"], RIGHT),
    ],
)
def test_tables_that_do_not_fit_together_stay_apart(more, rows):
    parts = [["一级|二级"], LEFT, more, rows]
    assert _rows("".join(map(_grid, parts))) == [row.split("|") for part in parts for row in part]


def test_a_page_that_a_script_has_still_to_show_is_read():
    table = "<table><tr><td>甲<td>乙</table>"
    assert len(grids(_read(f'<div style="visibility:hidden;opacity:0">{table}</div>'))) == 1
    hidden = _read(f'<p>前<div style="display:none">{table}</div>')
    assert (grids(hidden), paragraphs(hidden), [remark.code for remark in hidden.remarks]) == (
        [],
        ["前"],
        ["hidden-text"],
    )
    assert _table('<tr><td>a<span style="visibility:hidden">x</span><td>b') == [("a", 1, 1, 1, 1), ("b", 1, 2, 1, 1)]
