from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from perf_lint.model.finding import Report
from perf_lint.model.place import Place
from perf_lint.readers.base import ReadError
from perf_lint.writeback.annotate_pdf import annotate
from tests.reporters.sample_run import COST, RATE, REPORT

BOX = (100.0, 200.0, 180.0, 230.0)


def blank(rotation=0):
    document = pypdfium2.PdfDocument.new()
    document.new_page(600, 800).set_rotation(rotation)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def notes(data):
    document = pypdfium2.PdfDocument(data)
    page = document[0]
    found = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        size = pdfium.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
        text = (pdfium.FPDF_WCHAR * (size // 2))()
        pdfium.FPDFAnnot_GetStringValue(note, b"Contents", text, size)
        rect = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(note, rect)
        box = tuple(round(side) for side in (rect.left, rect.bottom, rect.right, rect.top))
        found.append((bytes(text).decode("utf-16-le").rstrip("\x00").replace("\r", "\n"), box))
        pdfium.FPDFPage_CloseAnnot(note)
    document.close()
    return found


def at(finding, box=BOX):
    return finding._replace(place=Place("表.pdf", page=1, box=box))


def test_the_note_lies_over_the_cell_and_says_the_finding():
    data = annotate(blank(), "表.pdf", Report(findings=(at(RATE),), rules=REPORT.rules))
    assert notes(data) == [
        (
            "【警告 VAL505】“持证上岗率”是比率，指标值却写成 52人\n怎么改：改写为百分数，例如 ≥95%",
            (100, 570, 180, 600),
        )
    ]


@pytest.mark.parametrize(
    ("rotation", "box"),
    [(90, (200, 100, 230, 180)), (180, (420, 200, 500, 230)), (270, (370, 620, 400, 700))],
)
def test_turned_pages(rotation, box):
    data = annotate(blank(rotation), "表.pdf", Report(findings=(at(RATE),), rules=REPORT.rules))
    assert [place for _, place in notes(data)] == [box]


def test_findings_of_one_cell_share_a_note():
    (note,) = notes(annotate(blank(), "表.pdf", Report(findings=(at(COST), at(RATE)), rules=REPORT.rules)))
    assert note[0].startswith("【错误 AMT201】")
    assert "\n\n【警告 VAL505】" in note[0]


def test_a_damaged_file_is_refused():
    with pytest.raises(ReadError):
        annotate(b"%PDF-1.7 nothing", "表.pdf", REPORT)
