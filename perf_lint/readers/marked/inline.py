"""Give the text a person sees for a piece of Markdown: marks gone, entities and escapes resolved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from perf_lint.readers.office.raised import raised
from perf_lint.text.blanks import BREAK_TAG
from perf_lint.text.pattern import lazy_pattern

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKED = lazy_pattern(r"[*_`\\\[\]<&~^]")
_LEAD = lazy_pattern(r"\s{0,3}(?:(#{1,6})(?:\s+|$)|>\s?|[-+]\s+)")
_HEADING_END = lazy_pattern(r"\s+#+\s*$")
_NOTE_MARK = lazy_pattern(r"(?<!^)\[\^[\w-]{1,20}\](?!:)")
"""The mark of a footnote behind a word; in front of a line it begins the note itself."""
_RAISED = lazy_pattern(r"(?<=\S)\^([0-9+n-]{1,4})\^")
_LOWERED = lazy_pattern(r"(?<=[A-Za-z])~(\d{1,3})~")
"""Super- and subscripts as pandoc writes them: 10^4^, CO~2~."""


def plain_line(line: str) -> str:
    """Give the text of a line outside tables, without the marks of headings, quotes and lists."""
    while found := _LEAD.match(line):
        line = line[found.end() :]
        if found.group(1):
            line = _HEADING_END.sub("", line)
    return plain(line)


def plain(text: str) -> str:
    """Give the text of a cell; a break tag is a line break. Formulas are left as they are."""
    if not _MARKED.search(text):
        return text
    if "[^" in text:
        text = _NOTE_MARK.sub("", text)
    if "^" in text or "~" in text:
        text = _LOWERED.sub(r"\1", _RAISED.sub(lambda found: raised(found[1]), text))
    if "$" in text:
        # Within LaTeX a backslash is no escape: the document's own damage must stay visible.
        return BREAK_TAG.sub("\n", text)
    tokens = _parser().parseInline(text)
    return "".join(_pieces(tokens[0].children or ())).replace("\xa0", " ").strip() if tokens else text


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": 20}).enable("strikethrough")


def _pieces(tokens: Sequence[Token]) -> Iterator[str]:
    up = False
    for token in tokens:
        if token.type == "html_inline" and token.content.lower() in ("<sup>", "</sup>"):
            up = token.content[1] != "/"
        elif up and token.type == "text":
            yield raised(token.content)
        elif token.type in ("text", "code_inline", "text_special", "image"):
            yield token.content
        elif token.type in ("softbreak", "hardbreak") or (
            token.type == "html_inline" and BREAK_TAG.fullmatch(token.content)
        ):
            yield "\n"
