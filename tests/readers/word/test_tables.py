"""Merged cells, nested tables, and what stands between tables."""

from __future__ import annotations

from perf_lint.model.document import Grid
from perf_lint.model.place import Place
from tests.readers.word.factory import cells_of, codes, load, outline, p, sdt, tbl, tc, tr


def test_spans_across_and_down():
    document = load(
        tbl(
            tr(tc("一级指标", down="restart"), tc("产出", span=2)),
            tr(tc(down="continue"), "数量", "次数"),
            tr(tc(down="continue"), tc("质量", down="restart"), "合格率"),
            tr("满意度", tc(down="continue"), "≥90%"),
        )
    )
    assert cells_of(document) == [
        (1, 1, 3, 1, "一级指标"),
        (1, 2, 1, 2, "产出"),
        (2, 2, 1, 1, "数量"),
        (2, 3, 1, 1, "次数"),
        (3, 2, 2, 1, "质量"),
        (3, 3, 1, 1, "合格率"),
        (4, 1, 1, 1, "满意度"),
        (4, 3, 1, 1, "≥90%"),
    ]


def test_row_that_begins_further_right():
    document = load(
        tbl(
            tr("a", "b", "c"),
            tr("d", "e", properties='<w:gridBefore w:val="1"/><w:wBefore w:w="10" w:type="dxa"/>'),
            tr("f", properties='<w:gridAfter w:val="2"/>'),
        )
    )
    assert cells_of(document)[3:] == [(2, 2, 1, 1, "d"), (2, 3, 1, 1, "e"), (3, 1, 1, 1, "f")]


def test_old_horizontal_merge():
    start, rest = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    document = load(tbl(tr(tc("a", properties=start), tc(properties=rest), tc(properties=rest), "b")))
    assert cells_of(document) == [(1, 1, 1, 3, "a"), (1, 4, 1, 1, "b")]


def test_horizontal_and_vertical_merge_together():
    start, rest = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    document = load(
        tbl(
            tr(tc("a", properties=start, down="restart"), tc(properties=rest, down="restart"), "b"),
            tr(tc(properties=start, down="continue"), tc(properties=rest, down="continue"), "c"),
        )
    )
    assert cells_of(document) == [(1, 1, 2, 2, "a"), (1, 3, 1, 1, "b"), (2, 3, 1, 1, "c")]


def test_continued_merge_without_a_start_begins_one():
    document = load(tbl(tr(tc("产出", down="continue"), "1"), tr(tc(down="continue"), "2")))
    assert cells_of(document) == [(1, 1, 2, 1, "产出"), (1, 2, 1, 1, "1"), (2, 2, 1, 1, "2")]


def test_continued_merge_of_another_width_keeps_its_text():
    document = load(tbl(tr(tc("a", down="restart"), "b"), tr(tc("c", down="continue", span=2))))
    assert cells_of(document) == [(1, 1, 1, 1, "a"), (1, 2, 1, 1, "b"), (2, 1, 1, 2, "c")]


def test_text_under_a_merge_is_left_out_and_said():
    document = load(tbl(tr(tc("a", down="restart"), "b"), tr(tc("旧", down="continue"), "c")))
    assert [cell[4] for cell in cells_of(document)] == ["a", "b", "c"]
    assert codes(document) == [("merged-away-text", "1:None:None")]
    assert document.remarks[0].text.zh == "有 1 个被合并单元格盖住的单元格仍有文字，没有读取"


def test_nested_table_is_a_grid_of_its_own():
    inner = tbl(tr("x", "y"))
    document = load(tbl(tr(tc("前", inner, "<w:p/>"), "b")) + tbl(tr("z")))
    assert outline(document) == ["table 1: 前 | b", "table 2: x | y", "table 3: z"]


def test_twice_nested_tables_count_in_document_order():
    deep = tbl(tr(tc(tbl(tr("3")), "<w:p/>")))
    document = load(tbl(tr("资金", tc("1", deep, "<w:p/>"), tc(tbl(tr("4")), "<w:p/>"))) + tbl(tr("5")))
    assert outline(document) == ["table 1: 资金 | 1 | ", "table 2: ", "table 3: 3", "table 4: 4", "table 5: 5"]


def test_a_table_that_only_arranges_tables_gives_its_texts_and_tables_in_order():
    beside = tr(tc("甲表", tbl(tr("a", "b")), "<w:p/>"), tc(), tc("乙表", tbl(tr("c", "d")), p("注")))
    below = tr(tc(tbl(tr("e", "f")), "<w:p/>", span=3))
    assert outline(load(tbl(beside, below) + p("末"))) == [
        "甲表", "table 2: a | b", "乙表", "table 3: c | d", "注", "table 4: e | f", "末",
    ]  # fmt: skip


def test_a_row_that_only_arranges_tables_parts_the_table_around_it():
    head, beside = tr("对照表", tc(span=2)), tr(tc("甲表", tbl(tr("a"))), tc(), tc(tbl(tr("b")), "<w:p/>"))
    assert outline(load(tbl(head, beside, tr("注", "", "")))) == [
        "table 1: 对照表 | ", "甲表", "table 2: a", "table 3: b", "table 1: 注 |  | ",
    ]  # fmt: skip


def test_a_single_table_in_a_cell_stays_within_its_table():
    inner = tbl(tr("总额", "5"))
    assert outline(load(tbl(tr(tc(inner, "<w:p/>")), tr("注")))) == ["table 1:  | 注", "table 2: 总额 | 5"]


def test_table_that_goes_on_after_a_page_break():
    head = tr("一级指标", "指标值", properties="<w:tblHeader/>")
    page_break = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    document = load(tbl(head, tr("产出", "1")) + page_break + p("续表") + tbl(head, tr("效益", "2")))
    assert outline(document) == [
        "table 1: 一级指标 | 指标值 | 产出 | 1",
        "续表",
        "table 2: 一级指标 | 指标值 | 效益 | 2",
    ]


def test_place_of_a_cell():
    document = load(p("标题") + tbl(tr("a", "b"), tr(tc("组织政法相关培训 \n学习", span=2))))
    grid = document.blocks[1]
    assert isinstance(grid, Grid)
    assert grid.place(grid.cells[2], "表.docx") == Place(
        file="表.docx", table=1, row=2, column=1, snippet="组织政法相关培训 学习"
    )


def test_plain_and_full_walk_agree():
    rows = (
        tr(
            tc("a", down="restart"),
            tc(p("b"), p("c"), span=2),
            "<w:tc><w:p><w:r><w:t>d</w:t><w:br/><w:t>e</w:t></w:r></w:p></w:tc>",
        ),
        tr(tc(down="continue"), "", "f", tc("g", span=3)),
        tr(tc("h", down="continue", span=2), tc("i", down="restart"), tc("j", down="continue")),
    )
    plain, full = load(tbl(*rows)), load(tbl(*rows, tr(tc(sdt(p("z"))))))
    assert cells_of(plain) == cells_of(full)[:-1]
    assert cells_of(plain)[1] == (1, 2, 1, 2, "b\nc")
    assert cells_of(plain)[2] == (1, 4, 1, 1, "d\ne")
