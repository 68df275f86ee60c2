"""Write a drawing as plain text, Markdown, HTML, a web archive or comma separated values."""

from __future__ import annotations

import base64
import csv
import io
from html import escape

from tests.factory.drawing import Drawing


def squares(drawing: Drawing) -> list[list[str]]:
    """Spread the texts over the squares; a merged cell's text stands in its first one."""
    table = [[""] * drawing.columns for _ in range(drawing.rows)]
    for cell in drawing.cells:
        table[cell.row][cell.column] = cell.text
    return table


def to_text(drawing: Drawing) -> str:
    """Write tab separated rows below the heading."""
    rows = ("\t".join(row) for row in squares(drawing))
    return "\n".join((*drawing.heading, "", *rows)) + "\n"


def to_markdown(drawing: Drawing) -> str:
    """Write a pipe table below a heading of second level."""
    rows = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in squares(drawing)]
    rows.insert(1, "|" + " --- |" * drawing.columns)
    return "\n".join((*(f"## {line}" for line in drawing.heading), "", *rows)) + "\n"


def to_html(drawing: Drawing, charset: str = "utf-8") -> str:
    """Write a page with the form in the middle of a site: navigation before, imprint behind."""
    rows = []
    for cells in drawing.by_row():
        inner = "".join(
            f"<td{_span('rowspan', cell.row_span)}{_span('colspan', cell.col_span)}><p><span>{escape(cell.text)}</span></p></td>"
            for cell in cells
        )
        rows.append(f"<tr>{inner}</tr>")
    heading = "".join(f"<p align=center><b>{escape(line)}</b></p>\n" for line in drawing.heading)
    return (
        f'<!DOCTYPE html>\n<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">\n'
        "<title>预算公开</title><style>td{border:1px solid}</style></head>\n<body>\n"
        "<ul class=nav><li><a href=/>首页</a></li><li>政务公开</li></ul>\n"
        "<table width=100%><tr><td>\n"
        f"{heading}<table border=1><tbody>\n" + "\n".join(rows) + "\n</tbody></table>\n"
        "</td></tr></table>\n<div>版权所有</div><script>document.write('x')</script>\n</body></html>\n"
    )


def to_mht(drawing: Drawing) -> bytes:
    """Write a web archive whose page is GB 2312 in base64."""
    page = base64.encodebytes(to_html(drawing, "gb2312").encode("gb18030")).decode()
    lines = [
        "From: <Saved by a browser>",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="----=_Part"',
        "",
        "------=_Part",
        'Content-Type: text/html; charset="gb2312"',
        "Content-Transfer-Encoding: base64",
        "",
        page,
        "------=_Part--",
        "",
    ]
    return "\r\n".join(lines).encode()


def to_csv(drawing: Drawing) -> str:
    """Write comma separated values as Excel does, the heading in cells of its own rows."""
    out = io.StringIO()
    writer = csv.writer(out)
    for line in drawing.heading:
        writer.writerow([line, *[""] * (drawing.columns - 1)])
    writer.writerows(squares(drawing))
    return out.getvalue()


def _span(name: str, count: int) -> str:
    return f' {name}="{count}"' if count > 1 else ""
