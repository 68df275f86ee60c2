"""Worksheets as read: merges, strings, formulas, hidden parts, several sheets, damage."""

from __future__ import annotations

import pytest

from perf_lint.model.document import Grid, Paragraph
from perf_lint.model.place import Place
from perf_lint.readers import read_bytes
from perf_lint.readers.base import Limits, ReadError
from tests.readers.sheet.factory import (
    NAMESPACES,
    PACKAGE,
    R,
    c,
    cells_of,
    codes,
    load,
    row,
    sheet,
    strings,
    styles,
    texts_of,
    xlsx,
)  # fmt: skip
from tests.readers.word.factory import rezipped


def test_merges_and_empty_cells():
    document = load(
        sheet(
            row(1, c("A1", "绩效目标表"), c("B1"), c("C1"), c("D1")),
            row(2, c("A2", "产出"), c("B2", "数量"), c("C2"), c("D2", 3)),
            row(3, c("A3"), c("B3", "质量"), c("C3", "率"), c("D3")),
            row(9, c("A9")),
            merges=("A1:D1", "A2:A3", "B2:C2"),
        )
    )
    assert cells_of(document) == [
        ("A1", 1, 4, "绩效目标表"),
        ("A2", 2, 1, "产出"),
        ("B2", 1, 2, "数量"),
        ("D2", 1, 1, "3"),
        ("B3", 1, 1, "质量"),
        ("C3", 1, 1, "率"),
        ("D3", 1, 1, ""),
    ]


def test_place_names_sheet_and_address():
    document = load(sheet(row(12, c("D12", "≥95%"))), names={"表1 信访": ""})
    grid = document.blocks[0]
    assert isinstance(grid, Grid)
    assert grid.place(grid.cells[0], "表.xlsx") == Place(
        file="表.xlsx", sheet="表1 信访", cell="D12", row=12, column=4, snippet="≥95%"
    )


def test_merges_and_formatting_far_beyond_the_form_are_cut():
    document = load(
        sheet(
            row(1, c("A1", "标题"), c("B1"), c("XFD1", None, 0)),
            row(2, c("A2", "a"), c("B2", "b")),
            row(1_048_576, c("A1048576")),
            merges=("A1:XFD1", "A2:A1048576"),
        )
    )
    assert cells_of(document) == [("A1", 1, 2, "标题"), ("A2", 1, 1, "a"), ("B2", 1, 1, "b")]


def test_overlapping_merges_and_covered_text():
    document = load(
        sheet(
            row(1, c("A1", "a"), c("B1", "盖"), c("C1", "c")), row(2, c("A2", "d")), merges=("A1:B2", "B1:C1", "A1:B2")
        )
    )
    assert [cell[:3] for cell in cells_of(document)] == [("A1", 2, 2), ("C1", 1, 1)]
    assert codes(document) == [
        ("merged-away-text", "表1", "B1"),
        ("overlapping-merge", "表1", None),
    ]


def test_strings_of_every_kind():
    shared = strings(
        "<t>共享</t>",
        "<r><rPr><b/></rPr><t>富</t></r><r><t>文本</t></r><rPh sb='0' eb='1'><t>フ</t></rPh>",
        "<t>上_x000D_\n下_x005F_x0041_</t>",
        "<t/>",
    )
    document = load(
        sheet(
            row(
                1,
                c("A1", 0, kind="s"), c("B1", 1, kind="s"), c("C1", 2, kind="s"), c("D1", "行\r\n内"),
                c("E1", "算出", kind="str", formula="A1"), c("F1", 1, kind="b"), c("G1", "2024-06-30T00:00:00", kind="d"),
                c("H1", "  空白  "), c("I1", 3, kind="s"),
            )
        ),
        sharedStrings=shared,
    )  # fmt: skip
    assert texts_of(document) == [
        "共享",
        "富文本",
        "上\n下_x0041_",
        "行\n内",
        "算出",
        "TRUE",
        "2024/6/30",
        "  空白  ",
        "",
    ]


def test_numbers_follow_their_styles():
    document = load(
        sheet(
            row(
                1, c("A1", 0.85, 1), c("B1", "45444", 2, kind="n"), c("C1", 50, 3), c("D1", 0.1 + 0.2), c("E1", "五", 4)
            ),
            row(2, c("A2", "0.8333", 1, kind="n"), c("B2", "abc", kind="n"), c("C2", 7, 99)),
        ),
        styles=styles("0%", 'yyyy"年"m"月"', '0"万元"', '@"元"'),
    )
    assert texts_of(document) == ["85%", "2024年6月", "50万元", "0.3", "五元", "83%", "abc", "7"]
    assert codes(document) == [("rounded-display", "表1", "A2"), ("damaged-cell", "表1", "B2")]


