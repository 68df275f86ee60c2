"""PDF pages of indicator tables without lines: labels in the middle of their rows, wrapped texts, blank cells."""

from __future__ import annotations

import pytest

from perf_lint.readers import read_bytes
from tests.factory.sheet_of_paper import page, texts
from tests.readers.reading import cells, grids, paragraphs

X = (60, 140, 240, 420)
TITLE = (200, 800, "项目支出绩效目标表")
HEADS = tuple((x, 760, text) for x, text in zip(X, ("一级指标", "二级指标", "三级指标", "指标值"), strict=True))
ROWS = (
    ("产出指标", "数量指标", "巡护里程", "≥600公里"),
    ("", "", "修复界桩", "45根"),
    ("", "", "设置标识牌", "20块"),
    ("", "质量指标", "验收合格率", "100%"),
    ("", "时效指标", "完成时间", "11月底前"),
    ("效益指标", "生态效益指标", "植被覆盖率", "≥70%"),
    ("", "", "珍稀植物存活率", "≥95%"),
)
LEVELS = [("产出指标", 2, 1, 5, 1), ("数量指标", 2, 2, 3, 1), ("效益指标", 7, 1, 2, 1), ("生态效益指标", 7, 2, 2, 1)]


def _centred(top: float = 740, pitch: float = 20, rows=ROWS) -> list[tuple[float, float, str]]:
    """Place the texts of rows, each label in the middle of the rows up to the next one."""
    placed = []
    for column, x in enumerate(X):
        starts = [number for number, row in enumerate(rows) if row[column]]
        for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
            middle = (start + end - 1) / 2 if column < 2 else start
            placed.append((x, top - pitch * middle, rows[start][column]))
    return placed


def test_labels_in_the_middle_of_their_rows_are_merged_cells():
    document = read_bytes(page(texts(TITLE, *HEADS, *_centred())), "表.pdf")
    (grid,) = grids(document)
    assert (grid.aligned, document.remarks, paragraphs(document)) == (True, (), [TITLE[2]])
    assert [cell for cell in cells(grid) if cell[3] > 1] == sorted(LEVELS, key=lambda cell: cell[1:3])
    assert [cell[0] for cell in cells(grid) if cell[1] == 3] == ["修复界桩", "45根"]


@pytest.mark.parametrize("pitch", [14, 18, 26, 40])
def test_rows_may_stand_close_or_wide(pitch):
    (grid,) = grids(read_bytes(page(texts(*HEADS, *_centred(pitch=pitch))), "表.pdf"))
    assert [cell for cell in cells(grid) if cell[3] > 1] == sorted(LEVELS, key=lambda cell: cell[1:3])


def test_a_text_beside_the_whole_table_is_one_cell():
    (grid,) = grids(read_bytes(page(texts(*HEADS, *_centred(), (10, 690, "绩效"), (10, 678, "指标"))), "表.pdf"))
    assert cells(grid)[0] == ("绩效指标", 1, 1, 8, 1)


def test_wrapped_texts_go_to_their_rows():
    rows = [(240, 740 - 34 * n, name) for n, name in enumerate(("巡护里程", "修复界桩", "设置标识牌"))]
    values = [(420, 740 - 34 * n, value) for n, value in enumerate(("≥600公里", "45根", "20块"))]
    notes = [
        (500, 747, "按巡护日志"),
        (500, 733, "计算"),
        (500, 706, "按台账"),
        (500, 686, "按验收"),
        (500, 672, "单"),
        (500, 658, "计算"),
    ]
    labels = [(60, 706, "产出指标"), (140, 706, "数量指标")]
    data = page(texts(*HEADS, (500, 760, "指标说明"), *rows, *values, *notes, *labels))
    (grid,) = grids(read_bytes(data, "表.pdf"))
    found = {(cell.row, cell.column): cell.text.replace("\n", "") for cell in grid.cells}
    assert [found[row, 5] for row in (2, 3, 4)] == ["按巡护日志计算", "按台账", "按验收单计算"]
    assert [cell[1:] for cell in cells(grid) if cell[0] == "数量指标"] == [(2, 2, 3, 1)]


def test_a_blank_cell_stays_blank():
    heads = (*HEADS[:3], (340, 760, "指标性质"), (420, 760, "指标值"), (480, 760, "度量单位"), (540, 760, "权重"))
    rows = [
        ("巡护里程", "≥", "600", "公里", "10"),
        ("完成时间", "定性", "11月底前", "", "10"),
        ("修复界桩", "=", "45", "根", "10"),
    ]
    placed = [
        (x, 740 - 20 * n, text)
        for n, row in enumerate(rows)
        for x, text in zip((60, 140, 240, 340, 420, 480, 540), ("产出指标", "数量指标", *row), strict=True)
        if text
    ]
    (grid,) = grids(read_bytes(page(texts(*heads, *placed)), "表.pdf"))
    assert [cell[0] for cell in cells(grid) if cell[1] == 3] == [
        "产出指标",
        "数量指标",
        "完成时间",
        "定性",
        "11月底前",
        "",
        "10",
    ]


