"""Add comments to a worksheet: the comments part for their text, the drawing part for their boxes."""

from __future__ import annotations

from lxml import etree

from perf_lint.model.written import AUTHOR
from perf_lint.writeback.package import RELATION, SPACE, Element, Package, default_namespace
from perf_lint.writeback.sheet_boxes import Drawing
from perf_lint.writeback.sheet_cells import split_address
from perf_lint.writeback.sheet_threads import Threads

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
# Elements that follow legacyDrawing in a worksheet (ECMA-376 part 1, 18.3.1.99); controls and objects may be wrapped.
_BEHIND = (
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "AlternateContent",
    "webPublishItems",
    "tableParts",
    "extLst",
)


_FONT = (("sz", "9"), ("color", "81"), ("rFont", "宋体"), ("family", "3"), ("charset", "134"))
"""What Excel itself writes for comments: 9 points in the system's colour for notes."""


class CommentBoxes:
    """The comments of one worksheet, old ones kept."""

    def __init__(self, package: Package, sheet: str) -> None:
        """Open or make the comments and drawing parts of `sheet`."""
        self._package = package
        self._ns = str(etree.QName(package.tree(sheet)).namespace)
        self._relations = package.relations(sheet)
        self._comments = self._open_comments()
        self._drawing = Drawing(package, self._relations, package.tree(sheet), self._drawing_part(package.tree(sheet)))
        self._threads = Threads(package, self._relations)
        self._author = self._author_index()

    def add(self, address: str, text: str) -> None:
        """Comment on a cell; a comment that is there already keeps its text, ours stands below it."""
        items = self._comments.find(f"{{{self._ns}}}commentList")
        old = next((node for node in items if node.get("ref") == address), None)
        if old is not None:
            holder = old.find(f"{{{self._ns}}}text")
            self._run(holder, "\n\n" + text)
            self._threads.reply(address, text)
            return
        comment = etree.SubElement(items, f"{{{self._ns}}}comment", ref=address, authorId=str(self._author))
        self._run(etree.SubElement(comment, f"{{{self._ns}}}text"), text)
        self._drawing.add(address, text)

    def finish(self, root: Element) -> None:
        """Sort the comments and tie a new drawing to the worksheet."""
        items = self._comments.find(f"{{{self._ns}}}commentList")
        items[:] = sorted(items, key=lambda node: split_address(node.get("ref")))
        self._drawing.finish()
        if not self._drawing.new_relation:
            return
        behind = next((node for node in root.iterchildren("{*}*") if etree.QName(node).localname in _BEHIND), None)
        drawing = root.makeelement(f"{{{self._ns}}}legacyDrawing", {f"{{{RELATION}}}id": self._drawing.new_relation})
        if behind is None:
            root.append(drawing)
        else:
            behind.addprevious(drawing)

    def _drawing_part(self, root: Element) -> str | None:
        """Name the drawing that the sheet uses for comments; one for its header and footer is another."""
        node = root.find(f"{{{self._ns}}}legacyDrawing")
        key = (
            next((value for name, value in node.attrib.items() if name.endswith("}id")), "") if node is not None else ""
        )
        return self._relations.parts().get(key)

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

    def _author_index(self) -> int:
        authors = self._comments.find(f"{{{self._ns}}}authors")
        names = [node.text for node in authors]
        if AUTHOR not in names:
            etree.SubElement(authors, f"{{{self._ns}}}author").text = AUTHOR
            return len(names)
        return names.index(AUTHOR)

    def _run(self, holder: Element, text: str) -> None:
        run = etree.SubElement(holder, f"{{{self._ns}}}r")
        look = etree.SubElement(run, f"{{{self._ns}}}rPr")
        for name, value in _FONT:
            etree.SubElement(look, f"{{{self._ns}}}{name}", {"indexed" if name == "color" else "val": value})
        node = etree.SubElement(run, f"{{{self._ns}}}t")
        node.text = text
        node.set(SPACE, "preserve")
