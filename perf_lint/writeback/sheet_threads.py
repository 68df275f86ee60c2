"""Answer threaded comments: where a cell has a thread, Excel shows the thread and not the plain comment beside it."""

from __future__ import annotations

import uuid

from lxml import etree

from perf_lint.model.written import AUTHOR
from perf_lint.writeback.package import Element, Package, Relations, main_part

_NS = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
_PERSON = str(uuid.uuid5(uuid.NAMESPACE_URL, _NS + AUTHOR)).upper()
"""One person for all files: what is written depends on the document alone."""


class Threads:
    """The threads of one worksheet; a sheet without any takes no replies."""

    def __init__(self, package: Package, relations: Relations) -> None:
        """Open the sheet's threads and the workbook's persons."""
        part = relations.target("threadedComment")
        persons = package.relations(main_part(package)).target("person")
        self._root: Element = package.tree(part) if part and part in package else None
        self._persons: Element = package.tree(persons) if persons and persons in package else None

    def reply(self, address: str, text: str) -> None:
        """Add `text` to the thread of a cell, if it has one."""
        if self._root is None or self._persons is None:
            return
        heads = (node for node in self._root.iterchildren(f"{{{_NS}}}threadedComment") if not node.get("parentId"))
        head = next((node for node in heads if node.get("ref") == address), None)
        if head is None:
            return
        name = uuid.uuid5(uuid.NAMESPACE_URL, f"{head.get('id')}{text}")
        answer = head.makeelement(
            f"{{{_NS}}}threadedComment",
            {
                "ref": address,
                "personId": self._person(),
                "id": f"{{{str(name).upper()}}}",
                "parentId": head.get("id") or "",
            },
        )
        etree.SubElement(answer, f"{{{_NS}}}text").text = text
        last = [node for node in self._root if node.get("ref") == address][-1]
        last.addnext(answer)

    def _person(self) -> str:
        """Give the id under which we speak, entered among the persons once."""
        name = f"{{{_PERSON}}}"
        if not any(node.get("id") == name for node in self._persons):
            etree.SubElement(
                self._persons,
                f"{{{_NS}}}person",
                {"displayName": AUTHOR, "id": name, "userId": AUTHOR, "providerId": "None"},
            )
        return name
