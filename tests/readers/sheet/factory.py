"""Make small Excel files by hand: sheets of XML, styles by their format codes, and whatever else a case needs."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from perf_lint.model.document import Document, Grid
from perf_lint.readers.base import DEFAULT_LIMITS, Limits
from perf_lint.readers.xlsx import read
from tests.readers.word.factory import PACKAGE, R, zipped

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NAMESPACES = f'xmlns="{S}" xmlns:r="{R}"'


def c(address: str, value: object = None, style: int = 0, kind: str = "", formula: str | None = None) -> str:
    """Make a cell; text becomes an inline string unless `kind` says how it is stored."""
    if isinstance(value, str) and not kind:
        return f'<c r="{address}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    shape = f' t="{kind}"' if kind else ""
    inner = f"<f>{escape(formula)}</f>" if formula is not None else ""
    inner += f"<v>{value}</v>" if value is not None else ""
    return f'<c r="{address}" s="{style}"{shape}>{inner}</c>'


def row(number: int, *cells: str, more: str = "") -> str:
    """Make a row."""
    return f'<row r="{number}" {more}>{"".join(cells)}</row>'


def sheet(*rows: str, merges: tuple[str, ...] = (), before: str = "", after: str = "") -> str:
    """Make a worksheet part."""
    joined = "".join(f'<mergeCell ref="{ref}"/>' for ref in merges)
    merged = f"<mergeCells>{joined}</mergeCells>" if merges else ""
    return f"<worksheet {NAMESPACES}>{before}<sheetData>{''.join(rows)}</sheetData>{merged}{after}</worksheet>"


def styles(*codes: str) -> str:
    """Make a styles part whose style 1 has the first code, style 2 the second; style 0 is General."""
    formats = "".join(f'<numFmt numFmtId="{164 + i}" formatCode={quoteattr(code)}/>' for i, code in enumerate(codes))
    used = "".join(f'<xf numFmtId="{164 + i}"/>' for i in range(len(codes)))
    return (
        f'<styleSheet {NAMESPACES}><numFmts>{formats}</numFmts><cellXfs><xf numFmtId="0"/>{used}</cellXfs></styleSheet>'
    )


def xlsx(*sheets: str, names: dict[str, str] | None = None, more: dict[str, str] | None = None, **parts: str) -> bytes:
    """Zip a workbook of `sheets`; `names` maps sheet names to their attributes, `parts` are shared parts by relationship."""
    names = names or {f"表{index + 1}": "" for index in range(len(sheets))}
    properties = parts.pop("properties", "")
    entries = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{i + 1}" r:id="s{i}" {attributes}/>'
        for i, (name, attributes) in enumerate(names.items())
    )
    relations = "".join(
        f'<Relationship Id="s{i}" Type="{R}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>'
        for i in range(len(sheets))
    ) + "".join(f'<Relationship Id="p{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in parts)
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r" Type="{R}/officeDocument" Target="/xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": f"<workbook {NAMESPACES}>{properties}<sheets>{entries}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        **{f"xl/worksheets/sheet{i + 1}.xml": content for i, content in enumerate(sheets)},
        **{f"xl/{name}.xml": content for name, content in parts.items()},
        **(more or {}),
    }
    return zipped(files)


def strings(*items: str) -> str:
    """Make a shared strings part of ready-made `<si>` contents."""
    return f"<sst {NAMESPACES}>{''.join(f'<si>{item}</si>' for item in items)}</sst>"


def load(*sheets: str, limits: Limits = DEFAULT_LIMITS, **parts: object) -> Document:
    """Read a workbook of `sheets`."""
    return read(xlsx(*sheets, **parts), "表.xlsx", limits)


def cells_of(document: Document, index: int = 0) -> list[tuple[str, int, int, str]]:
    """Give (address, row span, column span, text) of each cell of a sheet."""
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    return [(cell.address, cell.row_span, cell.col_span, cell.text) for cell in grids[index].cells]


def texts_of(document: Document) -> list[str]:
    """Give the texts of the first sheet."""
    return [cell[3] for cell in cells_of(document)]


def codes(document: Document) -> list[tuple[str, str | None, str | None]]:
    """Give each remark's code with the sheet and address of its place."""
    return [
        (remark.code, remark.place.sheet if remark.place else None, remark.place.cell if remark.place else None)
        for remark in document.remarks
    ]
