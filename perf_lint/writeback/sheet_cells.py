"""Find sheets by name and cells by address in a workbook's XML."""

from __future__ import annotations

from bisect import bisect_left

from lxml import etree

from perf_lint.text.pattern import lazy_pattern
from perf_lint.writeback.package import Element, Package, main_part

_ADDRESS = lazy_pattern(r"([A-Z]{1,3})([0-9]{1,7})")


def workbook_sheets(package: Package) -> dict[str, str]:
    """Give each sheet's part by its name."""
    book = main_part(package)
    root = package.tree(book)
    targets = package.relations(book).parts()
    sheets = {}
    for node in root.iter(f"{{{etree.QName(root).namespace}}}sheet"):
        key = next((value for name, value in node.attrib.items() if name.endswith("}id")), "")
        if key in targets:
            sheets[node.get("name") or ""] = targets[key]
    return sheets


def split_address(address: str) -> tuple[int, int]:
    """Turn D12 into (row 12, column 4)."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise ValueError(f"not a cell address: {address!r}")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


class SheetCells:
    """The cells of one sheet, made where the sheet has none."""

    def __init__(self, root: Element) -> None:
        """Index the rows of a worksheet's root."""
        self._ns = etree.QName(root).namespace
        data = root.find(f"{{{self._ns}}}sheetData")
        self._data = etree.SubElement(root, f"{{{self._ns}}}sheetData") if data is None else data
        self._rows: list[tuple[int, Element]] = []
        number = 0
        for row in self._data:
            number = int(row.get("r") or number + 1)
            self._rows.append((number, row))

    def cell(self, address: str) -> Element:
        """Give the cell element at an address."""
        row_number, column = split_address(address)
        row = self._row(row_number)
        here = 0
        for index, cell in enumerate(row):
            reference = cell.get("r")
            here = split_address(reference)[1] if reference else here + 1
            if here == column:
                return cell
            if here > column:
                made = row.makeelement(f"{{{self._ns}}}c", r=address)
                row.insert(index, made)
                return made
        return etree.SubElement(row, f"{{{self._ns}}}c", r=address)

    def find(self, address: str) -> Element | None:
        """Give the cell at an address, or None where the sheet has none."""
        row_number, column = split_address(address)
        at = bisect_left(self._rows, row_number, key=lambda pair: pair[0])
        if at == len(self._rows) or self._rows[at][0] != row_number:
            return None
        here = 0
        for cell in self._rows[at][1]:
            reference = cell.get("r")
            here = split_address(reference)[1] if reference else here + 1
            if here == column:
                return cell
        return None

    def _row(self, number: int) -> Element:
        at = bisect_left(self._rows, number, key=lambda pair: pair[0])
        if at < len(self._rows) and self._rows[at][0] == number:
            return self._rows[at][1]
        row = self._data.makeelement(f"{{{self._ns}}}row", r=str(number))
        self._data.insert(at, row)
        self._rows.insert(at, (number, row))
        return row
