"""Make small Word files by hand: a body of XML, and whatever other parts a case needs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

from perf_lint.model.document import Document, Grid, Paragraph
from perf_lint.readers.base import DEFAULT_LIMITS, Limits
from perf_lint.readers.docx import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def docx(body: str, **parts: str) -> bytes:
    """Zip a document; `parts` are styles, numbering, footnotes … by the name of their relationship."""
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{name}+xml"/>'
        for name in parts
    )
    relations = "".join(
        f'<Relationship Id="r{index}" Type="{R}/{name}" Target="{name}.xml"/>' for index, name in enumerate(parts)
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{types}</Types>',
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        **{f"word/{name}.xml": f"<w:{name} {NAMESPACES}>{content}</w:{name}>" for name, content in parts.items()},
    }
    return zipped(files)


def zipped(files: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Zip named contents."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def rezipped(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Change every part of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zipped({name: change(archive.read(name)) for name in archive.namelist()})


def run(text: str, properties: str = "") -> str:
    """Make a run of text."""
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{rpr}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, properties: str = "") -> str:
    """Make a paragraph; plain text becomes one run."""
    ppr = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{ppr}{''.join(piece if piece.startswith('<') else run(piece) for piece in content if piece)}</w:p>"


def tc(*content: str, span: int = 1, down: str = "", properties: str = "") -> str:
    """Make a cell; `down` is `restart` or `continue`; text becomes paragraphs."""
    marks = properties + (f'<w:gridSpan w:val="{span}"/>' if span > 1 else "")
    marks += {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[down]
    inner = "".join(piece if piece.startswith("<") else p(piece) for piece in content) or "<w:p/>"
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """Make a row; plain text becomes a cell."""
    marks = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{marks}{''.join(cell if cell.startswith('<') else tc(cell) for cell in cells)}</w:tr>"


def tbl(*rows: str) -> str:
    """Make a table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def sdt(content: str, properties: str = "") -> str:
    """Wrap anything in a content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def load(body: str, limits: Limits = DEFAULT_LIMITS, **parts: str) -> Document:
    """Read a document made of `body`."""
    return read(docx(body, **parts), "表.docx", limits)


def text_of(*content: str, **parts: str) -> str:
    """Read the text of a cell that holds one paragraph of `content`, and of a paragraph outside: they must agree."""
    document = load(tbl(tr(tc(p(*content)))) + tbl(tr(tc(p(*content)), tc(sdt(p("x"))))), **parts)
    texts = [block.cells[0].text for block in document.blocks if isinstance(block, Grid)][:2]
    assert texts[0] == texts[1] or "numbering" in parts
    return texts[0]


def cells_of(document: Document, table: int = 1) -> list[tuple[int, int, int, int, str]]:
    """Give (row, column, row span, column span, text) of each cell of a table."""
    grid = next(block for block in document.blocks if isinstance(block, Grid) and block.table == table)
    return [(cell.row, cell.column, cell.row_span, cell.col_span, cell.text) for cell in grid.cells]


def outline(document: Document) -> list[str]:
    """Give the blocks in order: paragraphs as text, grids as `table N: texts`."""
    return [
        block.text
        if isinstance(block, Paragraph)
        else f"table {block.table}: {' | '.join(cell.text for cell in block.cells)}"
        for block in document.blocks
    ]


def codes(document: Document) -> list[tuple[str, str]]:
    """Give each remark's code with the row and column of its place."""
    return [
        (remark.code, f"{remark.place.table}:{remark.place.row}:{remark.place.column}" if remark.place else "")
        for remark in document.remarks
    ]
