"""Write fixes into a workbook, cell by cell; formats stay, formulas and numbers are never touched."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from lxml import etree

from perf_lint.readers.base import DEFAULT_LIMITS, Limits
from perf_lint.writeback.edits import Edit
from perf_lint.writeback.package import Element, Package, main_part
from perf_lint.writeback.runs import replace_once
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


def _replace(cell: Element, edit: Edit, shared: list[Element]) -> bool:
    """Put the new text into the cell itself, run by run: other cells may share the old one."""
    ns = f"{{{etree.QName(cell).namespace}}}"
    source = None if cell.find(f"{ns}f") is not None else _source(cell, shared, ns)
    if source is None:
        return False
    own = cell.makeelement(f"{ns}is")
    own.extend(copy.deepcopy(child) for child in source if child.tag in (f"{ns}t", f"{ns}r"))
    if not replace_once(list(own.iter(f"{ns}t")), edit.old, edit.new):
        return False
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    cell.append(own)
    return True


def _source(cell: Element, shared: list[Element], ns: str) -> Element | None:
    """Give the element that holds the text of a text cell; None for numbers, dates and the like."""
    if cell.get("t") == "inlineStr":
        return cell.find(f"{ns}is")
    value = cell.findtext(f"{ns}v") or ""
    return shared[int(value)] if cell.get("t") == "s" and value.isdigit() and int(value) < len(shared) else None


def _shared_strings(package: Package) -> list[Element]:
    part = package.relations(main_part(package)).target("sharedStrings")
    if part is None or part not in package:
        return []
    root = package.tree(part)
    return list(root.iterchildren(f"{{{etree.QName(root).namespace}}}si"))
