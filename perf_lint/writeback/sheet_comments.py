"""Add comments to a worksheet: the comments part for their text, the drawing part for their boxes."""

from __future__ import annotations

from lxml import etree

from perf_lint.writeback.notes import AUTHOR
from perf_lint.writeback.package import CONTENT_TYPES, TYPES_NS, Element, Package, default_namespace
from perf_lint.writeback.sheet_cells import split_address

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_VML, _OFFICE, _EXCEL = (
    "urn:schemas-microsoft-com:vml",
    "urn:schemas-microsoft-com:office:office",
    "urn:schemas-microsoft-com:office:excel",
)
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Elements that follow legacyDrawing in a worksheet (ECMA-376 part 1, 18.3.1.99).
_BEHIND = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
)


class CommentBoxes:
    """The comments of one worksheet, old ones kept."""

    def __init__(self, package: Package, sheet: str) -> None:
        """Open or make the comments and drawing parts of `sheet`."""
        self._package = package
        self._ns = str(etree.QName(package.tree(sheet)).namespace)
        self._relations = package.relations(sheet)
        self._vml_id = ""
        self._comments = self._open_comments()
        self._vml = self._open_vml()
        self._author = self._author_index()

    def add(self, address: str, text: str) -> None:
        """Comment on a cell; a comment that is there already keeps its text, ours stands below it."""
        items = self._comments.find(f"{{{self._ns}}}commentList")
        old = next((node for node in items if node.get("ref") == address), None)
        if old is not None:
            holder = old.find(f"{{{self._ns}}}text")
            self._run(holder, "\n\n" + text)
            return
        comment = etree.SubElement(items, f"{{{self._ns}}}comment", ref=address, authorId=str(self._author))
        self._run(etree.SubElement(comment, f"{{{self._ns}}}text"), text)
        self._box(address, text)

    def finish(self, root: Element) -> None:
        """Sort the comments and tie a new drawing to the worksheet."""
        items = self._comments.find(f"{{{self._ns}}}commentList")
        items[:] = sorted(items, key=lambda node: split_address(node.get("ref")))
        if not self._vml_id:
            return
        behind = next((node for node in root if etree.QName(node).localname in _BEHIND), None)
        drawing = root.makeelement(f"{{{self._ns}}}legacyDrawing", {f"{{{_RELATION}}}id": self._vml_id})
        if behind is None:
            root.append(drawing)
        else:
            behind.addprevious(drawing)

    def _open_comments(self) -> Element:
        part = self._relations.target("comments")
        if part:
            return self._package.tree(part)
        part = self._package.free_name("xl/comments{}.xml")
        root = etree.Element(f"{{{self._ns}}}comments", nsmap=default_namespace(self._ns))
        etree.SubElement(root, f"{{{self._ns}}}authors")
        etree.SubElement(root, f"{{{self._ns}}}commentList")
        self._relations.add("comments", part)
        self._package.declare(part, _COMMENTS_TYPE)
        return self._package.add_tree(part, root)

    def _open_vml(self) -> Element:
        part = self._relations.target("vmlDrawing")
        if part:
            return self._package.tree(part)
        part = self._package.free_name("xl/drawings/vmlDrawing{}.vml")
        root = etree.Element("xml", nsmap={"v": _VML, "o": _OFFICE, "x": _EXCEL})
        kind = etree.SubElement(
            root, f"{{{_VML}}}shapetype", {"id": "_x0000_t202", "coordsize": "21600,21600", f"{{{_OFFICE}}}spt": "202"}
        )
        kind.set("path", "m,l,21600r21600,l21600,xe")
        self._vml_id = self._relations.add("vmlDrawing", part)
        types = self._package.tree(CONTENT_TYPES)
        if not any((node.get("Extension") or "").lower() == "vml" for node in types):
            types.insert(0, types.makeelement(f"{{{TYPES_NS}}}Default", Extension="vml", ContentType=_VML_TYPE))
        return self._package.add_tree(part, root)

    def _author_index(self) -> int:
        authors = self._comments.find(f"{{{self._ns}}}authors")
        names = [node.text for node in authors]
        if AUTHOR not in names:
            etree.SubElement(authors, f"{{{self._ns}}}author").text = AUTHOR
            return len(names)
        return names.index(AUTHOR)

    def _run(self, holder: Element, text: str) -> None:
        node = etree.SubElement(etree.SubElement(holder, f"{{{self._ns}}}r"), f"{{{self._ns}}}t")
        node.text = text
        node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")

    def _box(self, address: str, text: str) -> None:
        row, column = split_address(address)
        lines = sum(1 + len(line) // 22 for line in text.split("\n"))
        shape = etree.SubElement(
            self._vml,
            f"{{{_VML}}}shape",
            {
                "id": f"perf_lint_{address}",
                "type": "#_x0000_t202",
                "style": f"position:absolute;width:230pt;height:{16 * lines + 12}pt;visibility:hidden",
                "fillcolor": "#fffdf4",
                f"{{{_OFFICE}}}insetmode": "auto",
            },
        )
        etree.SubElement(shape, f"{{{_VML}}}fill", color2="#fffdf4")
        data = etree.SubElement(shape, f"{{{_EXCEL}}}ClientData", ObjectType="Note")
        etree.SubElement(data, f"{{{_EXCEL}}}MoveWithCells")
        etree.SubElement(data, f"{{{_EXCEL}}}SizeWithCells")
        anchor = f"{column}, 12, {max(row - 2, 0)}, 6, {column + 4}, 12, {max(row - 2, 0) + lines + 1}, 6"
        for name, value in (("Anchor", anchor), ("AutoFill", "False"), ("Row", row - 1), ("Column", column - 1)):
            etree.SubElement(data, f"{{{_EXCEL}}}{name}").text = str(value)
