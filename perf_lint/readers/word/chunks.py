"""Read the whole files that systems hang into a Word document (`w:altChunk`): Word opens them as part of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perf_lint.model.document import Block
from perf_lint.readers.base import Limits, ReadError

if TYPE_CHECKING:
    from lxml.etree import _Element

    from perf_lint.readers.office.package import Package

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MOST = 50
"""Files read of one document; all of them together expand to no more than one file may."""


class Chunks:
    """The files within one document, read when the text comes to them."""

    __slots__ = ("_left", "_limits", "_package", "_path")

    def __init__(self, package: Package, path: str, limits: Limits) -> None:
        """Keep the package; a file within may nest half as deep as the document."""
        self._package = package
        self._path = path
        self._left = MOST
        self._limits = limits._replace(max_depth=limits.max_depth // 2, max_expanded=limits.max_expanded // MOST)

    def blocks(self, element: _Element) -> tuple[Block, ...] | None:
        """Give the blocks of the file that `element` names; None where it is missing, unreadable or one too many."""
        from perf_lint.readers import read_bytes

        self._left -= 1
        relation = self._package.relations(self._package.main).get(element.get(_ID, ""))
        data = self._package.raw(relation.target) if relation is not None else None
        if relation is None or not data or self._left < 0 or not self._limits.max_depth:
            return None
        try:
            return read_bytes(data, f"{self._path}!{relation.target}", self._limits).blocks
        except ReadError:
            return None
