"""PDF files: rulings in every style, turned pages, page breaks, margins, places, and what is refused."""

from __future__ import annotations

import io

import pytest

from perf_lint.readers import read_bytes
from perf_lint.readers.base import DEFAULT_LIMITS, ReadError
from tests.factory.drawing import draw
from tests.factory.markup import to_text
from tests.factory.paper import Style, to_pdf
from tests.factory.sheet_of_paper import page, ruled, texts
from tests.factory.specs import LONG, STANDARD
from tests.readers.reading import cells, grids, paragraphs, readings

FORM = draw(STANDARD)
EXPECTED = readings(to_text(FORM).encode(), "表.txt")


@pytest.mark.parametrize("rulings", ["lines", "rects", "frames", "path"])
def test_rulings_of_every_style(rulings):
    assert readings(to_pdf(FORM, Style(rulings)), "表.pdf") == EXPECTED


@pytest.mark.parametrize(
    "style", [Style(rotate=90), Style(rotate=180), Style(rotate=270), Style(sideways=True)], ids=str
)
def test_turned_pages(style):
    assert readings(to_pdf(FORM, style), "表.pdf") == EXPECTED


@pytest.mark.parametrize("height", [842, 595, 420])
def test_a_table_over_page_breaks_is_one(height):
    long = draw(LONG)
    data = to_pdf(long, Style(height=height))
    document = read_bytes(data, "表.pdf")
    assert len(grids(document)) == 1
    assert readings(data, "表.pdf") == readings(to_text(long).encode(), "表.txt")
    pages = max(cell.page for cell in grids(document)[0].cells)
    assert pages > 1
    assert paragraphs(document)[2:] == [f"- {number} -" for number in range(1, pages + 1)]


def test_cells_know_page_and_box():
    (grid,) = grids(read_bytes(to_pdf(FORM), "表.pdf"))
    cell = grid.cells[1]
    assert (cell.text, cell.row, cell.column, cell.row_span, cell.col_span) == ("农村生活垃圾清运项目", 1, 3, 1, 3)
    assert cell.page == 1
    assert cell.box == pytest.approx((166, 100, 535, 132), abs=1.5)
    place = grid.place(cell, "表.pdf")
    assert (place.page, place.table, place.row, place.column, place.snippet) == (1, 1, 1, 3, "农村生活垃圾清运项目")


def test_the_box_is_the_one_that_a_viewer_shows():
    (grid,) = grids(read_bytes(to_pdf(FORM, Style(rotate=270)), "表.pdf"))
    assert grid.cells[1].box == pytest.approx((166, 100, 535, 132), abs=1.5)
    (grid,) = grids(read_bytes(to_pdf(FORM, Style(sideways=True)), "表.pdf"))
    assert grid.cells[1].box == pytest.approx((710, 166, 742, 535), abs=1.5)


def test_a_merged_cell_over_a_page_break_stays_one():
    (grid,) = grids(read_bytes(to_pdf(draw(LONG), Style(height=595)), "表.pdf"))
    outputs = next(cell for cell in grid.cells if cell.text == "产出指标")
    assert outputs.row_span == 21
    assert [cell.text for cell in grid.cells if cell.column == 2 and cell.row > outputs.row] == [
        "效益指标",
        "满意度指标",
    ]


def test_a_row_broken_by_the_page_is_whole_again():
    first = ruled(
        [60, 160, 360, 460],
        [60, 100, 140],
        (70, 120, "数量指标"),
        (170, 120, "更新密闭式垃圾箱"),
        (370, 120, "300个"),
        (170, 80, "全县十二个乡镇日产日清的生活垃圾数量占"),
        (370, 80, "≥2次"),
        (70, 80, "质量指标"),
    )
    second = ruled(
        [60, 160, 360, 460],
        [700, 740, 780],
        (170, 760, "全部垃圾数量的比例"),
        (70, 720, "时效指标"),
        (170, 720, "完成时间"),
        (370, 720, "6月底"),
    )
    (grid,) = grids(read_bytes(page(first, second), "表.pdf"))
    assert [cell.text for cell in grid.cells if cell.row == 2] == [
        "质量指标",
        "全县十二个乡镇日产日清的生活垃圾数量占全部垃圾数量的比例",
        "≥2次",
    ]
    assert [cell.text for cell in grid.cells if cell.row == 3] == ["时效指标", "完成时间", "6月底"]


