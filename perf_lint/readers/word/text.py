"""Read the text of a paragraph as it is seen: runs, fields, symbols, tracked changes, hidden text, formulas."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from perf_lint.model.place import Place
from perf_lint.readers.office.notes import Notes
from perf_lint.readers.office.raised import raised
from perf_lint.readers.office.symbols import UNKNOWN, is_symbol_font, symbol, symbols
from perf_lint.readers.word import names as n
from perf_lint.readers.word.fields import Field
from perf_lint.readers.word.formula import formula
from perf_lint.readers.word.numbering import Numbering
from perf_lint.readers.word.styles import Styles, number_ref
from perf_lint.text.pattern import lazy_pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

_KNOWN_CHOICES = frozenset({"wps", "wpg", "wpc", "w14", "w15", "w16se", "a14", "wp14", "cx1", "am3d"})
"""Extensions whose content is read here; for any other the fallback is taken, as an older Word would."""


_PROMPT = lazy_pattern(
    r"\s*[\[【(（<]?\s*(?:(?:单击|点击|轻触|点按|请)|选择一?[项个]|在?此处|click\b|tap\b|choose\b|enter\b|select\b)",
    re.IGNORECASE,
)
"""How prompts of content controls begin, Word's own (单击此处输入文字, 选择一项) and people's (请填写)."""
_SILENT = tuple(
    n.W + name
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "delText", "delInstrText", "softHyphen",
        "lastRenderedPageBreak", "ffData", "fldData",
    )
)  # fmt: skip
"""Properties, deleted text, and marks that print nothing."""


class TextReader:
    """Read paragraphs one after the other; fields and list counters run on from one to the next."""

    __slots__ = (
        "_fields",
        "_font",
        "_has_run_marks",
        "_out",
        "_raised",
        "boxes",
        "footnotes",
        "notes",
        "noticed",
        "numbering",
        "styles",
        "where",
    )

    def __init__(self, numbering: Numbering, styles: Styles, notes: Notes, has_run_marks: bool = True) -> None:
        """Keep the document's lists and styles; what is noticed goes into `notes`.

        `has_run_marks` false says that no run of the document is hidden, raised or set in a symbol font.
        """
        self._has_run_marks = has_run_marks
        self.numbering = numbering
        self.styles = styles
        self.notes = notes
        self.where: Place | None = None
        """Where the text being read stands, for remarks."""
        self.noticed: list[str] = []
        """Codes noticed since the caller last emptied it."""
        self.boxes: list[_Element] = []
        """Text boxes met in the last paragraph, not read yet."""
        self.footnotes: list[str] = []
        """Ids of the footnotes and endnotes referred to, as `footnote:2`."""
        self._out: list[str] = []
        self._fields: list[Field] = []
        self._font = ""
        self._raised = False

    def paragraph(self, paragraph: _Element) -> str:
        """Give a paragraph's text with its list label; line breaks are newlines."""
        self._out = []
        self.boxes = []
        properties = paragraph.find(n.PPR)
        style = n.child_value(properties, n.P_STYLE)
        ref = self.numbering.resolve(number_ref(properties), style)
        label = self.numbering.label(ref) if ref.num_id else ""
        if style and self.styles.hides(style):
            self._hide(paragraph)
        else:
            self._walk(paragraph)
        # an instruction never runs on: a field left open here is broken, and must not swallow the rest
        self._fields = [field for field in self._fields if field.showing]
        text = "".join(self._out)
        if text and _PROMPT.match(text) and any(map(_shows_prompt, paragraph.iterancestors(n.SDT))):
            self.notice("placeholder-text")
            return ""
        return label + text

    def notice(self, code: str) -> None:
        """Note `code` at the place being read."""
        self.noticed.append(code)
        self.notes.add(code, self.where)

    def _walk(self, parent: _Element) -> None:
        for child in parent:
            action = self._ACTIONS.get(child.tag)
            if action is None:
                self._walk(child)
            else:
                action(self, child)

    def _put(self, text: str) -> None:
        if all(field.showing for field in self._fields):
            self._out.append(text)

    def _skip(self, _: _Element) -> None:
        """Read nothing: properties, old versions of properties, instructions outside fields."""

    def _run(self, run: _Element) -> None:
        properties = run.find(n.RPR) if self._has_run_marks else None
        if properties is None:
            self._walk(run)
            return
        if self._is_hidden(properties):
            self._hide(run)
            return
        fonts = properties.find(n.R_FONTS)
        font = fonts.get(f"{n.W}ascii") if fonts is not None else None
        self._font = font if font is not None and is_symbol_font(font) else ""
        self._raised = n.child_value(properties, f"{n.W}vertAlign") == "superscript"
        self._walk(run)
        self._font, self._raised = "", False

    def _is_hidden(self, properties: _Element) -> bool:
        own = properties.find(n.VANISH)
        if own is not None:
            return n.is_on(own)
        style = n.child_value(properties, n.R_STYLE)
        return bool(style) and self.styles.hides(style)

    def _hide(self, element: _Element) -> None:
        """Leave out hidden text, but keep the fields in step with it and say so."""
        before, self._out = self._out, []
        self._walk(element)
        if "".join(self._out).strip():
            self.notice("hidden-text")
        self._out = before

    def _text(self, element: _Element) -> None:
        text = element.text or ""
        if self._font:
            text = symbols(self._font, text)
            self._check_symbols(text)
        self._put(raised(text) if self._raised else text)

    def _check_symbols(self, text: str) -> None:
        if UNKNOWN in text:
            self.notice("unknown-symbol")

    def _symbol(self, element: _Element) -> None:
        code = element.get(f"{n.W}char", "")
        try:
            text = symbol(element.get(f"{n.W}font", ""), int(code, 16))
        except ValueError:
            text = UNKNOWN
        self._check_symbols(text)
        self._put(text)

    def _break(self, _: _Element) -> None:
        self._put("\n")

    def _tab(self, _: _Element) -> None:
        self._put("\t")

    def _hyphen(self, _: _Element) -> None:
        self._put("-")

    def _inserted(self, element: _Element) -> None:
        self.notice("tracked-changes")
        self._walk(element)

    def _deleted(self, _: _Element) -> None:
        self.notice("tracked-changes")

    def _field_char(self, element: _Element) -> None:
        kind = element.get(f"{n.W}fldCharType")
        if kind == "begin":
            self._fields.append(Field(element))
        elif kind == "separate" and self._fields:
            self._fields[-1].showing = True
            self._fields[-1].result_at = len(self._out)
        elif kind == "end" and self._fields:
            field = self._fields.pop()
            if field.result_at < 0 or not any(self._out[field.result_at :]):
                self._put(field.fallback())

    def _instruction(self, element: _Element) -> None:
        if self._fields and not self._fields[-1].showing:
            self._fields[-1].instruction += element.text or ""

    def _ruby(self, element: _Element) -> None:
        base = element.find(f"{n.W}rubyBase")
        if base is not None:
            self._walk(base)

    def _alternate(self, element: _Element) -> None:
        self._walk(chosen_branch(element))

    def _box(self, element: _Element) -> None:
        self.boxes.append(element)

    def _math(self, element: _Element) -> None:
        self._put(formula(element))

    def _control(self, element: _Element) -> None:
        """Read a content control, but not its prompt: nobody has filled it in."""
        start = len(self._out)
        self._walk(element)
        if _shows_prompt(element) and _PROMPT.match("".join(self._out[start:])):
            del self._out[start:]
            self.notice("placeholder-text")

    def _reference(self, element: _Element) -> None:
        kind = "footnote" if "footnote" in str(element.tag) else "endnote"
        self.footnotes.append(f"{kind}:{element.get(n.ID, '')}")

    def _comment(self, _: _Element) -> None:
        self.notice("comment")

    def _object(self, element: _Element) -> None:
        self.notice("embedded-object")
        self._walk(element)

    def _picture(self, _: _Element) -> None:
        self.notice("picture")

    _ACTIONS: ClassVar[dict[str, Callable[[TextReader, _Element], None]]] = {
        **dict.fromkeys(_SILENT, _skip),
        n.R: _run,
        n.T: _text,
        n.BR: _break,
        n.CR: _break,
        n.TAB: _tab,
        n.W + "ptab": _tab,
        n.W + "noBreakHyphen": _hyphen,
        n.W + "sym": _symbol,
        n.INS: _inserted,
        n.MOVE_TO: _inserted,
        n.DEL: _deleted,
        n.MOVE_FROM: _deleted,
        n.W + "fldChar": _field_char,
        n.W + "instrText": _instruction,
        n.W + "ruby": _ruby,
        n.W + "sdt": _control,
        n.W + "footnoteReference": _reference,
        n.W + "endnoteReference": _reference,
        n.W + "commentReference": _comment,
        n.W + "object": _object,
        n.W + "altChunk": _object,
        n.ALTERNATE: _alternate,
        n.TEXT_BOX: _box,
        n.M + "oMath": _math,
        "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic": _picture,
        "{urn:schemas-microsoft-com:vml}imagedata": _picture,
    }  # fmt: skip


def _shows_prompt(control: _Element) -> bool:
    """Tell whether a content control says that it shows its prompt; systems leave the mark on filled ones too."""
    properties = control.find(f"{n.W}sdtPr")
    return properties is not None and n.is_on(properties.find(f"{n.W}showingPlcHdr"))


def chosen_branch(element: _Element) -> _Element:
    """Choose the one branch of `mc:AlternateContent` that is shown; both hold the same text."""
    fallback = None
    for branch in element:
        if branch.tag == f"{n.MC}Choice":
            if set(branch.get("Requires", "").split()) <= _KNOWN_CHOICES:
                return branch
        elif branch.tag == f"{n.MC}Fallback":
            fallback = branch
    if fallback is not None:
        return fallback
    return element[0] if len(element) else element
