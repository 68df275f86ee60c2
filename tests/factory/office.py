"""Write a drawing as a Word or Excel file, merged cells merged."""

from __future__ import annotations

import io

from tests.factory.drawing import Drawing, Drawn


def to_docx(drawing: Drawing) -> bytes:
    """Write a Word file; texts are split into runs, as Word leaves them after editing."""
    import docx

    document = docx.Document()
    for line in drawing.heading:
        document.add_paragraph(line)
    table = document.add_table(drawing.rows, drawing.columns)
    table.style = "Table Grid"
    for cell in drawing.cells:
        first = table.cell(cell.row, cell.column)
        last = table.cell(cell.row + cell.row_span - 1, cell.column + cell.col_span - 1)
        merged = first.merge(last)
        paragraph = merged.paragraphs[0]
        for start in range(0, len(cell.text), 3):
            paragraph.add_run(cell.text[start : start + 3])
    return _saved(document)


def to_xlsx(drawing: Drawing) -> bytes:
    """Write an Excel file, the heading in merged rows above the table."""
    import openpyxl
    from openpyxl.styles import Alignment, Border, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    thin = Side(style="thin")
    frame, wrapped = Border(left=thin, right=thin, top=thin, bottom=thin), Alignment(wrap_text=True, vertical="center")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "绩效目标表"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    for column in range(1, drawing.columns + 1):
        sheet.column_dimensions[get_column_letter(column)].width = 10 if column < 3 else 20
    for row in range(len(drawing.heading) + 1, len(drawing.heading) + drawing.rows + 1):
        for column in range(1, drawing.columns + 1):
            sheet.cell(row, column).border = frame
            sheet.cell(row, column).alignment = wrapped
    for row, line in enumerate(drawing.heading, 1):
        sheet.cell(row, 1, line)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=drawing.columns)
    offset = len(drawing.heading) + 1
    for cell in drawing.cells:
        row, column = cell.row + offset, cell.column + 1
        target = sheet.cell(row, column)
        target.value = cell.text or None
        _make_room(sheet, cell, row, drawing.columns)
        target.data_type = "s" if cell.text else "n"
        if cell.row_span * cell.col_span > 1:
            sheet.merge_cells(
                start_row=row,
                start_column=column,
                end_row=row + cell.row_span - 1,
                end_column=column + cell.col_span - 1,
            )
    return _saved(book)


def _make_room(sheet, cell: Drawn, row: int, columns: int) -> None:
    """Make the rows of a cell high enough for its wrapped text."""
    width = sum(
        10 if column < 3 else 20 for column in range(cell.column + 1, min(cell.column + cell.col_span, columns) + 1)
    )
    lines = sum(2 * len(line) // (width - 2) + 1 for line in cell.text.split("\n"))
    need = 18 * lines / cell.row_span
    sheet.row_dimensions[row].height = max(need, sheet.row_dimensions[row].height or 0)


def _saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()
