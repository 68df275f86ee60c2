"""Write fixes into a workbook, cell by cell; formats stay, formulas and numbers are never touched."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from perf_lint.readers.base import DEFAULT_LIMITS, Limits
from perf_lint.writeback.edits import Edit
from perf_lint.writeback.package import Element, Package, main_part
from perf_lint.writeback.sheet_cells import SheetCells, workbook_sheets


def fix(data: bytes, path: str, edits: Sequence[Edit], limits: Limits = DEFAULT_LIMITS) -> tuple[bytes, list[Edit]]:
    """Give the changed file and the edits that were made; an edit whose old text is not in its cell is left out."""
    package = Package(data, path, limits)
    sheets = workbook_sheets(package)
    shared = _shared_strings(package)
    grids: dict[str, SheetCells] = {}
    made = []
    for edit in edits:
        part = sheets.get(edit.place.sheet or "")
        if part is None or not edit.place.cell:
            continue
        if part not in grids:
            grids[part] = SheetCells(package.tree(part))
        cell = grids[part].find(edit.place.cell)
        if cell is not None and _replace(cell, edit, shared):
            made.append(edit)
    return (package.save() if made else data), made


def _replace(cell: Element, edit: Edit, shared: list[str]) -> bool:
    ns = etree.QName(cell).namespace
    if cell.find(f"{{{ns}}}f") is not None:
        return False
    text = _text(cell, shared, ns)
    if text is None or text.count(edit.old) != 1:
        return False
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    node = etree.SubElement(etree.SubElement(cell, f"{{{ns}}}is"), f"{{{ns}}}t")
    node.text = text.replace(edit.old, edit.new)
    node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return True


def _text(cell: Element, shared: list[str], ns: str | None) -> str | None:
    """Give the text of a text cell; None for numbers, dates and the like."""
    if cell.get("t") == "inlineStr":
        return "".join(node.text or "" for node in cell.iter(f"{{{ns}}}t"))
    value = cell.findtext(f"{{{ns}}}v") or ""
    if cell.get("t") == "s" and value.isdigit() and int(value) < len(shared):
        return shared[int(value)]
    return None


def _shared_strings(package: Package) -> list[str]:
    part = package.relations(main_part(package)).target("sharedStrings")
    if part is None or part not in package:
        return []
    root = package.tree(part)
    ns = etree.QName(root).namespace
    return [
        "".join(node.text or "" for node in item.iter(f"{{{ns}}}t") if not _phonetic(node, ns))
        for item in root.iterchildren(f"{{{ns}}}si")
    ]


def _phonetic(node: Element, ns: str | None) -> bool:
    return bool(etree.QName(node.getparent()).text == f"{{{ns}}}rPh")
