"""Put findings into a Word file: a comment on each cell and a quiet shade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from perf_lint.model.colours import TINT
from perf_lint.model.finding import Finding, Report
from perf_lint.model.words import Lang
from perf_lint.model.written import AUTHOR
from perf_lint.readers import docx
from perf_lint.readers.base import DEFAULT_LIMITS, Limits
from perf_lint.readers.word import names as n
from perf_lint.writeback.notes import gravest, note_text
from perf_lint.writeback.package import SPACE, Element, Package, main_part

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
# Properties of a cell that come before its shade (ECMA-376 part 1, 17.4.69).
_BEFORE_SHADE = tuple(n.W + name for name in ["cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders"])

_MARK_SIZE = "21"
"""Half points."""

Key = tuple[int, int, int]
"""Table, row and grid column, all from 1."""


def annotate(data: bytes, path: str, report: Report, lang: Lang = "zh", limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Give a copy of the document with the report's findings of `path` at their cells.

    A finding that stands in no table is noted at the document's first paragraph.
    """
    package = Package(data, path, limits)
    part = main_part(package)
    root = package.tree(part)
    cells = docx.cell_elements(root, data, path, limits)
    notes = _Comments(package, part)
    for key, findings in _by_cell(report.findings, path).items():
        cell = cells.get(key)
        text = "\n\n".join(note_text(finding, report, lang) for finding in findings)
        if cell is not None:
            _shade(cell, TINT[gravest(findings)])
        paragraphs = list(_paragraphs(cell)) if cell is not None else [next(root.iter(n.P), None)]
        if paragraphs and paragraphs[0] is not None:
            notes.add(paragraphs[0], paragraphs[-1], text)
    return package.save()


def _by_cell(findings: Sequence[Finding], path: str) -> dict[Key, list[Finding]]:
    table: dict[Key, list[Finding]] = {}
    for finding in findings:
        place = finding.place
        if place.file == path:
            table.setdefault((place.table or 0, place.row or 0, place.column or 0), []).append(finding)
    return table


def _paragraphs(cell: Element) -> Iterator[Element]:
    """Give the cell's own paragraphs, those of nested tables left out."""
    for child in cell:
        if child.tag == n.P:
            yield child
        elif child.tag != n.TBL:
            yield from _paragraphs(child)


def _shade(cell: Element, colour: str) -> None:
    """Shade a cell that has no shade of its own."""
    properties = cell.find(n.TCPR)
    if properties is None:
        properties = cell.makeelement(n.TCPR)
        cell.insert(0, properties)
    if properties.find(f"{n.W}shd") is not None:
        return
    shade = properties.makeelement(f"{n.W}shd", {n.VAL: "clear", f"{n.W}color": "auto", f"{n.W}fill": colour})
    at = max((index + 1 for index, child in enumerate(properties) if child.tag in _BEFORE_SHADE), default=0)
    properties.insert(at, shade)


def _comment_styles(package: Package, part: str | None) -> dict[str, str]:
    """Give the ids of the styles that Word uses for comments (`text`, `reference`), where the document has them."""
    if part is None or part not in package:
        return {}
    found = {}
    for style in package.tree(part).iter(f"{n.W}style"):
        name = style.find(f"{n.W}name")
        words = (name.get(n.VAL) or "").lower() if name is not None else ""
        if words in ("annotation text", "annotation reference"):
            found[words.removeprefix("annotation ")] = style.get(f"{n.W}styleId")
    return found


class _Comments:
    """The comments part of a document, old comments kept."""

    def __init__(self, package: Package, part: str) -> None:
        relations = package.relations(part)
        target = relations.target("comments")
        if target is not None:
            self._root = package.tree(target)
        else:
            target = package.free_name("word/comments{}.xml")
            space = n.W[1:-1]
            self._root = package.add_tree(target, etree.Element(f"{n.W}comments", nsmap={"w": space}))
            relations.add("comments", target)
            package.declare(target, _COMMENTS_TYPE)
        ids = [int(node.get(n.ID) or 0) for node in self._root]
        self._next = max(ids, default=-1) + 1
        self._styles = _comment_styles(package, relations.target("styles"))

    def add(self, first: Element, last: Element, text: str) -> None:
        """Comment on everything from paragraph `first` to paragraph `last`."""
        number = str(self._next)
        self._next += 1
        comment = etree.SubElement(
            self._root, f"{n.W}comment", {n.ID: number, f"{n.W}author": AUTHOR, f"{n.W}initials": "PL"}
        )
        for line in text.split("\n"):
            paragraph = etree.SubElement(comment, n.P)
            if "text" in self._styles:
                etree.SubElement(etree.SubElement(paragraph, n.PPR), f"{n.W}pStyle", {n.VAL: self._styles["text"]})
            if len(comment) == 1:
                etree.SubElement(self._mark_run(paragraph), f"{n.W}annotationRef")
            words = etree.SubElement(etree.SubElement(paragraph, n.R), n.T)
            words.text = line
            words.set(SPACE, "preserve")
        start = first.makeelement(f"{n.W}commentRangeStart", {n.ID: number})
        first.insert(1 if len(first) and first[0].tag == n.PPR else 0, start)
        last.append(last.makeelement(f"{n.W}commentRangeEnd", {n.ID: number}))
        etree.SubElement(self._mark_run(last), f"{n.W}commentReference", {n.ID: number})

    def _mark_run(self, paragraph: Element) -> Element:
        """Add a run for a comment's mark, in the document's own style for it or else in the size that Word uses."""
        run = etree.SubElement(paragraph, n.R)
        look = etree.SubElement(run, f"{n.W}rPr")
        if "reference" in self._styles:
            etree.SubElement(look, f"{n.W}rStyle", {n.VAL: self._styles["reference"]})
        else:
            etree.SubElement(look, f"{n.W}sz", {n.VAL: _MARK_SIZE})
        return run
