"""Cells that blanks align keep their columns, also where one between them is left out."""

from __future__ import annotations

from perf_lint.model.document import Grid
from perf_lint.readers import read_bytes

TABLE = """\
项目名称  助残  单位  县残联
指标        指标值   单位  权重
适配人数    ≥1200    人    30
完成时间    11月底前       10
满意度      ≥90      %     10
生活能力    明显改善       20
"""


def columns(text: str) -> list[list[tuple[int, str]]]:
    (grid,) = (block for block in read_bytes(text.encode(), "form.txt").blocks if isinstance(block, Grid))
    rows: dict[int, list[tuple[int, str]]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append((cell.column, cell.text))
    return list(rows.values())


def test_a_cell_left_out_leaves_its_column_free():
    assert columns(TABLE)[2:] == [
        [(1, "适配人数"), (2, "≥1200"), (3, "人"), (4, "30")],
        [(1, "完成时间"), (2, "11月底前"), (4, "10")],
        [(1, "满意度"), (2, "≥90"), (3, "%"), (4, "10")],
        [(1, "生活能力"), (2, "明显改善"), (4, "20")],
    ]


def test_one_row_of_its_own_width_ends_nothing():
    rows = columns(TABLE.replace("满意度      ≥90      %     10", "服务对象综合满意度  ≥90  %  10"))
    assert rows[3] == [(1, "完成时间"), (2, "11月底前"), (4, "10")]
    assert rows[4] == [(1, "服务对象综合满意度"), (2, "≥90"), (3, "%"), (4, "10")]
    assert rows[5] == [(1, "生活能力"), (2, "明显改善"), (4, "20")]


def test_blanks_that_align_nothing_number_cells_by_their_order():
    ragged = TABLE.replace("11月底前       10", "11月底前  10").replace("明显改善       20", "明显改善  20")
    assert columns(ragged)[3] == [(1, "完成时间"), (2, "11月底前"), (3, "10")]
