"""Build one rich file of each Office format: every feature that a reader has code for."""

from __future__ import annotations

from tests.readers.sheet import biff
from tests.readers.sheet import factory as sheet
from tests.readers.word import factory as word
from tests.readers.word.test_changes import box, deleted, inserted
from tests.readers.word.test_lists import item, level, numbering
from tests.readers.word.test_text import field, sym


def rich_docx() -> bytes:
    """Make a Word file with lists, fields, symbols, changes, controls, boxes, notes and nested tables."""
    tc, tr, p, tbl = word.tc, word.tr, word.p, word.tbl
    body = (
        p("项目支出绩效目标表", box(p("（2024年度）"), tbl(tr("甲"))))
        + tbl(
            tr(
                tc("一级指标", span=2, down="restart"),
                "值",
                properties='<w:gridBefore w:val="1"/><w:hidden w:val="0"/>',
            ),
            tr(tc(span=2, down="continue"), tc(p("≥", deleted("90"), inserted("95"), "%"))),
            tr(
                tc(item("培训")), tc(p(sym("Wingdings", "F0FE"), field("EQ \\o\\ac(□,√)"))), tc(tbl(tr("内")), "<w:p/>")
            ),
            word.sdt(
                tr(word.sdt(tc(p(word.run("隐", "<w:vanish/>")))), tc("", properties='<w:hMerge w:val="restart"/>'))
            ),
            tr("x", "y", properties='<w:del w:id="1"/>'),
        )
        + tbl(tr(tc("产出", down="restart"), tc("a", span=3)), tr(tc(down="continue"), "b"))
        + p("注", '<w:r><w:footnoteReference w:id="2"/></w:r>', "<m:oMath><m:r><m:t>≥</m:t></m:r></m:oMath>")
    )
    return word.docx(
        body,
        numbering=numbering(level(0, "指标%1：", "chineseCounting"), level(1, "%1.%2")),
        styles='<w:style w:styleId="a"><w:basedOn w:val="b"/><w:rPr><w:vanish/></w:rPr></w:style>',
        footnotes='<w:footnote w:id="2"><w:p><w:r><w:t>说明</w:t></w:r></w:p></w:footnote>',
    )


def rich_xlsx() -> bytes:
    """Make a workbook with merges, styles, shared strings, formulas, hidden parts and comments."""
    c, row = sheet.c, sheet.row
    first = sheet.sheet(
        row(1, c("A1", 0, kind="s"), c("B1"), c("C1", 0.85, 1)),
        row(2, c("A2", 1, kind="s"), c("B2", 45444, 2), c("C2", formula="A1"), more='hidden="1"'),
        row(
            3,
            c("A3", "#REF!", kind="e"),
            c("B3", "1E+15", 3, kind="n"),
            c("C3", "文_x000D_字", kind="str", formula="B1"),
        ),
        merges=("A1:B1", "A2:A3"),
        before='<cols><col min="2" max="2" hidden="1"/></cols>',
    )
    relations = (
        f'<Relationships xmlns="{sheet.PACKAGE}/relationships">'
        f'<Relationship Id="a" Type="{sheet.R}/comments" Target="../comments1.xml"/></Relationships>'
    )
    return sheet.xlsx(
        first,
        sheet.sheet(row(1, c("A1", "二", 4))),
        names={"表": "", "暗": 'state="hidden"'},
        styles=sheet.styles("0.0%", "[DBNum1]yyyy年m月", '#,##0.00,"万";(0)', '@"元"'),
        sharedStrings=sheet.strings("<t>共享</t>", "<r><t>富</t></r>"),
        more={
            "xl/worksheets/_rels/sheet1.xml.rels": relations,
            "xl/comments1.xml": f'<comments {sheet.NAMESPACES}><comment ref="C1"/></comments>',
        },
    )


def rich_xls() -> bytes:
    """Make an Excel 97 file with text, numbers, dates, errors and merges."""
    cells = [(0, 0, "标题", 0), (0, 1, 0.85, 1), (1, 0, 45444.0, 2), (1, 1, "#N/A", 0), (2, 0, True, 0)]
    return biff.compound(
        {"Workbook": biff.workbook(cells, formats=("0%", "yyyy年m月"), merges=[(0, 0, 0, 2)], hidden_rows=[1])}
    )
