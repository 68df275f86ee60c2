"""Change some parts of an Office package and leave every other part as it was, byte for byte."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree

from perf_lint.readers.archive import Archive
from perf_lint.readers.base import DEFAULT_LIMITS, Limits
from perf_lint.readers.office.package import resolve
from perf_lint.readers.xml import parse_xml
from perf_lint.text.pattern import lazy_pattern

Element = Any
"""An lxml element; its stubs cannot follow namespaced attributes."""

CONTENT_TYPES = "[Content_Types].xml"
TYPES_NS = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS_NS = "http://schemas.openxmlformats.org/package/2006/relationships"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
"""The attribute that keeps blanks at the ends of a text."""
_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
_STRICT = lazy_pattern(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")


class Package:
    """An Office file in memory: parts are parsed when asked for, and only changed ones are written anew."""

    def __init__(self, data: bytes, path: str, limits: Limits = DEFAULT_LIMITS) -> None:
        """Open `data`; raise ReadError where it is no sound package."""
        self._data = data
        self._path = path
        self._limits = limits
        self._archive = Archive(data, path, limits)
        self._trees: dict[str, Element] = {}
        self._before: dict[str, bytes] = {}
        self._strict: dict[bytes, bytes] = {}
        self._added: dict[str, bytes] = {}

    def __contains__(self, part: str) -> bool:
        return part in self._archive or part in self._trees or part in self._added

    def tree(self, part: str) -> Element:
        """Give the root of an XML part for changing; raise KeyError where there is none."""
        if part not in self._trees:
            content = self._archive.read(part)
            if content is None:
                raise KeyError(part)
            self._trees[part] = self._parse(content, part)
            self._before[part] = _serialise(self._trees[part])
        return self._trees[part]

    def _parse(self, content: bytes, part: str) -> Element:
        """Check a part as the readers do, then parse it with nothing dropped; Strict names become transitional."""
        parse_xml(content, self._path, part, self._limits)
        for match in _STRICT.finditer(content):
            self._strict[_TRANSITIONAL + match[1] + b"/2006/" + match[2]] = match[0]
        content = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/\2", content)
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True))

    def add_tree(self, part: str, root: Element) -> Element:
        """Add an XML part."""
        self._trees[part] = root
        return root

    def names(self) -> list[str]:
        """Name all parts, added ones last."""
        return [*(member.name for member in self._archive.members), *self._added]

    def raw(self, part: str) -> bytes | None:
        """Give a part's bytes, changed ones included."""
        return self._added.get(part) or self._archive.read(part)

    def put(self, part: str, content: bytes) -> None:
        """Add or replace a part by bytes."""
        self._added[part] = content

    def relations(self, part: str) -> Relations:
        """Open the relations of a part, making their part where there is none."""
        folder, _, name = part.rpartition("/")
        rels = f"{folder}/_rels/{name}.rels".lstrip("/")
        if rels not in self:
            self.add_tree(rels, etree.Element(f"{{{RELS_NS}}}Relationships", nsmap=default_namespace(RELS_NS)))
        return Relations(self.tree(rels), folder)

    def declare(self, part: str, content_type: str) -> None:
        """Say in the package's table of contents what a new part is."""
        root = self.tree(CONTENT_TYPES)
        name = f"/{part}"
        if not any(node.get("PartName") == name for node in root):
            etree.SubElement(root, f"{{{TYPES_NS}}}Override", PartName=name, ContentType=content_type)

    def free_name(self, pattern: str) -> str:
        """Give the first name of `pattern` (with `{}` for a number from 1) that no part has."""
        number = 1
        while pattern.format(number) in self:
            number += 1
        return pattern.format(number)

    def save(self) -> bytes:
        """Write the package: old members in their order and with their dates, new ones behind."""
        written = {name: _serialise(root) for name, root in self._trees.items()}
        changed = {name: self._named(content) for name, content in written.items() if self._before.get(name) != content}
        return rewrite(self._data, changed | self._added)

    def _named(self, content: bytes) -> bytes:
        """Give a Strict package its own names back."""
        for lent, own in self._strict.items():
            content = content.replace(lent, own)
        return content


class Relations:
    """The relations of one part."""

    def __init__(self, root: Element, folder: str) -> None:
        """Wrap the root of a .rels part whose source lies in `folder`."""
        self._root = root
        self._folder = folder

    def target(self, kind: str) -> str | None:
        """Give the part that a relation of this kind (`comments`) names, or None."""
        for node in self._root:
            if (node.get("Type") or "").endswith(f"/{kind}"):
                return resolve(self._folder, node.get("Target") or "")
        return None

    def parts(self) -> dict[str, str]:
        """Give each related part by its relation's id."""
        return {node.get("Id") or "": resolve(self._folder, node.get("Target") or "") for node in self._root}

    def add(self, kind: str, part: str) -> str:
        """Relate to `part` and give the relation's id."""
        taken = {node.get("Id") for node in self._root}
        number = 1
        while f"rId{number}" in taken:
            number += 1
        etree.SubElement(
            self._root, f"{{{RELS_NS}}}Relationship", Id=f"rId{number}", Type=f"{RELATION}/{kind}", Target=f"/{part}"
        )
        return f"rId{number}"


def main_part(package: Package) -> str:
    """Name the package's main part: the document or the workbook."""
    return package.relations("").target("officeDocument") or ""


def rewrite(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Copy a zip archive with some members replaced and the rest added at the end."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        left = dict(changed)
        # Relations may spell a member's name in other letters than the archive does.
        spelt = {name.lower(): name for name in changed}
        for info in source.infolist():
            known = spelt.get(info.filename.replace("\\", "/").lstrip("/").lower(), "")
            content = left.pop(known, None)
            target.writestr(info, source.read(info) if content is None else content)
        for name, content in left.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, content)
    return out.getvalue()


def default_namespace(namespace: str) -> Any:
    """Give the map of a default namespace, whose key lxml's stubs do not know."""
    return {None: namespace}


def _serialise(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
