"""Walk an Office Open XML package: its main part, its relationships, its parts as XML."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from perf_lint.model.words import Words
from perf_lint.readers.archive import Archive
from perf_lint.readers.base import CERTAIN, LIKELY, NO, POSSIBLE, Limits, ReadError, suffix_of
from perf_lint.readers.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

WORD_MAIN = ("word/document.xml", "word/document2.xml", "word/document1.xml")
SHEET_MAIN = ("xl/workbook.xml", "xl/workbook2.xml")
_FIRST_NAMES = (b"[Content_Types]", b"_rels/", b"docProps/", b"word/", b"xl/", b"customXml/", b"\\_rels")
_PARTS_WORTH = 2
"""A package may hold this many times the elements of its largest allowed part; more is an attack on patience."""


class Relation(NamedTuple):
    """A relationship of a part, to another part."""

    kind: str
    """Last segment of the relationship's type: `styles`, `worksheet`, `comments`."""
    target: str
    """Name of the part inside the package."""


class Package:
    """An Office file whose parts are read on demand."""

    __slots__ = ("_archive", "_limits", "_nodes", "_path", "main")

    def __init__(self, data: bytes, path: str, limits: Limits) -> None:
        """Open the package; raise ReadError where it is damaged or names no main part."""
        self._archive = Archive(data, path, limits)
        self._path = path
        self._limits = limits
        self._nodes = _PARTS_WORTH * limits.max_nodes
        self.main = self._main()

    def raw(self, part: str) -> bytes | None:
        """Give the bytes of a part, or None where the package has no such part."""
        return self._archive.read(part)

    def xml(self, part: str | None) -> _Element | None:
        """Give the root element of a part, or None where the package has no such part."""
        data = self._archive.read(part) if part else None
        if data is None:
            return None
        self._nodes -= data.count(b"<")
        if self._nodes < 0:
            raise ReadError(self._path, _too_much())
        return parse_xml(data, self._path, part or "", self._limits)

    def relations(self, part: str) -> dict[str, Relation]:
        """Give the internal relationships of `part` (empty for the package itself) by their ids."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, Relation] = {}
        for element in root if root is not None else ():
            target = element.get("Target")
            if target and element.get("TargetMode") != "External":
                kind = element.get("Type", "").rpartition("/")[2]
                found[element.get("Id", "")] = Relation(kind, resolve(folder, target))
        return found

    def related(self, part: str, kind: str) -> str | None:
        """Give the first part that `part` relates to as `kind`."""
        return next((relation.target for relation in self.relations(part).values() if relation.kind == kind), None)

    def _main(self) -> str:
        named = self.related("", "officeDocument")
        for part in (named, *WORD_MAIN, *SHEET_MAIN):
            if part and part in self._archive:
                return part
        raise ReadError(self._path, _no_main())


def surety(head: bytes, name: str, holds_own: bool, suffixes: Sequence[str]) -> int:
    """Say how surely a zip is an Office package of a program: by a part that only its own hold, else by the suffix."""
    first = head[30 : 30 + int.from_bytes(head[26:28], "little")]
    if not first.startswith(_FIRST_NAMES):
        return NO  # an ordinary zip
    if holds_own:
        return CERTAIN
    return LIKELY if suffix_of(name) in suffixes else POSSIBLE


def resolve(folder: str, target: str) -> str:
    """Name the part that a relationship of a part in `folder` targets."""
    if "%" in target:
        from urllib.parse import unquote

        target = unquote(target)
    target = target.replace("\\", "/")
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _no_main() -> Words:
    return Words(
        "压缩包里没有 Word 正文或 Excel 工作簿，不是完整的办公文件",
        "the package holds neither a Word document nor an Excel workbook",
    )


def _too_much() -> Words:
    return Words("文件各部分的元素总数超出上限", "the parts of the file hold more elements in all than the limit")
