"""Tracked changes read as accepted; content controls and text boxes read through."""

from __future__ import annotations

import pytest

from tests.readers.word.factory import cells_of, codes, load, outline, p, run, sdt, tbl, tc, tr

BY = 'w:id="1" w:author="a" w:date="2024-01-01T00:00:00Z"'
ROW = tr("甲", "乙")


def inserted(text: str) -> str:
    return f"<w:ins {BY}>{run(text)}</w:ins>"


def deleted(text: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def test_insertions_stay_and_deletions_go():
    document = load(tbl(tr("人数", tc(p("≥", deleted("90"), inserted("95"), "%")))))
    assert outline(document) == ["table 1: 人数 | ≥95%"]
    assert codes(document) == [("tracked-changes", "1:1:2")]
    assert document.remarks[0].text.zh == "文档有 2 处未接受的修订，按全部接受后的内容读取"
    assert [cell.remarks for cell in document.blocks[0].cells] == [(), ("tracked-changes",)]


def test_moved_text_stands_only_where_it_went():
    source = f"<w:moveFrom {BY}>{run('搬家')}</w:moveFrom>"
    target = f"<w:moveTo {BY}>{run('搬家')}</w:moveTo>"
    assert outline(load(tbl(tr(tc(p("前", source)), tc(p("后", target)))))) == ["table 1: 前 | 后搬家"]


def test_deleted_and_inserted_rows():
    document = load(tbl(ROW, tr("删", "除", properties=f"<w:del {BY}/>"), tr("新", "增", properties=f"<w:ins {BY}/>")))
    assert [(cell[0], cell[4]) for cell in cells_of(document)] == [(1, "甲"), (1, "乙"), (2, "新"), (2, "增")]


def test_deleted_cell_and_tracked_merge():
    document = load(
        tbl(
            tr(tc("删", properties=f"<w:cellDel {BY}/>"), "留"),
            tr(tc("上", properties=f'<w:cellMerge {BY} w:vMerge="rest"/>'), "1"),
            tr(tc(properties=f'<w:cellMerge {BY} w:vMerge="cont"/>'), "2"),
        )
    )
    assert cells_of(document) == [
        (1, 1, 1, 1, "留"),
        (2, 1, 2, 1, "上"),
        (2, 2, 1, 1, "1"),
        (3, 2, 1, 1, "2"),
    ]


def test_old_cell_properties_do_not_count():
    change = f'<w:tcPrChange {BY}><w:tcPr><w:gridSpan w:val="5"/><w:vMerge/></w:tcPr></w:tcPrChange>'
    assert cells_of(load(tbl(tr(tc("a", properties=change), "b")))) == [(1, 1, 1, 1, "a"), (1, 2, 1, 1, "b")]


def test_deleted_paragraph_mark_joins_lines():
    gone = p("组织", properties=f"<w:rPr><w:del {BY}/></w:rPr>")
    assert outline(load(gone + p("培训"))) == ["组织培训"]
    assert outline(load(tbl(tr(tc(gone + p("培训")))) + gone)) == ["table 1: 组织培训", "组织"]


def test_content_controls_everywhere():
    plain = tbl(tr(tc("a", down="restart"), "b"), tr(tc(down="continue"), "c"))
    wrapped = sdt(
        tbl(
            sdt(tr(sdt(tc(sdt(p("a")), down="restart")), sdt(tc(p(sdt(run("b"))))))),
            f'<w:customXml w:element="x">{tr(tc(down="continue"), "c")}</w:customXml>',
        )
    )
    assert cells_of(load(wrapped)) == cells_of(load(plain))


@pytest.mark.parametrize(
    "prompt", ["单击或点击此处输入文字。", "选择一项。", "请填写项目名称", "[点击输入]", "Choose an item."]
)
def test_the_prompt_of_an_empty_control_is_no_text_and_is_said(prompt):
    showing = "<w:showingPlcHdr/>"
    inline, block = sdt(run(prompt), showing), sdt(p(prompt), showing)
    document = load(
        tbl(tr(tc(p("元", inline)), sdt(tc(p(prompt)), showing), tc(p(sdt(run("已填")))))) + block + p("末")
    )
    assert outline(document) == ["table 1: 元 |  | 已填", "末"]
    assert codes(document) == [("placeholder-text", "1:1:1")]
    assert document.remarks[0].text.en == "3 content controls still show their prompt instead of a value"


@pytest.mark.parametrize(("text", "properties"), [("请示件数", ""), ("2024年", "<w:showingPlcHdr/>")])
def test_text_that_is_no_prompt_stays(text, properties):
    document = load(p(sdt(run(text), properties)) + sdt(p(text), properties))
    assert (outline(document), codes(document)) == ([text, text], [])


def box(*content: str) -> str:
    inner = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>'
        f"{inner}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox>"
        "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_text_box_is_read_once():
    document = load(p("前", box(p("项目支出绩效目标表"), tbl(ROW))) + p("后"))
    assert outline(document) == ["前", "项目支出绩效目标表", "table 1: 甲 | 乙", "后"]


def test_text_box_in_a_cell_and_inside_another():
    document = load(tbl(tr(tc(p("年度", box(p("2024", box(p("内"))))), p("末")), "b")))
    assert outline(document) == ["table 1: 年度\n2024\n内\n末 | b"]


def test_old_text_box_and_unknown_extension():
    old = f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('旧框')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    unknown = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="zz"><w:t>新</w:t></mc:Choice>'
        "<mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert outline(load(p(old, unknown))) == ["旧", "旧框"]


def test_comments_objects_and_pictures_are_said():
    comment = '<w:r><w:commentReference w:id="1"/></w:r>'
    embedded = "<w:r><w:object/></w:r>"
    picture = "<w:r><w:drawing><pic:pic xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'/></w:drawing></w:r>"
    document = load(tbl(tr(tc(p("a", comment)), tc(p("b", embedded)))) + p(picture) + '<w:altChunk r:id="r9"/>')
    assert codes(document) == [("comment", "1:1:1"), ("embedded-object", "1:1:2"), ("picture", "None:None:None")]
    assert document.remarks[1].text.zh == "有 2 个嵌入的对象或文件，其中的内容没有读取"
