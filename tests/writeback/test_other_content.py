"""Documents that hold more than a form: everything that is no comment of ours stays, and findings meet their cells."""

import re
import zipfile
from io import BytesIO

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.worksheet.datavalidation import DataValidation

from perf_lint import api
from perf_lint.readers import read_bytes
from perf_lint.writeback import annotate_docx, annotate_xlsx, fix_docx, fix_xlsx
from perf_lint.writeback.edits import edits_of
from tests.writeback.parts import changed, members, sheet_notes, with_members, word_notes
from tests.writeback.test_round_trip import content

VAGUE, FIXED = "达95%以上", "≥95%"
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cfc00000030101000c8d5d2c0000000049454e44ae426082"
)


def word(change):
    made = docx.Document(BytesIO(content("standard", "docx")))
    cell = next(c for row in made.tables[0].rows for c in row.cells if c.text == VAGUE)
    change(made, cell)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def in_content_control(made, cell):
    del made
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    cell._tc.addprevious(control)
    control[1].append(cell._tc)


def paragraph_in_content_control(made, cell):
    del made
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent/></w:sdt>")
    cell.paragraphs[0]._p.addprevious(control)
    control[1].append(cell.paragraphs[0]._p)


def with_nested_table(made, cell):
    del made
    cell.add_table(rows=1, cols=1).cell(0, 0).text = "内表"


def with_picture(made, cell):
    cell.paragraphs[0].add_run().add_picture(BytesIO(PICTURE))
    made.add_picture(BytesIO(PICTURE))


def with_tracked_changes(made, cell):
    del made
    run = cell.paragraphs[0].runs[0]._r
    inserted = parse_xml(f'<w:ins {nsdecls("w")} w:id="90" w:author="张三"/>')
    run.addprevious(inserted)
    inserted.append(run)
    deleted = f'<w:del {nsdecls("w")} w:id="91" w:author="张三"><w:r><w:delText>达95%以上</w:delText></w:r></w:del>'
    inserted.addnext(parse_xml(deleted))


def with_field_and_bookmark(made, cell):
    del made
    paragraph = cell.paragraphs[0]._p
    paragraph.append(parse_xml(f'<w:bookmarkStart {nsdecls("w")} w:id="7" w:name="数"/>'))
    paragraph.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="7"/>'))


WORD = [
    in_content_control,
    paragraph_in_content_control,
    with_nested_table,
    with_picture,
    with_tracked_changes,
    with_field_and_bookmark,
]


@pytest.mark.parametrize("change", WORD)
def test_word_files_with_more_in_the_cell(change):
    data = word(change)
    report = api.lint_document(read_bytes(data, "表.docx"))
    assert "VAL512" in {finding.rule for finding in report.findings}
    copy = annotate_docx.annotate(data, "表.docx", report)
    assert changed(data, copy) == {
        "[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments1.xml",
    }  # fmt: skip
    (note,) = [text for text, comment in word_notes(copy) if "VAL512" in comment]
    assert note.startswith(VAGUE)
    again = api.lint_document(read_bytes(copy, "表.docx"))
    assert again.findings == report.findings


@pytest.mark.parametrize("change", WORD)
def test_word_files_with_more_in_the_cell_are_repaired(change):
    data = word(change)
    report = api.lint_document(read_bytes(data, "表.docx"))
    edits = [edit for edit in edits_of(report.findings, "表.docx") if edit.old == VAGUE]
    fixed, made = fix_docx.fix(data, "表.docx", edits)
    assert [edit.new for edit in made] == [FIXED]
    assert changed(data, fixed) == {"word/document.xml"}
    tree = docx.Document(BytesIO(fixed)).element.body
    assert [node.text for node in tree.iter(qn("w:t")) if FIXED in (node.text or "")] == [FIXED]
    assert ["".join(node.itertext()) for node in tree.iter(qn("w:del"))] == (
        [VAGUE] if change is with_tracked_changes else []
    )


def test_a_comment_does_not_begin_in_a_nested_table():
    def nested_first(made, cell):
        with_nested_table(made, cell)
        cell._tc.insert(1, cell.tables[0]._tbl)

    data = word(nested_first)
    report = api.lint_document(read_bytes(data, "表.docx"))
    copy = annotate_docx.annotate(data, "表.docx", report)
    assert VAGUE in [text for text, comment in word_notes(copy) if "VAL512" in comment]