def test_clear_rows_are_read_from_left_to_right_as_before():
    placed = [(x, 740 - 20 * n, text) for n, row in enumerate(ROWS) for x, text in zip(X, row, strict=True) if text]
    document = read_bytes(page(texts(*HEADS, *placed)), "表.pdf")
    (grid,) = grids(document)
    assert (grid.aligned, document.remarks) == (False, ())


def test_labels_that_fit_no_rows_are_said():
    placed = [(x, y - 7 if text == "数量指标" else y, text) for x, y, text in _centred()]
    document = read_bytes(page(texts(*HEADS, *placed)), "表.pdf")
    assert not grids(document)[0].aligned
    (remark,) = document.remarks
    assert (remark.code, remark.text.zh) == (
        "low-confidence",
        "第 1 页的指标表没有表格线，有的文字不在各行的同一高度，分不清属于哪一行，指标的级次和内容可能读错",
    )


WIDE = (*HEADS, (500, 760, "权重"))
WEIGHTS = [(500, 740 - 20 * n, "10") for n in range(len(ROWS))]


def test_rows_that_go_on_behind_the_page_belong_to_the_table():
    rest = [(240, 780, "古树名木建档"), (420, 780, "12株"), (500, 780, "10")]
    document = read_bytes(page(texts(*WIDE, *_centred(), *WEIGHTS), texts(*rest)), "表.pdf")
    (grid,) = grids(document)
    assert [(cell.text, cell.column, cell.page) for cell in grid.cells if cell.row == 9 and cell.text] == [
        ("古树名木建档", 3, 2),
        ("12株", 4, 2),
        ("10", 5, 2),
    ]
    assert [cell[1:] for cell in cells(grid) if cell[0] == "生态效益指标"] == [(7, 2, 3, 1)]
    assert document.remarks == ()


def test_labels_behind_the_page_leave_doubt():
    rest = [
        (x, 780, text) for x, text in zip(X, ("满意度指标", "服务对象满意度指标", "护林员满意度", "≥90%"), strict=True)
    ]
    document = read_bytes(page(texts(*WIDE, *_centred(), *WEIGHTS), texts(*rest, (500, 780, "10"))), "表.pdf")
    assert [(remark.code, remark.place and remark.place.page) for remark in document.remarks] == [
        ("low-confidence", 1),
        ("low-confidence", 2),
    ]


def test_every_table_of_a_page_is_made():
    second = [(x, y - 250, text) for x, y, text in (*HEADS, *_centred())]
    document = read_bytes(page(texts(*HEADS, *_centred(), (60, 560, "填表人：某某"), *second)), "表.pdf")
    assert [grid.aligned for grid in grids(document)] == [True, True]
    assert [cell for cell in cells(grids(document)[1]) if cell[3] > 1] == sorted(LEVELS, key=lambda cell: cell[1:3])
    assert paragraphs(document) == ["填表人：某某"]


def test_texts_above_the_paper_are_not_read():
    document = read_bytes(page(texts(*HEADS, *_centred(), (60, 900, "产出指标"))), "表.pdf")
    (grid,) = grids(document)
    assert [cell.text for cell in grid.cells].count("产出指标") == 1


def test_two_lines_beside_the_middle_of_a_row_are_one_text():
    placed = (
        (60, 700, "主管部门"),
        (140, 706, "临河县林业和草原"),
        (140, 694, "局"),
        (300, 700, "实施单位"),
        (380, 700, "林场"),
    )
    (grid,) = grids(read_bytes(page(texts((60, 740, "项目名称"), (140, 740, "界桩修复"), *placed)), "表.pdf"))
    assert [cell.text for cell in grid.cells if cell.row == 2] == ["主管部门", "临河县林业和草原局", "实施单位", "林场"]


def test_rows_at_a_usual_distance_are_not_folded():
    placed = (
        (140, 700, "年度资金总额"),
        (300, 700, "90"),
        (60, 691, "项目资金"),
        (140, 682, "财政拨款"),
        (300, 682, "90"),
    )
    (grid,) = grids(read_bytes(page(texts(*placed)), "表.pdf"))
    assert [cell.text for cell in grid.cells] == ["年度资金总额", "90", "项目资金", "财政拨款", "90"]
