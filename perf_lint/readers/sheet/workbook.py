"""Read the parts of a workbook that all sheets share, and turn each sheet into blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from perf_lint.model.document import Block, Paragraph
from perf_lint.model.place import Place
from perf_lint.readers.base import Limits, too_many_cells
from perf_lint.readers.office.notes import Notes
from perf_lint.readers.office.package import Package, Relation
from perf_lint.readers.office.symbols import is_symbol_font
from perf_lint.readers.sheet.grid import RawCell, SheetGrid, build, letters
from perf_lint.readers.sheet.values import Formats, unescaped
from perf_lint.readers.sheet.worksheet import S, Shared, Worksheet, rich_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_TRUE = ("1", "true")


class Workbook:
    """A workbook whose sheets are read one after the other."""

    __slots__ = ("_cells", "_limits", "_package", "_path", "_relations", "_root", "_shared", "notes")

    def __init__(self, package: Package, root: _Element, path: str, limits: Limits) -> None:
        """Read strings and formats; `root` is the workbook part."""
        self._package = package
        self._root = root
        self._path = path
        self._limits = limits
        self.notes = Notes()
        self._cells = 0
        self._relations = package.relations(package.main)
        properties = root.find(f"{S}workbookPr")
        is_1904 = properties is not None and properties.get("date1904") in _TRUE
        formats = _formats(package.xml(self._part("styles")), is_1904)
        calculation = root.find(f"{S}calcPr")
        # programs that cannot calculate write 0 for every formula and ask for a calculation on opening
        to_calculate = calculation is not None and calculation.get("fullCalcOnLoad") in _TRUE
        unset = "0" if to_calculate else None
        strings = package.xml(self._part("sharedStrings"))
        texts = [unescaped(rich_text(item)) for item in strings] if strings is not None else []
        self._shared = Shared(texts, formats, unset)

    def blocks(self) -> Iterator[Block]:
        """Give one grid a sheet, text boxes before it."""
        for sheet in self._root.iterfind(f"{S}sheets/{S}sheet"):
            name = sheet.get("name", "")
            relation = self._relations.get(sheet.get(_RELATION_ID, ""))
            root = self._package.xml(relation.target) if relation and relation.kind == "worksheet" else None
            if root is None or relation is None:
                self.notes.add("sheet-unread", Place(self._path, sheet=name))
                continue
            hidden = sheet.get("state") in ("hidden", "veryHidden")
            yield from self._sheet(root, relation.target, name, hidden)

    def _sheet(self, root: _Element, part: str, name: str, hidden: bool) -> Iterator[Block]:
        worksheet = Worksheet(root, self._shared, self._path, self._limits)
        relations = self._package.relations(part)
        commented = self._comments(relations)
        cells = worksheet.cells
        if commented:
            cells = [
                cell._replace(remarks=(*cell.remarks, "comment"))
                if f"{letters(cell.column)}{cell.row}" in commented
                else cell
                for cell in cells
            ]
        for text in self._boxes(relations):
            yield Paragraph(text, sheet=name)
        self._cells += len(cells)
        if self._cells > self._limits.max_cells:
            raise too_many_cells(self._path, self._limits)
        built = build(cells, worksheet.areas, name, hidden)
        note_sheet(built, self.notes, self._path, hidden)
        yield built.grid

    def _part(self, kind: str) -> str | None:
        return next((relation.target for relation in self._relations.values() if relation.kind == kind), None)

    def _comments(self, relations: dict[str, Relation]) -> set[str]:
        """Collect the addresses that carry a comment."""
        found: set[str] = set()
        for relation in relations.values():
            root = self._package.xml(relation.target) if relation.kind == "comments" else None
            if root is not None:
                found.update(comment.get("ref", "") for comment in root.iter(f"{S}comment"))
        return found

    def _boxes(self, relations: dict[str, Relation]) -> Iterator[str]:
        """Give the lines of text boxes that float over the sheet."""
        for relation in relations.values():
            root = self._package.xml(relation.target) if relation.kind == "drawing" else None
            for paragraph in root.iter(f"{_A}p") if root is not None else ():
                text = "".join(run.text or "" for run in paragraph.iter(f"{_A}t"))
                if text.strip():
                    yield text


def note_sheet(built: SheetGrid, notes: Notes, path: str, hidden: bool) -> None:
    """Count what is odd about the cells of a sheet."""
    grid = built.grid
    sheet = Place(path, sheet=grid.sheet)
    for cell in grid.cells:
        for code in cell.remarks:
            if code not in ("hidden-row", "hidden-column"):
                notes.add(code, grid.place(cell, path))
    for code in ("hidden-row", "hidden-column"):
        odd = [cell for cell in grid.cells if code in cell.remarks]
        lines = {cell.row if code == "hidden-row" else cell.column for cell in odd}
        if odd:
            notes.add(code, grid.place(odd[0], path), len(lines))
    for raw in built.covered:
        notes.add("merged-away-text", _place(raw, sheet))
    notes.add("overlapping-merge", sheet, built.overlapping)
    if hidden:
        notes.add("hidden-sheet", sheet)


def _place(raw: RawCell, sheet: Place) -> Place:
    return sheet._replace(cell=f"{letters(raw.column)}{raw.row}", row=raw.row, column=raw.column)


def _formats(root: _Element | None, is_1904: bool) -> Formats:
    ids: list[int] = []
    codes: dict[int, str] = {}
    fonts: dict[str, str] = {}
    if root is not None:
        fonts = _symbol_fonts(root)
        for custom in root.iterfind(f"{S}numFmts/{S}numFmt"):
            codes[_whole(custom.get("numFmtId"))] = custom.get("formatCode", "")
        ids = [_whole(style.get("numFmtId")) for style in root.iterfind(f"{S}cellXfs/{S}xf")]
    return Formats(ids, codes, is_1904, fonts)


def _symbol_fonts(root: _Element) -> dict[str, str]:
    """Name the font of each cell style that is set in a symbol font."""
    names = [font.find(f"{S}name") for font in root.iterfind(f"{S}fonts/{S}font")]
    odd = {
        str(index): name.get("val", "")
        for index, name in enumerate(names)
        if name is not None and is_symbol_font(name.get("val"))
    }
    styles = root.iterfind(f"{S}cellXfs/{S}xf") if odd else ()
    return {str(number): odd[font] for number, style in enumerate(styles) if (font := style.get("fontId", "0")) in odd}


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0