def test_1904_dates():
    document = load(
        sheet(row(1, c("A1", 44011, 1))), styles=styles("yyyy/m/d"), properties='<workbookPr date1904="1"/>'
    )
    assert texts_of(document) == ["2024/6/30"]


def test_formulas_with_and_without_results():
    document = load(
        sheet(
            row(1, c("A1", 51, formula="SUM(B1:B9)"), c("B1", formula="A1*2"), c("C1", "", kind="str", formula='""')),
            row(2, c("A2", "#REF!", kind="e", formula="Z9"), c("B2", "尾")),
        )
    )
    assert cells_of(document) == [
        ("A1", 1, 1, "51"),
        ("B1", 1, 1, ""),
        ("C1", 1, 1, ""),
        ("A2", 1, 1, "#REF!"),
        ("B2", 1, 1, "尾"),
    ]
    assert document.blocks[0].cells[1].remarks == ("formula-without-value",)
    assert [(remark.code, remark.text.zh) for remark in document.remarks] == [
        (
            "formula-without-value",
            "有 1 个公式没有保存计算结果，内容未知，与它有关的规则不作判断；请用 Excel 打开后保存一次再检查",
        ),
        ("cell-error", "有 1 个单元格显示错误值（如 #REF!）"),
    ]


def test_hidden_rows_columns_and_sheets_are_read_and_said():
    columns = '<cols><col min="2" max="3" hidden="1" width="9"/></cols>'
    first = sheet(
        row(1, c("A1", "a"), c("B1", "b"), c("C1", "c")),
        row(2, c("A2", "d"), more='hidden="1"'),
        row(3, c("A3", "e"), more='ht="0"'),
        before=columns,
    )
    document = load(first, sheet(row(1, c("A1", "x"))), names={"明": "", "暗": 'state="veryHidden"'})
    assert texts_of(document) == ["a", "b", "c", "d", "e"]
    assert [block.hidden for block in document.blocks] == [False, True]
    assert [(remark.code, remark.text.en) for remark in document.remarks] == [
        ("hidden-row", "2 hidden rows were read like the others"),
        ("hidden-column", "2 hidden columns were read like the others"),
        ("hidden-sheet", "1 hidden sheets were read like the others"),
    ]
    assert document.blocks[0].cells[1].remarks == ("hidden-column",)


def test_sheets_that_are_no_worksheets():
    data = xlsx(sheet(row(1, c("A1", "a"))), names={"图": 'r:idx="1"', "表": ""})
    workbook = (
        f'<workbook {NAMESPACES}><sheets><sheet name="图" sheetId="1" r:id="chart"/>'
        '<sheet name="缺" sheetId="2" r:id="nowhere"/><sheet name="无" sheetId="3"/>'
        '<sheet name="表" sheetId="4" r:id="s0"/></sheets></workbook>'
    )
    changed = rezipped(data, lambda part: workbook.encode() if part.startswith(b"<workbook ") else part)
    document = read_bytes(changed, "表.xlsx")
    assert texts_of(document) == ["a"]
    assert [(remark.code, remark.text.en) for remark in document.remarks] == [
        ("sheet-unread", "3 sheets are missing or not worksheets and were not read")
    ]


def test_comments_and_text_boxes():
    relations = (
        f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="a" Type="{R}/comments" Target="../comments1.xml"/>'
        f'<Relationship Id="b" Type="{R}/drawing" Target="/xl/drawings/drawing1.xml"/></Relationships>'
    )
    drawing = (
        '<wsDr xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>项目支出</a:t></a:r>'
        "<a:r><a:t>绩效目标表</a:t></a:r></a:p><a:p/></wsDr>"
    )
    document = load(
        sheet(row(1, c("A1", "a"), c("B1", "b"))),
        more={
            "xl/worksheets/_rels/sheet1.xml.rels": relations,
            "xl/comments1.xml": f'<comments {NAMESPACES}><commentList><comment ref="B1"><text><t>改</t></text></comment></commentList></comments>',
            "xl/drawings/drawing1.xml": drawing,
        },
    )
    assert document.blocks[0] == Paragraph("项目支出绩效目标表", sheet="表1")
    assert [cell.remarks for cell in document.blocks[1].cells] == [(), ("comment",)]
    assert codes(document) == [("comment", "表1", "B1")]


