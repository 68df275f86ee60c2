"""Count numbered paragraphs as Word does and give each its printed label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from perf_lint.readers.office.numerals import numeral
from perf_lint.readers.office.symbols import BOXES, is_symbol_font, symbols
from perf_lint.readers.word.names import R_FONTS, RPR, W, child_number, child_value, is_on
from perf_lint.readers.word.styles import NumberRef, Styles
from perf_lint.text.pattern import lazy_pattern

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACEHOLDER = lazy_pattern(r"%([1-9])")
_DEEPEST = 8
_WIDE_ENDS = ("、", "：", "）", "。", "，", "；", "．", "】")
"""Full-width signs bring their own gap."""


class Level(NamedTuple):
    """One level of a list."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    """The label with %1 … %9 for the counters."""
    gap: str = " "
    """What stands between label and text; a tab is read as a blank."""
    legal: bool = False
    """Every counter in decimal."""
    restart: int = -1
    """Restart only after this level (from 1); 0 never, -1 after any higher one."""
    style: str = ""
    """The paragraph style tied to this level."""


class _List(NamedTuple):
    abstract: str
    starts: dict[int, int]
    levels: dict[int, Level]


class Numbering:
    """All lists of a document with their running counters; `label` must be called in document order."""

    __slots__ = ("_abstracts", "_counters", "_lists", "_started", "_styles")

    def __init__(self, root: _Element | None = None, styles: Styles | None = None) -> None:
        """Keep what `numbering.xml` says; `styles` resolves lists that are defined through a style."""
        self._styles = styles or Styles()
        self._abstracts: dict[str, dict[int, Level]] = {}
        self._lists: dict[int, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._started: set[tuple[int, int]] = set()
        if root is not None:
            self._load(root)

    def resolve(self, own: NumberRef, style_id: str) -> NumberRef:
        """Join a paragraph's own list with its style's; `num_id` None or 0 means unnumbered."""
        if own.num_id is None:
            styled = self._styles.number(style_id)
            num_id, level = styled.num_id, own.level if own.level is not None else styled.level
        else:
            num_id, level = own.num_id, own.level
        if num_id and level is None:
            tied = (index for index, found in self._levels(num_id).items() if style_id and found.style == style_id)
            level = next(tied, 0)
        return NumberRef(num_id, min(level or 0, _DEEPEST))

    def label(self, ref: NumberRef) -> str:
        """Count one paragraph of list `ref` and give its label with the gap behind it; empty for plain bullets."""
        found = self._lists.get(ref.num_id or 0)
        levels = self._levels(ref.num_id or 0)
        if found is None or ref.level not in levels:
            return ""
        level = levels[ref.level]
        counters = self._count(found, ref.num_id or 0, ref.level, levels)
        if level.form == "bullet":
            # a bullet says nothing, but a box may be the answer to a question
            return level.text + level.gap if level.text in BOXES else ""

        def written(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            upper = levels.get(index, Level())
            value = counters[index]
            form = "decimal" if level.legal else upper.form
            return numeral(upper.start if value is None else value, form)

        label = _PLACEHOLDER.sub(written, level.text)
        return label if label.endswith(_WIDE_ENDS) or not label else label + level.gap

    def _levels(self, num_id: int) -> dict[int, Level]:
        found = self._lists.get(num_id)
        return {**self._abstracts.get(found.abstract, {}), **found.levels} if found else {}

    def _count(self, found: _List, num_id: int, index: int, levels: dict[int, Level]) -> list[int | None]:
        counters = self._counters.setdefault(found.abstract, [None] * (_DEEPEST + 1))
        override = found.starts.get(index)
        current = counters[index]
        if override is not None and (num_id, index) not in self._started:
            counters[index] = override
        elif current is None:
            counters[index] = levels[index].start
        else:
            counters[index] = current + 1
        self._started.add((num_id, index))
        for deeper in range(index + 1, _DEEPEST + 1):
            after = levels[deeper].restart if deeper in levels else -1
            if after < 0 or index < after:
                counters[deeper] = None
        return counters

    def _load(self, root: _Element) -> None:
        links: dict[str, str] = {}
        by_style: dict[str, str] = {}
        for abstract in root.iterfind(f"{W}abstractNum"):
            key = abstract.get(f"{W}abstractNumId", "")
            self._abstracts[key] = {index: _level(level) for index, level in _indexed(abstract.iterfind(f"{W}lvl"))}
            links[key] = child_value(abstract, f"{W}numStyleLink")
            by_style[child_value(abstract, f"{W}styleLink")] = key
        for key, link in links.items():
            if link and link in by_style:
                self._abstracts[key] = self._abstracts[by_style[link]]
        for num in root.iterfind(f"{W}num"):
            num_id = num.get(f"{W}numId", "")
            if num_id.isascii() and num_id.isdigit():
                self._lists[int(num_id)] = _list(num)


def _list(num: _Element) -> _List:
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    for index, override in _indexed(num.iterfind(f"{W}lvlOverride")):
        start = child_number(override, f"{W}startOverride", -1)
        if start >= 0:
            starts[index] = start
        level = override.find(f"{W}lvl")
        if level is not None:
            levels[index] = _level(level)
    return _List(child_value(num, f"{W}abstractNumId"), starts, levels)


def _indexed(elements: Iterable[_Element]) -> Iterator[tuple[int, _Element]]:
    """Give the index of each level, 0 to 8; what belongs to no such level is passed over."""
    for element in elements:
        text = element.get(f"{W}ilvl", "0")
        if text.isascii() and text.isdigit() and int(text) <= _DEEPEST:
            yield int(text), element


def _level(element: _Element) -> Level:
    text = child_value(element, f"{W}lvlText")
    run = element.find(RPR)
    fonts = run.find(R_FONTS) if run is not None else None
    font = fonts.get(f"{W}ascii") if fonts is not None else None
    if font is not None and is_symbol_font(font):
        text = symbols(font, text)
    suffix = child_value(element, f"{W}suff")
    return Level(
        start=child_number(element, f"{W}start", 1),
        form=child_value(element, f"{W}numFmt") or "decimal",
        text=text,
        gap="" if suffix == "nothing" else " ",
        legal=is_on(element.find(f"{W}isLgl")),
        restart=child_number(element, f"{W}lvlRestart", -1),
        style=child_value(element, f"{W}pStyle"),
    )
