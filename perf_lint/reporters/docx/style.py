"""Set up a page that looks like an official Chinese document (A4, 小标宋 title, 黑体 headings, 仿宋 text)."""

from __future__ import annotations

from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from perf_lint.model.written import AUTHOR
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.undecoded import readable

TITLE_FONT, HEADING_FONT, TEXT_FONT = "方正小标宋简体", "黑体", "仿宋"
LATIN_FONT = "Times New Roman"
GREY = RGBColor(0x59, 0x59, 0x59)
# XML 1.0 cannot hold these; a document may, in a cell read from a text file.
_FORBIDDEN = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def new_document() -> Any:
    """Open an empty document with page, fonts and page number set."""
    document = docx.Document()
    about = document.core_properties
    about.author, about.comments = AUTHOR, ""  # the template names its library here, which is no author
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin, section.bottom_margin = Cm(3.2), Cm(2.8)
    section.left_margin, section.right_margin = Cm(2.7), Cm(2.5)
    normal = document.styles["Normal"]
    normal.font.size = Pt(12)
    normal.paragraph_format.space_after = Pt(3)
    normal.paragraph_format.line_spacing = 1.35
    set_font(normal, TEXT_FONT)
    for level, size in ((1, 14), (2, 12)):
        heading = document.styles[f"Heading {level}"]
        heading.font.size, heading.font.bold, heading.font.color.rgb = Pt(size), level == 2, RGBColor(0, 0, 0)
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(14 - 4 * level + 4), Pt(4)
        set_font(heading, HEADING_FONT if level == 1 else TEXT_FONT)
    _page_number(section.footer.paragraphs[0])
    return document


def set_font(target: Any, name: str) -> None:
    """Use `name` for Chinese text and Times New Roman for the rest; `target` is a style or a run."""
    target.font.name = LATIN_FONT
    fonts = target.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(attribute), None)
    fonts.set(qn("w:eastAsia"), name)


def title(document: Any, text: str) -> None:
    """Add the document's title, centred."""
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(12)
    run = paragraph.add_run(text)
    run.font.size = Pt(22)
    set_font(run, TITLE_FONT)


def labelled(document: Any, label: str, text: str, *, indent: float = 0.75, leads: bool = False) -> None:
    """Add a paragraph of a grey label and a text; one that `leads` stays on the page of what follows."""
    paragraph = document.add_paragraph()
    if leads:
        paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.left_indent = Cm(indent)
    paragraph.paragraph_format.space_after = Pt(1)
    head = paragraph.add_run(f"{label}: " if label.isascii() else f"{label}：")
    head.font.color.rgb = GREY
    paragraph.add_run(printable(text))


def table(document: Any, header: list[str], rows: list[list[str]], widths: list[float]) -> None:
    """Add a ruled table whose header row repeats on every page and whose rows stay whole; widths in centimetres."""
    grid = document.add_table(rows=1, cols=len(header), style="Table Grid")
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Cm(width)
    for row in (header, *rows):
        line = grid.rows[0] if row is header else grid.add_row()
        marks = line._tr.get_or_add_trPr()  # noqa: SLF001 -- python-docx has no public way to say so
        marks.append(OxmlElement("w:cantSplit"))
        if row is header:
            marks.append(OxmlElement("w:tblHeader"))
        for cell, text, width in zip(line.cells, row, widths, strict=True):
            cell.width = Cm(width)
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(0), 1.15
            run = paragraph.add_run(printable(text))
            run.font.size, run.font.bold = Pt(10.5), row is header
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def printable(text: str) -> str:
    """Replace what a Word file cannot hold."""
    return _FORBIDDEN.sub("\ufffd", readable(text))


def _page_number(paragraph: Any) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 -- python-docx has no public way to add a field
