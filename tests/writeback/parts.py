"""Look into packages: their members, and the comments with the cells that they stand on."""

import zipfile
from io import BytesIO

import docx
import openpyxl
from docx.oxml.ns import qn


def members(data):
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(before, after):
    old, new = members(before), members(after)
    assert set(old) <= set(new)
    return {name for name in new if old.get(name) != new[name]}


def with_members(data, changes):
    """Replace or add members; a callable value gets the old bytes."""
    out = BytesIO()
    old = members(data)
    with zipfile.ZipFile(out, "w") as target:
        for name, content in old.items():
            new = changes.get(name, content)
            target.writestr(name, new(content) if callable(new) else new)
        for name in changes.keys() - old.keys():
            target.writestr(name, changes[name])
    return out.getvalue()


def word_notes(data):
    """Give (text of the commented paragraphs, comment) in document order."""
    made = docx.Document(BytesIO(data))
    texts = {comment.comment_id: comment.text for comment in made.comments}
    found = []
    open_ones = {}
    for node in made.element.body.iter(qn("w:commentRangeStart"), qn("w:commentRangeEnd"), qn("w:t")):
        number = node.get(qn("w:id"))
        if node.tag == qn("w:commentRangeStart"):
            open_ones[number] = ""
        elif node.tag == qn("w:commentRangeEnd"):
            found.append((open_ones.pop(number), texts[int(number)]))
        else:
            open_ones = {key: text + (node.text or "") for key, text in open_ones.items()}
    assert not open_ones
    return found


def sheet_notes(data):
    """Give (sheet, cell, comment) for every comment of a workbook."""
    book = openpyxl.load_workbook(BytesIO(data))
    return [
        (sheet.title, cell.coordinate, cell.comment.text)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    ]