def test_tables_with_other_columns_are_not_joined():
    first = ruled([60, 160, 360], [60, 100, 140], (70, 80, "甲"))
    second = ruled([60, 110, 250, 300, 360], [700, 740, 780], (70, 720, "乙"))
    assert len(grids(read_bytes(page(first, second), "表.pdf"))) == 2


def test_a_heading_between_pages_parts_tables():
    first = ruled([60, 160, 360], [60, 100, 140], (70, 80, "甲"))
    second = ruled([60, 160, 360], [600, 640, 680], (70, 620, "乙"), (200, 700, "项目支出绩效目标表"))
    assert len(grids(read_bytes(page(first, second), "表.pdf"))) == 2


def test_running_heads_do_not_part_tables():
    first = ruled([60, 160, 360], [60, 100, 140], (70, 80, "甲"), (60, 810, "临河县2025年预算公开"))
    second = ruled([60, 160, 360], [600, 700, 780], (70, 620, "乙"), (60, 810, "临河县2025年预算公开"))
    document = read_bytes(page(first, second), "表.pdf")
    assert len(grids(document)) == 1
    assert paragraphs(document) == ["临河县2025年预算公开"] * 2


def test_text_without_rulings_is_an_unaligned_grid():
    document = read_bytes(
        page(
            texts(
                (200, 780, "绩效目标表"),
                (60, 740, "项目名称"),
                (200, 740, "某项目"),
                (60, 720, "数量指标"),
                (200, 720, "次数"),
                (400, 720, "≥2次"),
                (60, 690, "填表人：某某"),
            )
        ),
        "表.pdf",
    )
    (grid,) = grids(document)
    assert not grid.aligned
    assert cells(grid) == [
        ("项目名称", 1, 1, 1, 1),
        ("某项目", 1, 2, 1, 1),
        ("数量指标", 2, 1, 1, 1),
        ("次数", 2, 2, 1, 1),
        ("≥2次", 2, 3, 1, 1),
    ]
    assert paragraphs(document) == ["绩效目标表", "填表人：某某"]


def test_text_on_its_side_within_a_cell():
    def draw_page(canvas):
        ruled([60, 100, 300], [600, 700, 760], (110, 730, "二级指标"), (110, 650, "垃圾清运"))(canvas)
        for x, y, angle, text in ((84, 620, 90, "产出指标"), (76, 750, -90, "一级指标")):
            canvas.saveState()
            canvas.translate(x, y)
            canvas.rotate(angle)
            canvas.drawString(0, 0, text)
            canvas.restoreState()

    (grid,) = grids(read_bytes(page(draw_page), "表.pdf"))
    assert [cell.text for cell in grid.cells] == ["一级指标", "二级指标", "产出指标", "垃圾清运"]


def test_a_table_without_outer_lines():
    def draw_page(canvas):
        for y in (700, 670, 640):
            canvas.line(60, y, 400, y)
        canvas.line(200, 640, 200, 700)
        texts((70, 680, "甲"), (210, 680, "乙"), (70, 650, "丙"), (210, 650, "丁"))(canvas)

    (grid,) = grids(read_bytes(page(draw_page), "表.pdf"))
    assert cells(grid) == [("甲", 1, 1, 1, 1), ("乙", 1, 2, 1, 1), ("丙", 2, 1, 1, 1), ("丁", 2, 2, 1, 1)]


