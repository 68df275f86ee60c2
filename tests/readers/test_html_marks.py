"""Web pages: symbol fonts, superscripts, revisions, what style sheets hide, exported worksheets, lists without a choice."""

from __future__ import annotations

import pytest

from perf_lint.readers import html
from perf_lint.readers.base import DEFAULT_LIMITS
from tests.readers.reading import cells, grids, paragraphs


def _read(body: str, head: str = ""):
    return html.read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "页.html", DEFAULT_LIMITS)


def _table(rows: str):
    return cells(grids(_read(f"<table>{rows}</table>"))[0])


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<span style='font-family:Symbol'>³</span>95%", "≥95%"),
        ('<font face="Symbol">£</font>8元', "≤8元"),
        ("<span style='mso-char-type:symbol;mso-symbol-font-family:Wingdings'>þ</span>是", "☑是"),
        ("<span style=\"font-family:'Wingdings 2'\">£</span>否<i style='font-family:\"Wingdings 2\"'>R</i>", "☐否☑"),
        ("<span style='font-family:Symbol'>³<span style='font-family:宋体'>9m</span></span>m", "≥9mm"),
        ("<span style='font-family:Symbol'>≥90%</span>", "≥90%"),
        ("<span style='font-family:宋体,Symbol'>³</span>", "³"),
    ],
)
def test_symbol_fonts_are_read_as_they_look(cell, text):
    assert _table(f"<tr><td>{cell}<td>b")[0][0] == text


def test_revisions_and_comments_of_word_are_no_text():
    body = (
        "<table><tr><td><del cite='mailto:a' datetime='2025'>旧</del><ins cite='mailto:a'>新</ins><td><del>划去</del></table>"
        "<p>末</p><div style='mso-element:comment-list'><p>请核对</p></div>"
    )
    document = _read(body)
    assert [cell.text for cell in grids(document)[0].cells] == ["新", "划去"]
    assert paragraphs(document) == ["末"]


@pytest.mark.parametrize(
    ("style", "name", "seen"),
    [
        (".hide{display:none}", "hide", False),
        ("td.hide , .x { color:red; display : none !important; }", "a hide", False),
        (".pane{display:none} .pane.on{display:block}", "pane on", True),
        (".pane.on{display:block} .pane{display:none}", "on pane", True),
        (".pane{display:block} .pane{display:none}", "pane", False),
        ("@media print{.hide{display:none}} .b{color:red}", "hide", True),
        ("/* .hide{display:none} */ .b{display:none}", "hide", True),
        (".box .hide{display:none}", "hide", True),
        ("@charset 'x'; .hide{display:none", "hide", True),
    ],
)
def test_classes_that_the_page_hides(style, name, seen):
    document = _read(
        f"<table><tr><td>甲<td>乙<tr class='{name}'><td>{{{{名}}}}<td>值</table>", f"<style>{style}</style>"
    )
    assert len(grids(document)[0].cells) == (4 if seen else 2)
    assert [remark.code for remark in document.remarks] == ([] if seen else ["hidden-text"])


def test_the_letters_and_numbers_around_an_exported_worksheet_are_no_cells():
    head, body = "<tr><th><th>A<th>B<th>C", "<tr><th>1<td colspan=2>项目<td>x<tr><th>2<td>a<td>b<td>c"
    assert _table(head + body) == [
        ("项目", 2, 1, 1, 2),
        ("x", 2, 3, 1, 1),
        ("a", 3, 1, 1, 1),
        ("b", 3, 2, 1, 1),
        ("c", 3, 3, 1, 1),
    ]
    assert len(_table(head.replace("C", "D") + body)) == 11
    assert len(_table(head + body.replace("<th>2", "<th>7"))) == 11


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("1.5×10<sup>4</sup>亩", "1.5×10⁴亩"),
        ("10<span style='vertical-align:super;font-size:8pt'>-3</span>", "10⁻³"),
        ("460m<sup>2</sup>", "460m²"),
        ("总额<sup>注1</sup>", "总额注1"),
        ("CO<sub>2</sub>", "CO2"),
        ("<span style='vertical-align:top'>4</span>", "4"),
    ],
)
def test_superscripts_are_no_further_digits(cell, text):
    assert _table(f"<tr><td>{cell}<td>b")[0][0] == text


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ('<option value="">--请选择--</option><option value="1">新增</option>', ""),
        ('<option value="">--请选择--</option><option value="1" selected>新增</option>', "新增"),
        ("<option>新增</option><option>延续</option>", "新增"),
        ('<option value="0">新增</option>', "新增"),
    ],
)
def test_a_list_in_which_nobody_has_chosen_is_empty(options, shown):
    assert _table(f"<tr><td>属性<td><select>{options}</select>")[1][0] == shown
