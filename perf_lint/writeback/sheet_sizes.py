"""Measure a worksheet's columns and rows, so that a box beside a cell gets the size that its text needs."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from perf_lint.writeback.package import Element
from perf_lint.writeback.sheet_cells import split_address

_CHARACTER = 7
"""Pixels of a column's unit of width, the digit of the default font, without its margin of 5."""
_COLUMN, _ROW = 64, 20
"""Pixels of a column and a row without a size of their own."""
_HIGHEST = 1_048_576


class Sizes:
    """Widths and heights in pixels, by number from 1."""

    def __init__(self, root: Element) -> None:
        """Read `<cols>` and the heights of the rows."""
        ns = f"{{{etree.QName(root).namespace}}}"
        self._columns = [
            (int(node.get("min") or 0), int(node.get("max") or 0), _pixels(node))
            for node in root.iterfind(f"{ns}cols/{ns}col")
        ]
        self._rows = {
            int(node.get("r")): 0 if node.get("hidden") == "1" else round(float(node.get("ht") or 15) * 4 / 3)
            for node in root.iterfind(f"{ns}sheetData/{ns}row")
            if (node.get("r") or "").isdigit()
        }

        ranges = (node.get("ref") or "" for node in root.iterfind(f"{ns}mergeCells/{ns}mergeCell"))
        corners = (found.partition(":") for found in ranges if ":" in found)
        self._merged = {split_address(first): split_address(last)[1] for first, _, last in corners}

    def anchor(self, row: int, column: int, width: int, height: int) -> str:
        """Give a box beside a cell, merged ones whole: column, pixels, row, pixels of either corner, from 0."""
        column = self._merged.get((row, column), column)
        right, across = _reach(self._width, column + 1, 15 + width)
        top = max(row - 1, 1)
        bottom, down = _reach(self._height, top, 4 + height)
        return f"{column}, 15, {top - 1}, 4, {right - 1}, {across}, {bottom - 1}, {down}"

    def _width(self, column: int) -> int:
        return next((pixels for first, last, pixels in self._columns if first <= column <= last), _COLUMN)

    def _height(self, row: int) -> int:
        return self._rows.get(row, _ROW)


def _pixels(node: Element) -> int:
    if node.get("hidden") == "1":
        return 0
    return round(float(node.get("width") or 8.43) * _CHARACTER + 5)


def _reach(size: Callable[[int], int], number: int, pixels: int) -> tuple[int, int]:
    """Give the column or row in which a stretch of pixels from the start of `number` ends, and how far into it."""
    while number < _HIGHEST and pixels >= size(number):
        pixels -= size(number)
        number += 1
    return number, pixels