def test_a_frame_around_the_page_is_no_table():
    document = read_bytes(
        page(lambda canvas: (canvas.rect(20, 20, 555, 800), texts((60, 700, "说明"))(canvas))), "表.pdf"
    )
    assert grids(document) == []
    assert paragraphs(document) == ["说明"]


def _encrypted() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret", strength=128))
    canvas.drawString(50, 700, "x")
    canvas.save()
    return out.getvalue()


def _scan() -> bytes:
    from reportlab.lib.utils import ImageReader

    picture = io.BytesIO(b"P5 8 8 255\n" + bytes(range(64)))
    return page(lambda canvas: canvas.drawImage(ImageReader(picture), 0, 0, 595, 842))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (_encrypted(), "PDF 设有打开密码。请去掉密码（或另存为不加密的 PDF）后再检查"),
        (
            _scan(),
            "这是扫描件或图片，没有文字层。请用原始的 Word、Excel 文件检查，或先做文字识别（OCR）再检查",
        ),
        (b"%PDF-1.4\n" + b"rubbish" * 40, "PDF 文件已损坏或不完整，无法打开"),
        (to_pdf(FORM)[:600], "PDF 文件已损坏或不完整，无法打开"),
    ],
    ids=["encrypted", "scan", "rubbish", "truncated"],
)
def test_what_cannot_be_read_says_why(data, message):
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "表.pdf")
    assert caught.value.words.zh == message
    assert caught.value.path == "表.pdf"


def test_limits_of_pages_and_objects():
    data = to_pdf(draw(LONG), Style(height=420))
    with pytest.raises(ReadError) as caught:
        read_bytes(data, "表.pdf", DEFAULT_LIMITS._replace(max_pages=2))
    assert "上限 2 页" in caught.value.words.zh
    document = read_bytes(to_pdf(FORM), "表.pdf", DEFAULT_LIMITS._replace(max_objects=5))
    assert [remark.code for remark in document.remarks] == ["too-dense"]
    with pytest.raises(ReadError) as caught:
        read_bytes(to_pdf(FORM), "表.pdf", DEFAULT_LIMITS._replace(max_seconds=-1.0))
    assert caught.value.words.zh == "PDF 太复杂：限定时间内只读到第 0 页，共 1 页"


def test_a_missing_end_is_remarked():
    data = to_pdf(FORM)
    document = read_bytes(data[: data.rindex(b"startxref")], "表.pdf")
    assert [remark.code for remark in document.remarks] == ["truncated"]


def test_text_cut_off_at_the_page_break_is_not_read():
    def draw_page(canvas):
        ruled([60, 160, 360], [600, 640, 680], (70, 620, "甲"), (170, 620, "乙"))(canvas)
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(60, 600, 300, 80)
        canvas.clipPath(path, stroke=0)
        canvas.drawString(70, 585, "看不见。")
        canvas.restoreState()
        canvas.drawString(70, 560, "看得见")

    assert paragraphs(read_bytes(page(draw_page), "表.pdf")) == ["看得见"]


def test_a_merged_text_that_stands_on_the_second_page():
    first = ruled([60, 160, 360], [60, 100, 140], (70, 120, "质量指标"), (170, 120, "合格率"), (170, 80, "次数"))
    second = ruled([60, 160, 360], [700, 740, 780], (170, 760, "人数"), (170, 720, "件数"))

    def open_page(canvas):
        # The merged cell has no line between its two rows on this page.
        for y in (700, 780):
            canvas.line(60, y, 360, y)
        canvas.line(160, 740, 360, 740)
        for x in (60, 160, 360):
            canvas.line(x, 700, x, 780)
        texts((70, 740, "数量指标"), (170, 760, "人数"), (170, 720, "件数"))(canvas)

    assert len(grids(read_bytes(page(first, second), "表.pdf"))) == 1
    (grid,) = grids(read_bytes(page(first, open_page), "表.pdf"))
    assert ("数量指标", 2, 1, 3, 1) in cells(grid)
