"""PDF pages: watermarks, what browsers print in the margins, rows that meet at a page break, columns without lines."""

from __future__ import annotations

import math

import pytest

from perf_lint.readers import read_bytes
from tests.factory.sheet_of_paper import page, ruled, texts
from tests.readers.reading import cells, grids, paragraphs

XS = [60, 130, 200, 240, 290, 330]


def _slanted(text: str, angle: float, size: int = 40):
    def draw(canvas) -> None:
        canvas.saveState()
        canvas.setFont("STSong-Light", size)
        canvas.translate(80, 40)
        canvas.rotate(angle)
        canvas.drawString(0, 0, text)
        canvas.restoreState()
        canvas.setFont("STSong-Light", 10)

    return draw


@pytest.mark.parametrize("angle", [45, 30, -45, 60])
def test_a_slanted_watermark_is_left_out_and_said(angle):
    table = ruled([60, 160, 360], [60, 100, 140], (70, 120, "放流数量"), (170, 120, "≥3万尾"), (70, 80, "成活率"))

    def both(canvas) -> None:
        _slanted("内部资料", angle)(canvas)
        table(canvas)

    document = read_bytes(page(both), "表.pdf")
    assert [cell.text for cell in grids(document)[0].cells] == ["放流数量", "≥3万尾", "成活率", ""]
    assert [(remark.code, remark.text.zh) for remark in document.remarks] == [
        ("slanted-text", "第 1 页有 4 个斜放的字（多是水印），没有读取")
    ]


def test_text_a_little_off_the_upright_is_read():
    document = read_bytes(page(texts((60, 740, "项目名称")), _slanted("项目单位", 2, 10)), "表.pdf")
    assert (paragraphs(document), document.remarks) == (["项目名称", "项目单位"], ())


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        (
            ((20, 825, "2025/1/3 15:07"), (250, 825, "绩效目标")),
            ((20, 12, "https://ys.gov.cn/x?id=1"), (560, 12, "1/1")),
        ),
        (((20, 825, "1/3/25, 3:07 PM"), (250, 825, "绩效目标")), ((20, 12, "file:///C:/a.html"), (560, 12, "1/1"))),
        (((20, 825, "2025年1月3日 下午3:07"),), ((560, 12, "1 / 1"),)),
    ],
)
def test_what_a_browser_prints_in_the_margins_is_no_row(head, foot):
    form = ((60, 740, "数量指标"), (200, 740, "次数"), (400, 740, "≥2次"), (60, 400, "质量指标"), (400, 400, "≥9%"))
    document = read_bytes(page(texts(*head, *form, *foot)), "表.pdf")
    assert [cell.text for cell in grids(document)[0].cells] == ["数量指标", "次数", "≥2次", "质量指标", "≥9%"]
    assert len(paragraphs(document)) == 2


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("数量指标", "补助幼儿园数", "=", "73", "10"), ("", "补助幼儿人数", "≥", "7300", "10")),
        (("数量指标", "补助幼儿园数", "定性", "达标", "10"), ("", "补助幼儿人数", "定性", "健全", "10")),
        (("数量指标", "补助幼儿园数", "", "73所", ""), ("", "补助幼儿人数", "", "≥7300人", "")),
        (("", "补助幼儿园率", "达标率", "73所", "十分"), ("", "补助幼儿人率", "合格率", "≥7人", "")),
        (("产出", "数量类指标", "完成件数", "", ""), ("", "质量类指标", "合格比率", "", "")),
    ],
)
def test_two_rows_that_meet_at_a_break_stay_two(above, below):
    lefts = [x + 2 for x in XS[:5]]
    first = ruled(XS, [60, 100, 140], *((x, 80, text) for x, text in zip(lefts, above, strict=True) if text))
    second = ruled(XS, [700, 740, 780], *((x, 760, text) for x, text in zip(lefts, below, strict=True) if text))
    (grid,) = grids(read_bytes(page(first, second), "表.pdf"))
    assert [cell.text for cell in grid.cells if cell.row == 2] == list(above)
    assert [cell.text for cell in grid.cells if cell.row == 3] == list(below)


def test_a_column_begins_where_others_do_even_behind_a_text_that_fills_its_own():
    rows = [(740, "数量指标", "次数"), (720, "质量指标", "合格率"), (700, "时效指标", "完成时间")]
    full = ((60, 680, "服务对象满意度指标"), (154, 680, "群众满意度"), (300, 680, "≥90%"))
    data = page(texts(*((x, y, t) for y, a, b in rows for x, t in ((60, a), (154, b), (300, "1"))), *full))
    (grid,) = grids(read_bytes(data, "表.pdf"))
    assert cells(grid)[-3:] == [("服务对象满意度指标", 4, 1, 1, 1), ("群众满意度", 4, 2, 1, 1), ("≥90%", 4, 3, 1, 1)]


