"""The parts behind a worksheet's comments, as Excel writes them: threads, drawings that are no XML, several sheets."""

import re
from io import BytesIO

import openpyxl

from perf_lint.model.finding import Report
from perf_lint.model.place import Place
from perf_lint.writeback.annotate_xlsx import annotate
from tests.reporters.sample_run import RATE, REPORT
from tests.writeback.parts import changed, members, sheet_notes, with_members

FILE = "表.xlsx"
VML = "xl/drawings/vmlDrawing1.vml"
OFFICE = "http://schemas.microsoft.com/office/2017/10/relationships"
THREADS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
SHEET_RELS = "xl/worksheets/_rels/sheet1.xml.rels"


def workbook(prepare=None, sheets=("表一", "表二")):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title in sheets:
        book.create_sheet(title)["B2"] = "52人"
    if prepare:
        prepare(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def annotated(data, *places):
    found = [RATE._replace(place=Place(FILE, sheet=sheet, cell=cell), related=()) for sheet, cell in places]
    return annotate(data, FILE, Report(findings=tuple(found), rules=REPORT.rules))


def link(kind, target):
    relation = f'<Relationship Id="rId77" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'
    return lambda old: old.replace(b"</Relationships>", relation.encode())


def test_shape_numbers_of_two_sheets_lie_in_blocks_of_their_own():
    copy = members(annotated(workbook(), ("表一", "B2"), ("表一", "C3"), ("表二", "B2")))
    drawings = [copy[f"xl/drawings/vmlDrawing{number}.vml"].decode() for number in (1, 2)]
    assert [re.findall(r'<o:idmap v:ext="edit" data="(\d+)"', text) for text in drawings] == [["1"], ["2"]]
    assert [re.findall(r' id="_x0000_s(\d+)"', text) for text in drawings] == [["1025", "1026"], ["2049"]]


def test_a_drawing_that_is_no_xml_is_kept_to_the_byte():
    first = annotated(workbook(), ("表一", "B2"))
    old = members(first)[VML].replace(b'<div style="text-align:left"></div>', "<div>张三<br>李四</div>".encode())
    copy = annotated(with_members(first, {VML: old}), ("表一", "C5"))
    new = members(copy)[VML]
    assert new.startswith(old.removesuffix(b"</xml>"))
    assert re.findall(rb' id="_x0000_s(\d+)"', new) == [b"1025", b"1026"]
    assert [cell for _, cell, _ in sheet_notes(copy)] == ["B2", "C5"]


def test_the_drawing_of_a_footer_is_another():
    footer = b'<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="CF"/></xml>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/vmlDrawing"
    rels = "http://schemas.openxmlformats.org/package/2006/relationships"
    data = with_members(
        workbook(),
        {
            "xl/drawings/footer.vml": footer,
            SHEET_RELS: (
                f'<Relationships xmlns="{rels}"><Relationship Id="rId1" Type="{kind}"'
                ' Target="../drawings/footer.vml"/></Relationships>'
            ).encode(),
            "xl/worksheets/sheet1.xml": lambda old: old.replace(
                b"</worksheet>",
                b'<legacyDrawingHF xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
                b' r:id="rId1"/></worksheet>',
            ),
        },
    )
    copy = members(annotated(data, ("表一", "B2")))
    assert copy["xl/drawings/footer.vml"] == footer
    assert b"_x0000_s1025" in copy[VML]
    root = copy["xl/worksheets/sheet1.xml"]
    assert root.index(b"<legacyDrawing ") < root.index(b"<legacyDrawingHF ")


def test_a_thread_gets_the_note_as_its_answer():
    head = "{11111111-1111-4111-8111-111111111111}"
    thread = f'<ThreadedComments xmlns="{THREADS}"><threadedComment ref="B2" personId="{{P}}" id="{head}"><text>请核实</text></threadedComment></ThreadedComments>'
    persons = f'<personList xmlns="{THREADS}"><person displayName="张三" id="{{P}}" userId="z" providerId="None"/></personList>'
    data = with_members(
        annotated(workbook(), ("表一", "B2")),
        {
            "xl/threadedComments/threadedComment1.xml": thread.encode(),
            "xl/persons/person.xml": persons.encode(),
            SHEET_RELS: link("threadedComment", "../threadedComments/threadedComment1.xml"),
            "xl/_rels/workbook.xml.rels": link("person", "persons/person.xml"),
        },
    )
    copy = annotated(data, ("表一", "B2"))
    assert changed(data, copy) >= {"xl/threadedComments/threadedComment1.xml", "xl/persons/person.xml"}
    answers = re.findall(
        r'<threadedComment ref="B2" personId="([^"]*)" id="[^"]*" parentId="([^"]*)"><text>(【警告 VAL505】[^<]*)',
        members(copy)["xl/threadedComments/threadedComment1.xml"].decode(),
    )
    assert [(parent, text.split("】")[0]) for _, parent, text in answers] == [(head, "【警告 VAL505")]
    assert f'displayName="perf-lint" id="{answers[0][0]}"' in members(copy)["xl/persons/person.xml"].decode()
    assert members(annotated(data, ("表一", "B2"))) == members(copy)


def test_a_box_stands_beside_a_merged_cell_and_fits_its_text():
    def prepare(book):
        sheet = book["表一"]
        sheet.merge_cells("B2:D2")
        sheet.column_dimensions["E"].width = 60
        sheet.row_dimensions[2].height = 60

    shape = members(annotated(workbook(prepare), ("表一", "B2")))[VML].decode()
    (anchor,) = re.findall(r"<x:Anchor>([^<]*)</x:Anchor>", shape)
    assert anchor == "4, 15, 0, 4, 4, 335, 1, 50"


def test_merged_and_hidden_places_take_no_width():
    def prepare(book):
        book["表一"].column_dimensions["C"].hidden = True

    shape = members(annotated(workbook(prepare), ("表一", "B2")))[VML].decode()
    assert "<x:Anchor>2, 15, 0, 4, 8, 15, 3, 10</x:Anchor>" in shape
