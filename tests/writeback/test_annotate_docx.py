import re
import zipfile
from io import BytesIO

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from perf_lint.model.finding import Report
from perf_lint.model.place import Place
from perf_lint.writeback.annotate_docx import annotate
from tests.reporters.sample_run import COST, RATE, REPORT

FILE = "表.docx"


def document(prepare=None):
    made = docx.Document()
    made.add_paragraph("项目支出预算绩效目标表")
    table = made.add_table(rows=3, cols=3)
    for row, texts in enumerate(
        (["项目名称", "校园安全", ""], ["资金总额", "6万元", ""], ["质量", "持证上岗率", "52人"])
    ):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    if prepare:
        prepare(made, table)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def at(finding, *, row, column, table=1):
    return finding._replace(place=Place(FILE, table=table, row=row, column=column))


def annotated(data, *findings):
    return annotate(data, FILE, Report(findings=findings, rules=REPORT.rules))


def anchors(data):
    """Give the text that each comment of the document is tied to, and the comment's own text."""
    made = docx.Document(BytesIO(data))
    texts = {comment.comment_id: comment.text for comment in made.comments}
    found = []
    for start in made.element.body.iter(qn("w:commentRangeStart")):
        cell = next(start.iterancestors(qn("w:tc")), start.getparent())
        found.append(("".join(t.text for t in cell.iter(qn("w:t"))), texts[int(start.get(qn("w:id")))]))
    return found


RATE_NOTE = "【警告 VAL505】“持证上岗率”是比率，指标值却写成 52人\n怎么改：改写为百分数，例如 ≥95%"


def test_comments_stand_on_their_cells():
    data = annotated(document(), at(COST, row=2, column=2), at(RATE, row=3, column=3))
    cells = anchors(data)
    assert [text for text, _ in cells] == ["6万元", "52人"]
    assert cells[0][1].startswith(
        "【错误 AMT201】成本指标合计 7 万元，年度资金总额 6 万元，相差 1 万元\n算式：3 + 4 = 7 ≠ 6 万元"
    )
    assert cells[1][1] == RATE_NOTE


def test_cells_are_shaded_once_and_own_shades_stay():
    def prepare(made, table):
        del made
        shade = table.cell(2, 2)._tc.get_or_add_tcPr().makeelement(qn("w:shd"), {qn("w:fill"): "00FF00"})
        table.cell(2, 2)._tc.tcPr.append(shade)

    made = docx.Document(BytesIO(annotated(document(prepare), at(COST, row=2, column=2), at(RATE, row=3, column=3))))
    fills = [shade.get(qn("w:fill")) for shade in made.element.body.iter(qn("w:shd"))]
    assert fills == ["FBE3DF", "00FF00"]


def test_old_comments_stay():
    def prepare(made, table):
        made.add_comment(table.cell(0, 0).paragraphs[0].runs, text="请王科长看", author="张三")

    data = annotated(document(prepare), at(RATE, row=3, column=3))
    assert anchors(data) == [("项目名称", "请王科长看"), ("52人", RATE_NOTE)]


def test_text_of_every_cell_is_kept():
    before = docx.Document(BytesIO(document())).tables[0]
    after = docx.Document(BytesIO(annotated(document(), at(RATE, row=3, column=3)))).tables[0]
    assert [[c.text for c in row.cells] for row in before.rows] == [[c.text for c in row.cells] for row in after.rows]


def test_a_finding_outside_tables_goes_to_the_first_paragraph():
    whole = RATE._replace(place=Place(FILE))
    assert anchors(annotated(document(), whole)) == [("项目支出预算绩效目标表", RATE_NOTE)]


def test_every_other_part_is_the_same_byte_for_byte():
    def members(data):
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    before = document()
    old, new = members(before), members(annotated(before, at(RATE, row=3, column=3)))
    assert {name for name in new if old.get(name) != new[name]} == {
        "[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments1.xml",
    }  # fmt: skip
    assert set(old) <= set(new)


def test_a_strict_file_stays_strict():
    def strict(data):
        out = BytesIO()
        with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
            for name in source.namelist():
                content = source.read(name)
                for area, part in ((b"wordprocessingml", b"main"), (b"officeDocument", b"relationships")):
                    content = content.replace(
                        b"http://schemas.openxmlformats.org/" + area + b"/2006/" + part,
                        b"http://purl.oclc.org/ooxml/" + area + b"/" + part,
                    )
                target.writestr(name, content)
        return out.getvalue()

    with zipfile.ZipFile(BytesIO(annotated(strict(document()), at(RATE, row=3, column=3)))) as archive:
        parts = [archive.read(name) for name in ("word/document.xml", "word/comments1.xml")]
    assert all(b"purl.oclc.org/ooxml/wordprocessingml/main" in part for part in parts)
    assert not any(b"schemas.openxmlformats.org/wordprocessingml/2006/main" in part for part in parts)


MARKED = (
    '<w:p><w:r><w:rPr>{look}</w:rPr><w:annotationRef/></w:r><w:r><w:t xml:space="preserve">【警告 VAL505】“持证上岗率”是比率，'
    "指标值却写成 52人</w:t></w:r></w:p>"
    '<w:p><w:r><w:t xml:space="preserve">怎么改：改写为百分数，例如 ≥95%</w:t></w:r></w:p>'
)


def without_comment_styles(made, table):
    del table
    for style in list(made.styles.element):
        name = style.find(qn("w:name"))
        if name is not None and name.get(qn("w:val")).startswith("annotation"):
            made.styles.element.remove(style)


def with_comment_styles(made, table):
    without_comment_styles(made, table)
    for kind, name, key in (("character", "annotation reference", "a3"), ("paragraph", "annotation text", "a4")):
        made.styles.element.append(
            parse_xml(f'<w:style {nsdecls("w")} w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/></w:style>')
        )


def comment_and_mark(prepare):
    with zipfile.ZipFile(BytesIO(annotated(document(prepare), at(RATE, row=3, column=3)))) as archive:
        comments, body = (archive.read(f"word/{name}.xml").decode() for name in ("comments1", "document"))
    mark = re.search(r"<w:r><w:rPr>(?:(?!<w:rPr>).)*<w:commentReference[^>]*></w:r>", body)
    return re.search(r"<w:comment .*</w:comment>", comments)[0], mark[0]


def test_a_comment_is_written_as_word_writes_it():
    comment, mark = comment_and_mark(without_comment_styles)
    head = '<w:comment w:id="0" w:author="perf-lint" w:initials="PL">'
    assert comment == head + MARKED.format(look='<w:sz w:val="21"/>') + "</w:comment>"
    assert mark == '<w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:commentReference w:id="0"/></w:r>'


def test_a_document_s_own_styles_for_comments_are_used():
    comment, mark = comment_and_mark(with_comment_styles)
    body = MARKED.format(look='<w:rStyle w:val="a3"/>').replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="a4"/></w:pPr>')
    assert comment.endswith(body + "</w:comment>")
    assert mark == '<w:r><w:rPr><w:rStyle w:val="a3"/></w:rPr><w:commentReference w:id="0"/></w:r>'
