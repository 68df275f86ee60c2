"""Automatic numbering as printed."""

from __future__ import annotations

import pytest

from perf_lint.readers.office.numerals import numeral
from tests.readers.word.factory import load, outline, p, tbl, tc, tr


def level(index: int, text: str, form: str = "decimal", more: str = "") -> str:
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def numbering(*levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>{more}<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'


def item(text: str, index: int = 0, num: int = 3) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{index}"/><w:numId w:val="{num}"/></w:numPr>')


def test_labels_count_through_cells_and_paragraphs():
    lists = numbering(level(0, "指标%1："))
    body = tbl(tr(tc(item("培训次数")), tc(item("宣传次数")))) + p("间") + item("督查次数")
    assert outline(load(body, numbering=lists)) == [
        "table 1: 指标1：培训次数 | 指标2：宣传次数",
        "间",
        "指标3：督查次数",
    ]


def test_levels_restart_and_name_their_parents():
    lists = numbering(
        level(0, "%1、", "chineseCounting"),
        level(1, "%1.%2", more="<w:isLgl/>"),
        level(2, "(%3)", more='<w:suff w:val="nothing"/>'),
    )
    body = item("a") + item("b", 1) + item("c", 1) + item("d", 2) + item("e") + item("f", 1)
    assert outline(load(body, numbering=lists)) == ["一、a", "1.1 b", "1.2 c", "(1)d", "二、e", "2.1 f"]


def test_level_that_never_restarts():
    lists = numbering(level(0, "%1."), level(1, "(%2)", more='<w:lvlRestart w:val="0"/>'))
    body = item("a") + item("b", 1) + item("c") + item("d", 1)
    assert outline(load(body, numbering=lists)) == ["1. a", "(1) b", "2. c", "(2) d"]


def test_second_list_starts_again_where_it_says_so():
    again = '<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    body = item("a") + item("b") + item("c", num=4) + item("d", num=4)
    assert outline(load(body, numbering=numbering(level(0, "%1."), more=again))) == ["1. a", "2. b", "5. c", "6. d"]


@pytest.mark.parametrize("index", ["9", "12", "-1", "一", ""])
def test_a_level_that_word_has_not_changes_no_other(index):
    odd = f'<w:lvl w:ilvl="{index}"><w:start w:val="7"/><w:lvlText w:val="odd %1"/></w:lvl>'
    again = f'<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="{index}"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    lists = numbering(level(0, "%1."), level(1, "(%2)"), odd, more=again)
    assert outline(load(item("a") + item("b", 1) + item("c", num=4), numbering=lists)) == ["1. a", "(1) b", "2. c"]


def test_number_column_without_text():
    body = tbl(tr(tc(item("")), "培训"), tr(tc(item("")), "宣传"))
    assert outline(load(body, numbering=numbering(level(0, "%1")))) == ["table 1: 1  | 培训 | 2  | 宣传"]


def test_bullets_say_nothing_but_boxes_do():
    wingdings = '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr>'
    dot, box = level(0, "\uf06c", "bullet", wingdings), level(0, "\uf0a8", "bullet", wingdings)
    assert outline(load(item("a"), numbering=numbering(dot))) == ["a"]
    assert outline(load(item("是"), numbering=numbering(box))) == ["☐ 是"]


def test_numbered_by_style():
    styles = (
        '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Item"><w:basedOn w:val="Base"/></w:style>'
    )
    lists = numbering(level(0, "%1."), level(1, "（%2）", more='<w:pStyle w:val="Item"/>'))
    styled = p("x", properties='<w:pStyle w:val="Item"/>')
    off = p("y", properties='<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert outline(load(tbl(tr(tc(styled), tc(off))), styles=styles, numbering=lists)) == ["table 1: （1）x | y"]


def test_unknown_list_has_no_label():
    assert outline(load(item("a", num=99) + item("b", 8), numbering=numbering(level(0, "%1.")))) == ["a", "b"]


@pytest.mark.parametrize(
    ("form", "value", "written"),
    [
        ("decimal", 7, "7"),
        ("decimalZero", 7, "07"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 3, "C"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 9, "ix"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 11, "十一"),
        ("chineseCountingThousand", 120, "一百二十"),
        ("chineseCountingThousand", 1002, "一千零二"),
        ("chineseLegalSimplified", 15, "壹拾伍"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalEnclosedCircleChinese", 21, "㉑"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 4, "⒋"),
        ("ideographTraditional", 2, "乙"),
        ("ideographZodiac", 1, "子"),
        ("ideographEnclosedCircle", 5, "㊄"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 99, "99"),
        ("upperRoman", 0, "0"),
        ("none", 5, ""),
        ("something else", 5, "5"),
    ],
)
def test_numeral_forms(form, value, written):
    assert numeral(value, form) == written
