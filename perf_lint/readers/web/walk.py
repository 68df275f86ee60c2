"""Walk the elements of a page once, in document order, and build its flow of text and tables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from perf_lint.readers.office.raised import raised
from perf_lint.readers.office.symbols import symbols
from perf_lint.readers.web.hiding import NO_STYLES, HidingStyles
from perf_lint.readers.web.marks import MARKS, is_raised, is_revised, symbol_font
from perf_lint.readers.web.tree import BREAK, Flow, RawCell, RawRow, RawTable
from perf_lint.text.pattern import lazy_pattern

if TYPE_CHECKING:
    from lxml import etree

_SKIPPED = frozenset(
    {
        "script", "style", "template", "title", "noscript", "head", "svg", "math", "object", "iframe", "datalist",
        "rt", "rtc", "rp",
    }
)  # fmt: skip
"""Elements whose text is no text of the page; the reading aids of `ruby` stand above the word, not in it."""
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "button",
        "ruby",
        "rb",
        "o:p",
    }
)
_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_HIDDEN_STYLE = lazy_pattern(
    r"(?:^|;)\s*(?:display\s*:\s*none|(visibility)\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)", re.IGNORECASE
)
_UNSEEN_INPUTS = frozenset({"hidden", "submit", "button", "image", "reset", "file", "password"})


class Walker:
    """Builds a page's flow; the parser bounds the depth of elements, and so the recursion here."""

    def __init__(self, *, with_lines: bool = True, styles: HidingStyles = NO_STYLES) -> None:
        self.hidden = False
        """Whether a table holds text that is not shown."""
        self._with_lines = with_lines
        self._styles = styles
        self._depth = 0
        self._font: str = ""
        self._raised = 0

    def flow(self, root: etree._Element) -> Flow:
        """Read everything under `root`."""
        flow = Flow()
        self._visit(root, flow)
        return flow

    def _visit(self, element: etree._Element, flow: Flow) -> None:
        tag = element.tag
        if isinstance(tag, str) and tag not in _SKIPPED and not self._is_hidden(element):
            if tag == "table":
                self._table(element, flow)
            elif tag == "br":
                flow.items.append((BREAK, None))
            elif tag in ("input", "select"):
                self._say(_control_text(element, tag), element, flow)
            elif tag in MARKS or element.get("style") is not None:
                self._marked(element, tag, flow)
            else:
                self._element(element, tag, flow)
        parent = element.getparent()
        self._say(element.tail, element if parent is None else parent, flow)

    def _element(self, element: etree._Element, tag: str, flow: Flow) -> None:
        block = tag not in _INLINE
        if block:
            flow.items.append((BREAK, None))
        self._say(element.text, element, flow)
        for child in element:
            self._visit(child, flow)
        if block:
            flow.items.append((BREAK, None))

    def _marked(self, element: etree._Element, tag: str, flow: Flow) -> None:
        """Read an element that may change how its text looks, or that an office program has struck out."""
        if is_revised(element):
            return
        font, own, up = self._font, symbol_font(element), is_raised(element)
        self._font = font if own is None else own
        self._raised += up
        self._element(element, tag, flow)
        self._font = font
        self._raised -= up

    def _table(self, element: etree._Element, flow: Flow) -> None:
        table = RawTable(self._line(element))
        self._depth += 1
        # What stands in a table outside its cells (a caption, a stray text) is shown in front of it.
        self._rows(element, table, table.rows, flow)
        self._depth -= 1
        table.close()
        flow.items.append(table)

    def _rows(self, element: etree._Element, table: RawTable, rows: list[RawRow], flow: Flow) -> None:
        self._say(element.text, element, flow)
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in _SKIPPED or self._is_hidden(child):
                continue
            if tag in _GROUPS:
                table.groups += 1
                self._rows(child, table, table.feet if tag == "tfoot" else table.rows, flow)
                table.groups += 1
            elif tag == "tr":
                rows.append(RawRow(self._cells(child, flow), table.groups))
            elif tag in ("form", "div", "center"):
                self._rows(child, table, rows, flow)
            elif tag in ("td", "th"):
                rows.append(RawRow([self._cell(child)], table.groups))
            else:
                self._visit(child, flow)

    def _cells(self, row: etree._Element, flow: Flow) -> list[RawCell]:
        cells = []
        for child in row:
            if child.tag in ("td", "th"):
                if not self._is_hidden(child):
                    cells.append(self._cell(child))
            else:
                self._visit(child, flow)
        return cells

    def _cell(self, element: etree._Element) -> RawCell:
        content = Flow()
        self._marked(element, "td", content)
        return RawCell(self._line(element), element.get("rowspan"), element.get("colspan"), content)

    def _say(self, text: str | None, element: etree._Element, flow: Flow) -> None:
        if text:
            text = symbols(self._font, text) if self._font and text.strip() else text
            text = raised(text) if self._raised and text.strip() else text
            flow.items.append((text, self._line(element)))

    def _line(self, element: etree._Element) -> int | None:
        line = element.sourceline
        return line if self._with_lines and isinstance(line, int) else None

    def _is_hidden(self, element: etree._Element) -> bool:
        style = element.get("style")
        found = _HIDDEN_STYLE.search(style) if style is not None else None
        if found is None and element.get("hidden") is None and not self._styles.hide(element):
            return False
        table = None if self._depth else next(element.iter("table"), None)
        if table is not None and found is not None and found[1]:
            return False  # a page holds its text back until a script shows it
        if (self._depth or table is not None) and _all_text(element if table is None else table).strip():
            self.hidden = True
        return True


def _control_text(element: etree._Element, tag: str) -> str:
    """Give what a form control shows: its value, its chosen option, its tick."""
    if tag == "select":
        options = list(element.iter("option"))
        chosen = [option for option in options if option.get("selected") is not None] or options[:1]
        if len(chosen) == 1 and chosen[0].get("value") == "":
            return ""  # 请选择: nobody has chosen
        return " ".join(_all_text(option) for option in chosen)
    kind = (element.get("type") or "text").lower()
    if kind in ("checkbox", "radio"):
        return "☐" if element.get("checked") is None else "☑"
    return "" if kind in _UNSEEN_INPUTS else element.get("value") or ""


def _all_text(element: etree._Element) -> str:
    return "".join(str(piece) for piece in element.itertext())
