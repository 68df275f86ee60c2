"""Draw the boxes of a worksheet's comments: the old drawing kept to the byte, new boxes put behind it.

Excel writes this part as VML that need not be well-formed XML (an unclosed `<br>`), so it is treated as text.
"""

from __future__ import annotations

import re
from itertools import count

from perf_lint.text.pattern import lazy_pattern
from perf_lint.writeback.package import CONTENT_TYPES, TYPES_NS, Element, Package, Relations
from perf_lint.writeback.sheet_cells import split_address
from perf_lint.writeback.sheet_sizes import Sizes

_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_BLOCK = 1024
"""Shape numbers come in blocks; a drawing names the blocks that are its own (ECMA-376 part 4, 14.2.2.14)."""
_IDMAP = lazy_pattern(r'<o:idmap\b[^>]*?\bdata="([\d, ]+)"')
_NUMBER = lazy_pattern(r'\b(?:id|spid)="_x0000_s(\d+)"')
_END = lazy_pattern(r"</xml\s*>\s*$")
_HEAD = """\
<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
xmlns:x="urn:schemas-microsoft-com:office:excel">
 <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/></o:shapelayout>
 <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">
  <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
</xml>"""
_SHAPE = """\
 <v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:0;margin-top:0;\
width:{width}pt;height:{height}pt;z-index:{order};visibility:hidden" fillcolor="#fffdf4" o:insetmode="auto">
  <v:fill color2="#fffdf4"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>
  <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>
  <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>\
<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>
"""
_WIDTH = 320
"""Pixels."""
_LINE, _CHARACTER = 18, 13
"""Pixels that a line and a wide character take."""


class Drawing:
    """The drawing of one worksheet's comments; boxes are collected by `add` and written by `finish`."""

    def __init__(self, package: Package, relations: Relations, root: Element, part: str | None) -> None:
        """Open the drawing `part` of the sheet with this `root`, or plan a new one."""
        self._package = package
        self._sizes = Sizes(root)
        self._shapes: list[str] = []
        self.new_relation = ""
        if part is None or part not in package:
            part = package.free_name("xl/drawings/vmlDrawing{}.vml")
            package.put(part, _HEAD.format(block=_free_block(package)).encode())
            self.new_relation = relations.add("vmlDrawing", part)
            _declare(package)
        self._part = part
        self._text = (package.raw(part) or b"").decode("utf-8", "surrogateescape")
        self._numbers = _free_numbers(self._text)

    def add(self, address: str, text: str) -> None:
        """Draw a hidden box beside a cell, as large as `text` needs."""
        row, column = split_address(address)
        lines = sum(1 + len(line) * _CHARACTER // (_WIDTH - 16) for line in text.split("\n"))
        height = lines * _LINE + 12
        self._shapes.append(
            _SHAPE.format(
                number=next(self._numbers),
                order=len(self._shapes) + 1,
                width=_WIDTH * 3 // 4,
                height=height * 3 // 4,
                anchor=self._sizes.anchor(row, column, _WIDTH, height),
                row=row - 1,
                column=column - 1,
            )
        )

    def finish(self) -> None:
        """Write the boxes behind what the drawing holds."""
        if self._shapes:
            added = "".join(self._shapes) + "</xml>"
            text = _END.sub(lambda _: added, self._text)
            self._package.put(self._part, text.encode("utf-8", "surrogateescape"))


def _free_block(package: Package) -> int:
    """Give a block of shape numbers that no drawing of the workbook uses."""
    used = {0}
    for name in package.names():
        if name.lower().endswith(".vml"):
            text = (package.raw(name) or b"").decode("utf-8", "replace")
            used |= {int(number) for found in _IDMAP.findall(text) for number in re.findall(r"\d+", found)}
            used |= {int(number) // _BLOCK for number in _NUMBER.findall(text)}
    return max(used) + 1


def _free_numbers(text: str) -> count[int]:
    """Count on from the highest shape number of the drawing's own last block."""
    blocks = [int(number) for found in _IDMAP.findall(text) for number in re.findall(r"\d+", found)] or [1]
    first = max(blocks) * _BLOCK + 1
    return count(max([first, *(int(number) + 1 for number in _NUMBER.findall(text))]))


def _declare(package: Package) -> None:
    types = package.tree(CONTENT_TYPES)
    if not any((node.get("Extension") or "").lower() == "vml" for node in types):
        types.insert(0, types.makeelement(f"{{{TYPES_NS}}}Default", Extension="vml", ContentType=_VML_TYPE))