def test_members_spelt_unlike_their_relations_are_replaced_and_not_doubled():
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, old in members(content("standard", "docx")).items():
            target.writestr(name.replace("word/document.xml", "Word\\Document.xml"), old)
    data = out.getvalue()
    copy = annotate_docx.annotate(data, "表.docx", api.lint_document(read_bytes(data, "表.docx")))
    names = [name.lower() for name in members(copy)]
    assert len(names) == len(set(names))
    assert b"commentRangeStart" in next(
        members(copy)[name] for name in members(copy) if "ocument.xml" in name and "rels" not in name
    )


def test_extended_comments_of_others_stay():
    def commented(made, cell):
        made.add_comment(cell.paragraphs[0].runs, text="请核实", author="张三")

    extended = b'<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'
    kind = b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml"'
    link = b'Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended"'
    data = with_members(
        word(commented),
        {
            "word/commentsExtended.xml": extended,
            "[Content_Types].xml": lambda old: old.replace(
                b"</Types>", b'<Override PartName="/word/commentsExtended.xml" ' + kind + b"/></Types>"
            ),
            "word/_rels/document.xml.rels": lambda old: old.replace(
                b"</Relationships>",
                b'<Relationship Id="rId90" ' + link + b' Target="commentsExtended.xml"/></Relationships>',
            ),
        },
    )
    report = api.lint_document(read_bytes(data, "表.docx"))
    copy = annotate_docx.annotate(data, "表.docx", report)
    assert members(copy)["word/commentsExtended.xml"] == extended
    assert changed(data, copy) == {"word/document.xml", "word/comments.xml"}
    on_cell = [comment for text, comment in word_notes(copy) if text == VAGUE]
    assert sorted(comment[:3] for comment in on_cell) == ["【提示", "请核实"]


def sheet(change):
    book = openpyxl.load_workbook(BytesIO(content("standard", "xlsx")))
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def vague_cell(book):
    return next(cell for row in book.active.iter_rows() for cell in row if cell.value == VAGUE)


def with_chart(book):
    chart = BarChart()
    chart.add_data(Reference(book.active, min_col=1, min_row=1, max_row=3))
    book.active.add_chart(chart, "H2")


def protected(book):
    book.active.protection.sheet = True
    book.active.protection.password = "1234"


def with_validation_and_table(book):
    rule = DataValidation(type="list", formula1='"是,否"')
    rule.add("A1")
    book.active.add_data_validation(rule)
    book.active.oddFooter.center.text = "第 &P 页"


def with_own_comment(book):
    vague_cell(book).comment = Comment("请核实", "张三")


@pytest.mark.parametrize("change", [with_chart, protected, with_validation_and_table, with_own_comment])
def test_workbooks_with_more_than_the_form(change):
    data = sheet(change)
    report = api.lint_document(read_bytes(data, "表.xlsx"))
    copy = annotate_xlsx.annotate(data, "表.xlsx", report)
    touched = {name for name in changed(data, copy) if name in members(data)}
    allowed = {
        "[Content_Types].xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/styles.xml",
    }
    own = {name for name in members(data) if re.search(r"comment|vml", name)}
    assert touched <= allowed | own
    (note,) = [text for _, _, text in sheet_notes(copy) if "VAL512" in text]
    assert note.startswith("请核实\n\n【" if change is with_own_comment else "【")
    assert api.lint_document(read_bytes(copy, "表.xlsx")).findings == report.findings
    root = members(copy)["xl/worksheets/sheet1.xml"].decode()
    order = re.findall(
        r"<(sheetData|sheetProtection|mergeCells|dataValidations|headerFooter|drawing|legacyDrawing)\b", root
    )
    assert order == sorted(order, key=ORDER.index)


def test_rich_text_of_a_cell_keeps_its_looks_and_its_neighbours_their_text():
    def rich(book):
        cell = vague_cell(book)
        cell.value = CellRichText("达", TextBlock(InlineFont(b=True), "95%"), "以上")
        book.active["H9"] = VAGUE

    data = sheet(rich)
    edits = edits_of(api.lint_document(read_bytes(data, "表.xlsx")).findings, "表.xlsx")
    fixed, made = fix_xlsx.fix(data, "表.xlsx", [edit for edit in edits if edit.old == VAGUE])
    assert changed(data, fixed) == {"xl/worksheets/sheet1.xml"}
    book = openpyxl.load_workbook(BytesIO(fixed), rich_text=True)
    (cell,) = [book.active[edit.place.cell] for edit in made]
    assert [str(part) for part in cell.value if str(part)] == [FIXED]
    assert book.active["H9"].value == VAGUE


ORDER = ["sheetData", "sheetProtection", "mergeCells", "dataValidations", "headerFooter", "drawing", "legacyDrawing"]
