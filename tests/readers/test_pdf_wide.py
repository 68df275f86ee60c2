"""PDF files of sheets wider than the paper: joined where that is certain, said where it is not, and never silent."""

from __future__ import annotations

import io

import pypdfium2
import pytest

from perf_lint.layout import recognise
from perf_lint.readers import read_bytes
from tests.factory.drawing import Drawing, Drawn, draw
from tests.factory.markup import to_text
from tests.factory.paper import MARGIN, WIDTH
from tests.factory.sheet_of_paper import page, ruled, texts
from tests.factory.specs import DESCRIBED
from tests.factory.wide_paper import Print, to_wide_pdf
from tests.readers.reading import grids, paragraphs, readings

FORM = draw(DESCRIBED)
EXPECTED = readings(to_text(FORM).encode(), "表.txt")


def _remarks(data: bytes) -> list[tuple[str, int | None]]:
    document = read_bytes(data, "表.pdf")
    return [(remark.code, remark.place.page if remark.place else None) for remark in document.remarks]


@pytest.mark.parametrize("across", [True, False])
@pytest.mark.parametrize(("cuts", "breaks"), [((4,), ()), ((3, 5), ()), ((4,), (10,)), ((3, 5), (9, 11)), ((5,), (8,))])
def test_pages_side_by_side_are_one_sheet(cuts, breaks, across):
    data = to_wide_pdf(FORM, Print(cuts, breaks, across))
    assert readings(data, "表.pdf") == EXPECTED
    assert _remarks(data) == []


@pytest.mark.parametrize("cuts", [(4,), (3, 5), (5,)])
def test_pages_without_lines_are_one_sheet_where_a_text_runs_over_the_seam(cuts):
    data = to_wide_pdf(FORM, Print(cuts, ruled=False))
    assert readings(data, "表.pdf") == EXPECTED
    assert _remarks(data) == []


def test_a_cell_knows_its_own_page():
    (grid,) = grids(read_bytes(to_wide_pdf(FORM, Print((4,))), "表.pdf"))
    by_text = {cell.text: cell for cell in grid.cells}
    name, value = by_text["清运垃圾数量"], by_text["≥18000吨"]
    assert (name.page, value.page, name.row) == (1, 2, value.row)
    assert value.box is not None
    assert value.box[0] == pytest.approx(MARGIN + 130, abs=1.5)
    merged = by_text["农村生活垃圾清运项目"]
    assert (merged.page, merged.col_span) == (1, 5)
    assert merged.box is not None
    assert merged.box[2] <= WIDTH


def test_feet_of_the_pages_stand_beside_no_table():
    document = read_bytes(to_wide_pdf(FORM, Print((4,))), "表.pdf")
    assert paragraphs(document) == ["2025年预算项目绩效目标表", "第 1 页，共 2 页"]


def test_two_sheets_are_joined_each():
    data = to_wide_pdf(FORM, Print((4,)), FORM)
    assert readings(data, "表.pdf") == EXPECTED * 2


def test_repeated_columns_stand_once():
    (grid,) = grids(read_bytes(to_wide_pdf(_list(), Print((4,), repeated=2)), "表.pdf"))
    assert [cell.text for cell in grid.cells if cell.row == 2] == [
        "甲单位",
        "项目1",
        "其他3",
        "其他4",
        "其他5",
        "其他6",
    ]
    assert [cell.page for cell in grid.cells if cell.row == 2] == [1, 1, 1, 1, 2, 2]


def _list(rows: int = 9) -> Drawing:
    """Draw a list of six columns and one kind of row, in which no cell is merged."""
    heads = ("单位名称", "项目名称", "一级指标", "二级指标", "三级指标", "指标值")
    texts = [heads, *(("甲单位", f"项目{row}", "其他3", "其他4", "其他5", "其他6") for row in range(1, rows))]
    cells = tuple(Drawn(r, c, 1, 1, text) for r, row in enumerate(texts) for c, text in enumerate(row))
    return Drawing(("临河县2025年部门预算项目支出绩效目标汇总表（第二批）",), rows, 6, cells)


def test_even_rows_and_nothing_over_the_seam_leave_doubt():
    data = to_wide_pdf(_list(), Print((4,), height=20, title_column=0))
    document = read_bytes(data, "表.pdf")
    assert len(grids(document)) == 2
    (remark,) = document.remarks
    assert (remark.code, remark.place and remark.place.page) == ("further-columns", 2)
    assert remark.text.zh == (
        "第 2 页像是第 1 页右边的几列（工作表比纸宽，打印到了两页上），但不能确定，没有拼到一起。"
        "请缩放到一页宽再导出，或检查原来的 Excel 文件"
    )


