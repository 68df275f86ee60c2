"""Write benchmark forms as Word and Excel files, in the shape in which departments have them."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from benchmarks.forms import Spec, make

FORMS = 100
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_P = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_LOOK = '<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋" w:eastAsia="仿宋" w:hAnsi="仿宋"/><w:sz w:val="18"/></w:rPr>'
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_P}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_P}/relationships">'
        f'<Relationship Id="r" Type="{_MAIN}" Target="word/document.xml"/></Relationships>'
    ),
}


def rows_of(spec: Spec) -> list[list[tuple[str, int, str]]]:
    """Lay a form out as rows of (text, columns, merge): merge is empty, `start` or `go on`."""
    rows = [
        [("项目名称", 2, ""), (spec.project, 3, "")],
        [("主管部门及代码", 2, ""), (spec.department, 1, ""), ("实施单位", 1, ""), (spec.department, 1, "")],
        [("项目资金(万元)", 2, "start"), ("年度资金总额:", 1, ""), (f"{spec.total}万元", 2, "")],
        [("", 2, "go on"), ("其中:财政拨款", 1, ""), (f"{spec.total}万元", 2, "")],
        [("年度总体目标", 2, ""), (spec.goal, 3, "")],
        [("绩效指标", 1, "start"), ("一级指标", 1, ""), ("二级指标", 1, ""), ("三级指标", 1, ""), ("指标值", 1, "")],
    ]
    level1 = level2 = ""
    for row in spec.rows:
        first = "go on" if row.level1 == level1 else "start"
        second = "go on" if (row.level1, row.level2) == (level1, level2) else "start"
        level1, level2 = row.level1, row.level2
        levels = [(level1 if first == "start" else "", 1, first), (level2 if second == "start" else "", 1, second)]
        rows.append([("", 1, "go on"), *levels, (row.name, 1, ""), (row.value, 1, "")])
    return rows


def word_file() -> bytes:
    """Write the forms as Word does: text split into runs, each with its looks."""
    body = "".join(
        f"<w:p>{_runs(f'项目支出预算绩效目标表（{spec.year}年度）')}</w:p><w:tbl><w:tblPr/><w:tblGrid/>"
        + "".join(
            f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(map(_word_cell, row))}</w:tr>" for row in rows_of(spec)
        )
        + "</w:tbl>"
        for spec in (make(1, number) for number in range(FORMS))
    )
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**_PARTS, "word/document.xml": document}.items():
            archive.writestr(name, content)
    return out.getvalue()


def _word_cell(cell: tuple[str, int, str]) -> str:
    text, span, merge = cell
    marks = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    marks += {"": "", "start": '<w:vMerge w:val="restart"/>', "go on": "<w:vMerge/>"}[merge]
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="1800" w:type="dxa"/>{marks}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:jc w:val="left"/></w:pPr>{_runs(text)}</w:p></w:tc>'
    )


def _runs(text: str) -> str:
    pieces = [text[at : at + 4] for at in range(0, len(text), 4)]
    return "".join(f'<w:r>{_LOOK}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>' for piece in pieces)


def sheet_file() -> bytes:
    """Write the forms under each other on one sheet, as xlsxwriter does: shared strings, merged and bordered cells."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet, look = book.add_worksheet("表"), book.add_format({"border": 1})
    line = 0
    for spec in (make(1, index) for index in range(FORMS)):
        sheet.merge_range(line, 0, line, 4, f"项目支出预算绩效目标表（{spec.year}年度）", look)
        rows = rows_of(spec)
        for index, row in enumerate(rows):
            line += 1
            column = 0
            for text, span, merge in row:
                down = _height(rows, index, column) if merge == "start" else 1
                if merge != "go on" and span * down > 1:
                    sheet.merge_range(line, column, line + down - 1, column + span - 1, text, look)
                elif merge != "go on":
                    sheet.write_string(line, column, text, look)
                column += span
        line += 2
    book.close()
    return out.getvalue()


def _height(rows: list[list[tuple[str, int, str]]], index: int, column: int) -> int:
    """Count the rows of the merge that begins at `column` of row `index`."""
    height = 1
    while index + height < len(rows) and _merge_at(rows[index + height], column) == "go on":
        height += 1
    return height


def _merge_at(row: list[tuple[str, int, str]], column: int) -> str:
    at = 0
    for _, span, merge in row:
        if at == column:
            return merge
        at += span
    return ""
