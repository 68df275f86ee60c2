"""Read the text of a web page into blocks."""

from __future__ import annotations

import re

from perf_lint.model.document import Block, Remark
from perf_lint.model.words import Words
from perf_lint.readers.base import Limits, ReadError
from perf_lint.readers.web.blocks import Blocks
from perf_lint.readers.web.hiding import hiding_styles
from perf_lint.readers.web.views import joined_views
from perf_lint.readers.web.walk import Walker
from perf_lint.text.pattern import lazy_pattern

_CLOSING = lazy_pattern(r"</(?:html|body)\s*>", re.IGNORECASE)
"""The parser reads nothing behind these, but pages pasted into pages close themselves in the middle."""


def page_blocks(
    text: str, path: str, limits: Limits, *, with_lines: bool = True
) -> tuple[tuple[Block, ...], tuple[Remark, ...]]:
    """Parse a page and give its blocks and remarks; raise ReadError where it is empty or over a limit."""
    from lxml import etree

    # Elements are counted before the parser builds them, for it has no bound of its own but the depth.
    if text.count("<") > limits.max_nodes:
        raise ReadError(path, Words("网页里的元素太多，超过上限", "the page holds more elements than the limit"))
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(_CLOSING.sub("", text).encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        root = None
    if root is None:
        raise ReadError(path, Words("网页是空的", "the page is empty"))
    walker = Walker(with_lines=with_lines, styles=hiding_styles(root))
    blocks = Blocks(limits)
    try:
        blocks.add_flow(walker.flow(root))
    except ValueError as error:
        words = Words("表格的合并范围太大，超过上限", "the spans of a table cover more cells than the limit")
        raise ReadError(path, words) from error
    return tuple(joined_views(blocks.found)), tuple(_remarks(walker, parser))


def _remarks(walker: Walker, parser: object) -> list[Remark]:
    remarks = []
    if walker.hidden:
        remarks.append(
            Remark(
                "hidden-text", Words("表格里有隐藏的内容，没有检查", "a table holds hidden text, which was not checked")
            )
        )
    if any("Excessive depth" in entry.message for entry in getattr(parser, "error_log", ())):
        words = Words(
            "网页嵌套太深，过深的部分没有读出", "the page is nested too deeply: the deepest parts were not read"
        )
        remarks.append(Remark("truncated", words))
    return remarks