def test_cells_without_addresses_and_out_of_order():
    bare = "<row><c t='inlineStr'><is><t>a</t></is></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    assert cells_of(load(sheet(bare))) == [("A1", 1, 1, "a"), ("B1", 1, 1, "2"), ("A2", 1, 1, "3")]
    shuffled = sheet(row(5, c("B5", 1), c("A5", 2)), row(2, c("A2", 3)), row(5, c("A5", 9)))
    assert cells_of(load(shuffled)) == [("A2", 1, 1, "3"), ("A5", 1, 1, "2"), ("B5", 1, 1, "1")]


def test_missing_shared_string():
    document = load(sheet(row(1, c("A1", 7, kind="s"), c("B1", "x"))), sharedStrings=strings("<t>a</t>"))
    assert texts_of(document) == ["", "x"]
    assert codes(document) == [("damaged-cell", "表1", "A1")]


@pytest.mark.parametrize("address", ["A0", "A1048577", "XFE1", "ZZZZ1", "1", "", "A99999999999", "甲1"])
def test_impossible_addresses(address):
    broken = sheet(f'<row r="{address.lstrip("AXFEZ甲") or "x"}"><c r="{address}"><v>1</v></c></row>')
    with pytest.raises(ReadError, match="the file is damaged"):
        load(broken)


def test_cell_limit():
    with pytest.raises(ReadError, match="more than 3 cells, the limit"):
        load(sheet(row(1, *(c(f"{name}1", 1) for name in "ABCD"))), limits=Limits(max_cells=3))


def test_strict_namespaces():
    strict = rezipped(
        xlsx(sheet(row(1, c("A1", 0.5, 1)), merges=("A1:B1",)), styles=styles("0%")),
        lambda part: part.replace(
            b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
            b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    )
    assert texts_of(read_bytes(strict, "表.xlsx")) == ["50%"]


def test_wrong_suffix_does_not_matter():
    assert texts_of(read_bytes(xlsx(sheet(row(1, c("A1", "a")))), "表.docx")) == ["a"]
    assert texts_of(read_bytes(xlsx(sheet(row(1, c("A1", "a")))), "表.xls")) == ["a"]


def test_bulk_export():
    rows = [row(1, *(c(f"{name}1", f"列{name}") for name in "ABCDEFGHIJ"))]
    rows += [
        row(number, *(c(f"{name}{number}", number if name > "E" else f"文{number}") for name in "ABCDEFGHIJ"))
        for number in range(2, 3002)
    ]
    merges = tuple(f"A{start}:A{start + 9}" for start in range(2, 3002, 10))
    cells = cells_of(load(sheet(*rows, merges=merges)))
    assert len(cells) == 10 * 3001 - 300 * 9
    assert cells[10] == ("A2", 10, 1, "文2")
    assert cells[-1] == ("J3001", 1, 1, "3001")


def test_rows_of_formatting_alone_are_left_out():
    blank = "<row>" + "<c s='1'/>" * 3 + "</row>"
    document = load(sheet(f"<row>{c('A1', 'a')}</row>", blank, "<row><c><v>3</v></c><c/></row>"))
    assert cells_of(document) == [("A1", 1, 1, "a"), ("A3", 1, 1, "3"), ("B3", 1, 1, "")]


def test_merge_over_rows_without_cells_does_not_reach_further_down():
    document = load(sheet(row(1, c("A1", "a")), row(4, c("A4", "b"), c("B4", "c")), merges=("A2:B3",)))
    assert cells_of(document) == [("A1", 1, 1, "a"), ("A4", 1, 1, "b"), ("B4", 1, 1, "c")]


def test_builtin_formats_and_odd_digits():
    cells = row(1, c("A1", 0.85, 1), c("B1", 45473, 2), c("C1", "007", kind="n"), c("D1", "1.50", kind="n"))
    used = f'<styleSheet {NAMESPACES}><cellXfs><xf/><xf numFmtId="9"/><xf numFmtId="31"/></cellXfs></styleSheet>'
    assert texts_of(load(sheet(cells), styles=used)) == ["85%", "2024年6月30日", "7", "1.5"]
