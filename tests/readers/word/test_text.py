"""What a paragraph shows: breaks, symbols, hidden text, fields, formulas, ruby."""

from __future__ import annotations

import pytest

from tests.readers.word.factory import codes, load, outline, p, run, tbl, tc, text_of, tr

HIDDEN = "<w:vanish/>"
WINGDINGS_2 = '<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>'


def sym(font: str, char: str) -> str:
    return f'<w:r><w:sym w:font="{font}" w:char="{char}"/></w:r>'


def field(instruction: str, result: str | None = None, data: str = "") -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    middle = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    shown = "" if result is None else f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result) if result else ""}'
    return f'{begin}{middle}{shown}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        (["组织", "培训", "次数"], "组织培训次数"),
        (["<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>"], "a\nb\nc"),
        (["<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>"], "a\tb"),
        (["<w:r><w:t>长</w:t><w:softHyphen/><w:t>期</w:t></w:r>"], "长期"),
        (["<w:r><w:t>2023</w:t><w:noBreakHyphen/><w:t>2024</w:t></w:r>"], "2023-2024"),
        (["是", sym("Wingdings 2", "F052"), "否", sym("Wingdings 2", "00A3")], "是☑否☐"),
        ([sym("Wingdings", "F0FE"), sym("Wingdings", "F0A8"), sym("Wingdings", "00FC")], "☑☐✓"),
        ([sym("Symbol", "F0B3"), "95%"], "≥95%"),
        ([sym("Symbol", "F0A3"), "3", sym("Symbol", "F0B1"), "1"], "≤3±1"),
        ([run("R", WINGDINGS_2), "是 ", run("\u00a3", WINGDINGS_2), "否"], "☑是 ☐否"),
        (["100", run("2", '<w:vertAlign w:val="superscript"/>')], "100²"),
        (["<w:ruby><w:rt><w:r><w:t>zhong</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>中</w:t></w:r></w:rubyBase></w:ruby>"], "中"),
        (["<m:oMath><m:r><m:t>≥</m:t></m:r></m:oMath>", "90%"], "≥90%"),
        (
            ["<m:oMath><m:f><m:num><m:r><m:t>2</m:t></m:r></m:num><m:den><m:r><m:t>a+b</m:t></m:r></m:den></m:f></m:oMath>"],
            "2/(a+b)",
        ),
        (
            ["<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>x</m:t></m:r></m:sup></m:sSup></m:oMath>"],
            "10^x",
        ),
        (["见", '<w:hyperlink r:id="r9"><w:r><w:t>附件</w:t></w:r></w:hyperlink>'], "见附件"),
        (["<w:smartTag><w:smartTagPr/><w:r><w:t>北京</w:t></w:r></w:smartTag>"], "北京"),
        (["NUL 之后", "\t制表"], "NUL 之后\t制表"),
    ],
)  # fmt: skip
def test_shown_text(content, shown):
    assert text_of(*content) == shown


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ([field("=SUM(ABOVE)", "50"), "万元"], "50万元"),
        ([field("FORMTEXT", "长期")], "长期"),
        ([field(r"EQ \o\ac(□,√)")], "☑"),
        ([field(r" eq \o\ac(○,12)")], "⑫"),
        ([field('SYMBOL 254 \\f "Wingdings" \\s 12')], "☑"),
        ([field('SYMBOL 0254 \\f "Wingdings" \\s 12')], "☑"),
        ([field('SYMBOL 0xFE \\f "Wingdings" \\s 12')], "☑"),
        ([field("FORMCHECKBOX", "", "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>")], "☑"),
        ([field("FORMCHECKBOX", None, '<w:ffData><w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox></w:ffData>')], "☐"),
        (
            [field("FORMDROPDOWN", "", '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList></w:ffData>')],
            "乙",
        ),
        ([field("IF " + "x", "显示")], "显示"),
        (['<w:fldSimple w:instr="DOCPROPERTY 年度"><w:r><w:t>2024</w:t></w:r></w:fldSimple>'], "2024"),
    ],
)  # fmt: skip
def test_field_shows_its_result(content, shown):
    assert text_of(*content) == shown


def test_field_inside_an_instruction_is_not_shown():
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    instruction = "<w:r><w:instrText>IF </w:instrText></w:r>"
    assert text_of(begin, instruction, field("MERGEFIELD a", "1"), separate, "真", end) == "真"


def test_field_left_open_does_not_swallow_the_next_paragraph():
    broken = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "失")
    assert outline(load(broken + p("后文"))) == ["后文"]


def test_field_result_over_paragraphs():
    first = p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "<w:r><w:instrText>TOC</w:instrText></w:r>",
              '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "目录一")  # fmt: skip
    assert outline(load(first + p("目录二", '<w:r><w:fldChar w:fldCharType="end"/></w:r>'))) == ["目录一", "目录二"]


def test_hidden_text_is_left_out_and_said():
    document = load(tbl(tr("a", tc(p("≥90%", run("（内部）", HIDDEN))))))
    assert outline(document) == ["table 1: a | ≥90%"]
    assert codes(document) == [("hidden-text", "1:1:2")]
    assert document.blocks[0].cells[1].remarks == ("hidden-text",)


def test_hidden_by_style_and_shown_again():
    styles = (
        '<w:style w:styleId="base"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="derived"><w:basedOn w:val="base"/></w:style>'
        '<w:style w:styleId="loop"><w:basedOn w:val="loop"/></w:style>'
    )
    content = (
        run("隐", '<w:rStyle w:val="derived"/>'),
        run("显", '<w:rStyle w:val="derived"/><w:vanish w:val="0"/>'),
        run("环", '<w:rStyle w:val="loop"/>'),
    )
    assert text_of(*content, styles=styles) == "显环"


def test_hidden_row():
    document = load(tbl(tr("a"), tr("b", properties="<w:hidden/>"), tr("c")))
    assert outline(document) == ["table 1: a | c"]
    assert [remark.code for remark in document.remarks] == ["hidden-text"]


def test_unknown_symbol_is_seen_as_unknown():
    document = load(tbl(tr(tc(p(sym("Wingdings", "F022"), "3")))))
    assert outline(document) == ["table 1: \ufffd3"]
    assert codes(document) == [("unknown-symbol", "1:1:1")]


def test_footnotes_come_last():
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>注：按文件口径</w:t></w:r></w:p></w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    document = load(tbl(tr(tc(p("≥95%", reference)))) + p("后"), footnotes=note)
    assert outline(document) == ["table 1: ≥95%", "后", "注：按文件口径"]


def test_line_breaks_outside_tables_make_paragraphs():
    title = "<w:p><w:r><w:t>绩效目标表</w:t><w:br/><w:t>（2024年度）</w:t></w:r></w:p><w:p/>"
    assert outline(load(title)) == ["绩效目标表", "（2024年度）"]
