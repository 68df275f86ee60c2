"""Write fixes into a Word file, cell by cell; runs keep their look."""

from __future__ import annotations

from collections.abc import Sequence

from perf_lint.readers import docx
from perf_lint.readers.base import DEFAULT_LIMITS, Limits
from perf_lint.readers.word import names as n
from perf_lint.writeback.edits import Edit
from perf_lint.writeback.package import Element, Package, main_part
from perf_lint.writeback.runs import replace_once


def fix(data: bytes, path: str, edits: Sequence[Edit], limits: Limits = DEFAULT_LIMITS) -> tuple[bytes, list[Edit]]:
    """Give the changed file and the edits that were made; an edit whose old text is not in its cell is left out."""
    package = Package(data, path, limits)
    root = package.tree(main_part(package))
    cells = docx.cell_elements(root, data, path, limits)
    made = []
    for edit in edits:
        place = edit.place
        cell = cells.get((place.table or 0, place.row or 0, place.column or 0))
        if cell is not None and any(replace_in(paragraph, edit.old, edit.new) for paragraph in cell.iter(n.P)):
            made.append(edit)
    return (package.save() if made else data), made


def replace_in(paragraph: Element, old: str, new: str) -> bool:
    """Replace the one occurrence of `old` among a paragraph's runs; refuse where there is none or more than one."""
    texts = [node for node in paragraph.iter(n.T) if next(node.iterancestors(n.DEL, n.MOVE_FROM), None) is None]
    return replace_once(texts, old, new)