def test_words_of_a_sentence_are_no_columns():
    rows = [(740, "数量指标", "次数"), (720, "质量指标", "合格率"), (700, "时效指标", "完成时间")]
    sentence = (60, 680, "本 项 目 主 要 用 于 购 置 设 备 和 维 护")
    data = page(texts(*((x, y, t) for y, a, b in rows for x, t in ((60, a), (163, b))), sentence, (60, 660, "注")))
    assert paragraphs(read_bytes(data, "表.pdf")) == [sentence[2], "注"]


def test_a_text_too_wide_for_its_cell_stays_in_it():
    table = ruled([60, 100, 200, 300], [60, 100, 140], (62, 80, "资金（万元）"), (140, 80, "财政"), (202, 80, "42.8"))
    (grid,) = grids(read_bytes(page(table), "表.pdf"))
    assert [cell.text for cell in grid.cells if cell.row == 2] == ["资金（万元）", "财政", "42.8"]


def test_texts_of_two_cells_that_come_near_stay_two():
    table = ruled(
        [60, 100, 200], [60, 100, 140], (62, 80, "总额"), (101, 80, "≥42.8"), (70, 120, "质量率"), (102, 120, "9")
    )
    (grid,) = grids(read_bytes(page(table), "表.pdf"))
    assert [cell.text for cell in grid.cells] == ["质量率", "9", "总额", "≥42.8"]


def test_a_year_at_the_head_of_each_page_is_no_page_number():
    def form(year: int):
        return ruled([60, 160, 360], [600, 640, 680], (70, 620, "项目名称"), (200, 800, f"（{year}年度）"))

    assert paragraphs(read_bytes(page(form(2023), form(2024)), "表.pdf")) == ["（2023年度）", "（2024年度）"]
    document = read_bytes(page(form(2023), form(2024)), "表.pdf")
    assert len(grids(document)) == 2


def test_a_merged_cell_whose_text_the_page_break_cuts_is_one():
    def half(ys: list[float], at: float, *texts: str):
        def draw(canvas) -> None:
            for y in ys:
                canvas.line(60 if y in (ys[0], ys[-1]) and at != y else 160, y, 360, y)
            for x in (60, 160, 360):
                canvas.line(x, ys[0], x, ys[-1])
            canvas.drawString(70, at - 4, "产出指标")
            for y, text in zip(ys, texts, strict=False):
                canvas.drawString(170, y + 12, text)

        return draw

    upper, lower = half([60, 100, 140], 60, "合格率", "次数"), half([700, 740, 780], 780, "成本", "时间")
    (grid,) = grids(read_bytes(page(upper, lower), "表.pdf"))
    assert cells(grid) == [
        ("产出指标", 1, 1, 4, 1),
        ("次数", 1, 2, 1, 1),
        ("合格率", 2, 2, 1, 1),
        ("时间", 3, 2, 1, 1),
        ("成本", 4, 2, 1, 1),
    ]


def test_a_heading_close_above_a_table_is_no_part_of_it():
    table = ruled([60, 160, 360], [60, 100, 140], (70, 80, "甲"), (70, 141.5, "项目支出绩效目标表"), (70, 50, "注"))
    document = read_bytes(page(table), "表.pdf")
    assert paragraphs(document) == ["项目支出绩效目标表", "注"]


def test_huge_letters_over_a_table_are_a_watermark_and_said():
    table = ruled([60, 160, 360], [60, 100, 140], (70, 120, "放流数量"), (170, 120, "≥3万尾"), (70, 80, "成活率"))

    def both(canvas) -> None:
        canvas.setFont("STSong-Light", 60)
        canvas.drawString(100, 80, "样本")
        canvas.setFont("STSong-Light", 30)
        canvas.drawString(100, 200, "绩效目标表")
        canvas.setFont("STSong-Light", 10)
        table(canvas)

    document = read_bytes(page(both), "表.pdf")
    assert [cell.text for cell in grids(document)[0].cells] == ["放流数量", "≥3万尾", "成活率", ""]
    assert paragraphs(document) == ["绩效目标表"]
    assert [remark.text.zh for remark in document.remarks] == ["第 1 页有 2 个压在表上的大字（多是水印），没有读取"]


def test_a_stamp_is_left_out_with_the_top_of_its_arc():
    table = ruled([60, 160, 360], [60, 100, 140], (70, 120, "放流数量"), (170, 120, "≥3万尾"), (70, 80, "成活率"))

    def stamp(canvas) -> None:
        table(canvas)
        for number, char in enumerate("清河县水利局审核章"):
            angle = math.radians(200 - 220 * number / 8)
            canvas.saveState()
            canvas.translate(260 + 40 * math.cos(angle), 60 + 40 * math.sin(angle))
            canvas.rotate(math.degrees(angle) - 90)
            canvas.drawCentredString(0, 0, char)
            canvas.restoreState()
        canvas.drawCentredString(260, 50, "2025.01.15")

    document = read_bytes(page(stamp), "表.pdf")
    assert [cell.text for cell in grids(document)[0].cells] == ["放流数量", "≥3万尾", "成活率", ""]
    assert document.remarks[0].text.zh == "第 1 页有 19 个斜放的字（多是水印），没有读取"
