"""Tint cells of a workbook by cloning their styles, one clone for each style and severity."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from lxml import etree

from perf_lint.model.colours import TINT
from perf_lint.model.finding import Finding
from perf_lint.writeback.notes import gravest
from perf_lint.writeback.package import Element, Package, main_part


class Fills:
    """The quiet fills of one workbook."""

    def __init__(self, package: Package) -> None:
        """Open the styles part; a workbook without one is left without fills."""
        part = package.relations(main_part(package)).target("styles")
        self._root: Element = package.tree(part) if part and part in package else None
        self._fill_ids: dict[str, int] = {}
        self._styles: dict[tuple[int, str], int] = {}

    def tint(self, cell: Element, findings: Sequence[Finding]) -> None:
        """Fill a cell by its gravest finding; a cell that has a fill of its own keeps it."""
        formats = self._child("cellXfs")
        if formats is None:
            return
        severity, style = gravest(findings), int(cell.get("s") or 0)
        if style >= len(formats):
            return
        if formats[style].get("fillId", "0") not in {"0", "1"} and formats[style].get("applyFill") != "0":
            return
        if (style, severity) not in self._styles:
            clone = copy.deepcopy(formats[style])
            clone.set("fillId", str(self._fill(severity)))
            clone.set("applyFill", "1")
            formats.append(clone)
            self._styles[style, severity] = len(formats) - 1
        cell.set("s", str(self._styles[style, severity]))

    def finish(self) -> None:
        """Write the counts that the styles part repeats."""
        for name in ("cellXfs", "fills"):
            node = self._child(name)
            if node is not None:
                node.set("count", str(len(node)))

    def _fill(self, severity: str) -> int:
        if severity not in self._fill_ids:
            fills = self._child("fills")
            ns = etree.QName(fills).namespace
            pattern = etree.SubElement(
                etree.SubElement(fills, f"{{{ns}}}fill"), f"{{{ns}}}patternFill", patternType="solid"
            )
            etree.SubElement(pattern, f"{{{ns}}}fgColor", rgb=f"FF{TINT[severity]}")
            etree.SubElement(pattern, f"{{{ns}}}bgColor", indexed="64")
            self._fill_ids[severity] = len(fills) - 1
        return self._fill_ids[severity]

    def _child(self, name: str) -> Element:
        if self._root is None:
            return None
        return self._root.find(f"{{{etree.QName(self._root).namespace}}}{name}")
