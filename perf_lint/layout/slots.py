"""Hold the cells of an indicator row by what they are, and say what a cell looks like."""

from __future__ import annotations

from perf_lint.layout.columns import LEVELS
from perf_lint.model.document import Cell
from perf_lint.text.pattern import lazy_pattern

_VALUE = lazy_pattern(
    r"^(?:[≥≤≧≦⩾⩽><=＞＜＝±约≈近第$]|[\d０-９]|达|不[低高少超]|小于|大于|优于|是/否|无$|[一二三四五六七八九十百]+[次个人件])"
)
FIRST_THREE = (*LEVELS, "name")
"""Columns that hold no target, and so no comparison."""
_KINDS = ("定性", "定量")
"""Whether a target has a number: what some forms print in the column of comparisons."""
SIGNS = frozenset("≥≤≧≦⩾⩽><=＞＜＝±")
_MEASURED = lazy_pattern(r"^[≥≤]?\d[\d.,]*[万亿]?(?:[%％‰]|[\u4e00-\u9fff]{1,3})$")
_NUMBERED = lazy_pattern(r"^\d{1,2}(?:[、．]|\.(?!\d))")
LABEL_ONLY = lazy_pattern(r"^(?:指标\d{1,2}|\d{1,2}[.、]?|[(]\d{1,2}[)]|[①-⑳])[:.]?$")
"""Such a number in a cell of its own."""
LABEL = lazy_pattern(
    r"^(指标\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?!\d)|[（(]\d{1,2}[)）]|[①-⑳]|\d{1,2}[、．]|\d{1,2}\.(?!\d)|\d{1,2}[)）]"
    r"|\d{1,2}(?:\.\d{1,2}){2,}(?!\d))[\s:：、.．]*"
)
"""The number in front of a name."""
LABEL_BEGINS = frozenset("指（(")
"""With numerals, all that a label can begin with."""
STARS = frozenset("★☆*＊")
DOTS = "….。· "
"""What a blank line of a template may hold."""
NAME_LEADERS = LABEL_BEGINS | STARS | frozenset(DOTS)
"""With numerals, all that may stand in front of a name or in its place."""
_CONTINUES = ("、", "，", ",", "（", "(", "和", "及", "与", "的", "或", "/")
"""How a text ends that goes on in the next line."""
NO_LEVELS = (None, None)


class Slots:
    """The cells of a row by what they are."""

    __slots__ = ("extra", "fields", "in_columns", "levels", "whole")

    def __init__(
        self,
        levels: tuple[Cell | None, Cell | None] = NO_LEVELS,
        in_columns: bool = False,
        fields: dict[str, Cell] | None = None,
    ) -> None:
        """Begin with these cells; in its columns, a level cell says by its place which level it is."""
        self.levels = levels
        self.in_columns = in_columns
        self.fields: dict[str, Cell] = {} if fields is None else fields
        self.extra: list[Cell] = []
        """Cells that no column takes."""
        self.whole = False
        """The fields are an indicator as they stand: a name without a number, a target, and nothing to decide."""


def looks_like_value(text: str) -> bool:
    """Say whether a cell begins like a target: a comparison, a number, 约, 不低于."""
    return _VALUE.match(text) is not None and _NUMBERED.match(text) is None


def is_figure(text: str) -> bool:
    """Say whether a cell is a bare number, of points or a share."""
    return (text[0].isdigit() or text[0] == ".") and text.rstrip("分%").replace(".", "", 1).isdigit()


def is_measured(text: str) -> bool:
    """Say whether a cell is a number with its unit and nothing else: ≥8000张."""
    return _MEASURED.match(text) is not None


def is_signed(text: str) -> bool:
    """Say whether a cell begins with a comparison, or says whether its target has a number."""
    return text[0] in SIGNS or text in _KINDS


def is_unfinished(text: str) -> bool:
    """Say whether a name breaks off in the middle."""
    return text.endswith(_CONTINUES) or text.count("（") + text.count("(") > text.count("）") + text.count(")")
