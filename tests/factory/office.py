"""Write a drawing as a Word or Excel file, merged cells merged."""

from __future__ import annotations

import io

from tests.factory.drawing import Drawing


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

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "绩效目标表"
    for row, line in enumerate(drawing.heading, 1):
        sheet.cell(row, 1, line)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=drawing.columns)
    offset = len(drawing.heading) + 1
    for cell in drawing.cells:
        row, column = cell.row + offset, cell.column + 1
        target = sheet.cell(row, column)
        target.value = cell.text or None
        target.data_type = "s" if cell.text else "n"
        if cell.row_span * cell.col_span > 1:
            sheet.merge_cells(
                start_row=row, start_column=column, end_row=row + cell.row_span - 1, end_column=column + cell.col_span - 1
            )
    return _saved(book)


def _saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()