def test_even_lists_without_lines_leave_doubt_to_the_last_page():
    heads = [(60, 780, "项目名称"), (200, 780, "一级指标"), (320, 780, "三级指标")]
    left = [(x, 760 - 20 * row, f"甲{row}") for row in range(8) for x in (60, 200, 320)]
    right = [(60, 780, "指标值"), *((60, 760 - 20 * row, f"{row}项") for row in range(8))]
    pages = [texts(*heads, *left), texts(*left), texts(*left[:6]), texts(*right), texts(*right[1:]), texts(*right[1:3])]
    data = page(*pages)
    assert _remarks(data) == [("further-columns", 4), ("further-columns", 5), ("further-columns", 6)]
    unread = [text for read in recognise(read_bytes(data, "表.pdf")) for text in read.form.unread]
    assert unread[-3:] == ["指标值", "0项", "0项"]


def test_columns_in_doubt_count_as_unread():
    data = to_wide_pdf(_list(), Print((4,), height=20, title_column=0))
    *others, read = recognise(read_bytes(data, "表.pdf"))
    assert [other.form.project_name for other in others] == [f"项目{number}" for number in range(1, 8)]
    assert read.form.unread == ("其他3", "其他4", "三级指标 指标值")
    place = read.source.place("unread[2]")
    assert (place.page, place.table, place.snippet) == (2, 2, "三级指标")


@pytest.mark.parametrize(
    "how",
    [
        Print((4,), height=20),
        Print((4,), (4,), height=20, title_column=0),
        Print((4,), (4,), across=True, height=20, title_column=0),
    ],
    ids=["title over the seam", "both strips go on", "over first"],
)
def test_even_rows_are_joined_with_one_more_proof(how):
    data = to_wide_pdf(_list(), how)
    (grid,) = grids(read_bytes(data, "表.pdf"))
    assert [cell.text for cell in grid.cells if cell.row == 9] == [
        "甲单位",
        "项目8",
        "其他3",
        "其他4",
        "其他5",
        "其他6",
    ]
    assert _remarks(data) == []


@pytest.mark.parametrize("xs", [[60, 160, 400, 500], [60, 200, 300, 450]], ids=str)
def test_forms_with_equal_rows_and_labels_stay_two(xs):
    data = _two_forms(xs)
    assert len(grids(read_bytes(data, "表.pdf"))) == 2
    assert _remarks(data) == []


def _two_forms(second: list[int]) -> bytes:
    """Draw two forms of one kind whose rows are equally high, with other columns."""
    ys = [780, 756, 720, 700, 652, 630, 600]
    labels = ("项目名称", "主管部门", "资金总额", "总体目标", "一级指标", "产出指标")
    pages = []
    for xs, values in (([60, 160, 400], "甲乙丙丁戊己"), (second, "子丑寅卯辰巳")):
        texts = [(64, low + 4, label) for low, label in zip(ys[1:], labels, strict=True)]
        texts += [(204, low + 4, value * 3) for low, value in zip(ys[1:], values, strict=True)]
        pages.append(ruled(xs, ys, *texts))
    return page(*pages)


def test_a_list_that_ends_below_another_is_no_part_of_it():
    ys = [780, 756, 720, 700, 652, 630, 600]
    first = ruled([60, 160, 400], ys, *((64, y + 4, "甲乙") for y in ys[1:]))
    second = ruled([60, 120, 300, 400], [y - 7 for y in ys], *((64, y - 3, "丙丁") for y in ys[1:]))
    data = page(first, second)
    assert len(grids(read_bytes(data, "表.pdf"))) == 2
    assert _remarks(data) == []


def test_a_left_part_alone_is_said():
    document = pypdfium2.PdfDocument(to_wide_pdf(FORM, Print((4,))))
    document.del_page(1)
    out = io.BytesIO()
    document.save(out)
    assert _remarks(out.getvalue()) == [("missing-columns", 1)]


def test_a_table_over_the_edge_of_the_paper_is_said():
    data = page(ruled([60, 300, 700], [600, 640, 680], (70, 620, "甲"), (310, 620, "乙")))
    (remark,) = read_bytes(data, "表.pdf").remarks
    assert remark.text.zh == "第 1 页的表格伸出了纸边，纸边以外的文字没有印出来，可能不全。请缩放到一页宽再导出"


def test_a_title_on_every_page_of_a_sheet_parts_no_table():
    long = _list(40)
    xs = [40, 120, 200, 280, 360, 440, 520]
    rows = [[cell.text for cell in row] for row in long.by_row()]
    first, second = [rows[0], *rows[1:30]], [rows[0], *rows[30:]]
    pages = []
    for part in (first, second):
        ys = [730.0 - 21 * number for number in range(len(part) + 1)]
        cells = [(xs[c] + 4, ys[r + 1] + 5, text) for r, row in enumerate(part) for c, text in enumerate(row)]
        pages.append((ruled(xs, ys, *cells), texts((200, 745, "绩效目标汇总表"), (450, 735, "单位：万元"))))
    data = page(*(lambda canvas, both=both: [each(canvas) for each in both] for both in pages))
    assert len(grids(read_bytes(data, "表.pdf"))) == 1
