"""Hold an indicator in the making: its cells by column, and its name without what stands in front of it."""

from __future__ import annotations

from perf_lint.layout.joined import is_sign
from perf_lint.layout.levels import read_level
from perf_lint.layout.rows import Origin
from perf_lint.layout.slots import DOTS, LABEL, LABEL_BEGINS, STARS
from perf_lint.layout.standing import Under
from perf_lint.model.document import Cell
from perf_lint.text.blanks import squeeze
from perf_lint.text.pattern import lazy_pattern

_COUNT = lazy_pattern(r"\d{1,2}$")
_STARS = lazy_pattern(r"^[★☆*＊]+\s*")
_UNUSUAL = frozenset(("direction", "third"))
"""Columns that may turn out to be something else."""


class IndicatorDraft:
    """An indicator in the making."""

    __slots__ = ("_texts", "cells", "label", "mark", "origin", "under")

    def __init__(self, origin: Origin, under: Under, fields: dict[str, Cell]) -> None:
        """Take the columns of a row; the mapping is taken over."""
        self.origin = origin
        self.under = under
        self.label: str | None = None
        self.mark: str | None = None
        self.cells = fields
        self._texts: dict[str, str] | None = None

    @property
    def is_plain(self) -> bool:
        """Say whether it is a name and a target as they stand in their cells: nobody has asked for the texts."""
        return self._texts is None and len(self.cells) == 2

    @property
    def texts(self) -> dict[str, str]:
        """What the cells say, what stands in front of a name parted from it; may be changed."""
        if self._texts is None:
            self._texts = {role: cell.text for role, cell in self.cells.items()}
        return self._texts

    def complete(self) -> None:
        """Let the columns be what they hold, and part from the name what stands in front of it."""
        texts = self.texts
        if not _UNUSUAL.isdisjoint(texts):
            self._settle()
        name = texts.setdefault("name", "")
        begin = name[:1]
        if begin in STARS:
            self._part_stars(name)
        elif begin.isnumeric() or begin in LABEL_BEGINS:
            self.part_label()

    def _settle(self) -> None:
        """Let the columns that may be something else be what they are."""
        texts, cells = self.texts, self.cells
        if "direction" in texts and "sign" not in texts and is_sign(texts["direction"]):
            texts["sign"], cells["sign"] = texts.pop("direction"), cells.pop("direction")
        if "third" in texts:
            self._choose_name()

    def _part_stars(self, name: str) -> None:
        """Part the mark in front of the name from it."""
        stars = _STARS.match(name)
        assert stars
        self.mark = stars[0].strip()
        self.texts["name"] = name[stars.end() :]
        self.part_label()

    def _choose_name(self) -> None:
        """Take 三级指标 as the name and 指标内容 as what explains it, unless the first only counts (数量指标1)."""
        third, cell = self.texts.pop("third"), self.cells.pop("third")
        if read_level(_COUNT.sub("", third)) or not LABEL.sub("", third):
            return
        if "name" in self.texts:
            self.texts.setdefault("description", self.texts["name"])
            self.cells.setdefault("description", self.cells["name"])
        self.texts["name"], self.cells["name"] = third, cell

    def part_label(self) -> None:
        """Part the number in front of the name from it."""
        name = self.texts["name"]
        label = LABEL.match(name)
        if label:
            self.label = squeeze(label[1]) if label[1][0] == "指" else label[1]
            self.texts["name"] = name[label.end() :]

    @property
    def is_empty(self) -> bool:
        """Say whether the row is a blank line of the template."""
        name = self.texts["name"]
        if name and _says(name):
            return False
        return not any(text and role != "weight" and _says(text) for role, text in self.texts.items())


def _says(text: str) -> bool:
    """Say whether a text is more than the dots of a template."""
    return text[0] not in DOTS or text.strip(DOTS) != ""
