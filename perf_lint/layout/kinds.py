"""Say once of each distinct text what the steps of recognition ask of it: most cells are nothing they look for."""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter

from perf_lint.layout.labels import CORE, OPENERS, column_role, heading_year, may_be_column, read_label
from perf_lint.layout.levels import LevelNames, level_names, read_level
from perf_lint.model.document import Cell
from perf_lint.model.levels import COST
from perf_lint.text.pattern import lazy_pattern

COLUMN = 1
"""Heads a column that tells indicators from other tables."""
FUND_COLUMN = 2
"""Heads a column of a money table."""
LABEL = 4
"""Is a label, strictly read."""
OPENER = 8
"""Is a label that opens a form."""
LEVEL = 16
"""Names a level."""
OF_COST = 32
"""Names a level below 成本指标."""
ENDS_LEVEL = 64
"""Ends like a level cell: it may be the rest of one."""
HEADS = 128
"""Says what only headings say, and some others: what does not is none."""
TASK = 256
"""Speaks of 任务, as every heading of a list of tasks does."""
PRINTED = 512
"""Begins like what is printed at the head or foot of a page; a line outside every table may also be its bare number."""
UNTIDY = 1024
"""Is blank, has blanks at its ends or a line break: no row holds it before it is tidied."""

LONGEST_KEPT = 100
"""Longer texts hardly ever come again."""
MOST_KEPT = 32_768
"""Texts of which it is kept what they are; enough for those that come again in a run."""
_COMPARISONS = frozenset("≥≤≧≦⩾⩽><=＞＜＝")
MAY_HEAD = lazy_pattern(r"\W*[附2２二]")
"""How every heading begins that says neither 表 nor 单位."""
_MAY_BE_PRINTED = lazy_pattern(r"[-—–－·第P续接]|[(\[（【]\W*(?:[续接]|$)")
"""How page numbers and 续表 begin."""


text_of = itemgetter(Cell._fields.index("text"))


class Memo(dict[str, int]):
    """The bits of every text, found when first asked; it forgets all of them when there are too many."""

    def __init__(self, find: Callable[[str], int]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, text: str) -> int:
        found = self._find(text)
        if len(text) <= LONGEST_KEPT:
            if len(self) >= MOST_KEPT:
                self.clear()
            self[text] = found
        return found


def _kinds(text: str) -> int:
    if not text or "\n" in text or text.strip() != text:
        return UNTIDY
    names = level_names()
    found = ENDS_LEVEL if text[-1] in names.ends else 0
    if _MAY_BE_PRINTED.match(text):
        found |= PRINTED
    if "表" in text or "单位" in text or MAY_HEAD.match(text):
        found |= HEADS
    if "任务" in text:
        found |= TASK
    return found if is_target(text) else found | _named(text, names)


def is_target(text: str) -> bool:
    """Say whether a text begins with a comparison and a figure, as no heading, label or level does."""
    return text[:1] in _COMPARISONS and text[1:2].isdecimal()


def _named(text: str, names: LevelNames) -> int:
    """Give the bits of what a text is the name of: a column, a label, a level."""
    found = 0
    if may_be_column(text):
        found |= COLUMN if column_role(text) in CORE else 0
        found |= FUND_COLUMN if column_role(text, "fund_columns") or heading_year(text) else 0
    label = read_label(text, tolerant=False)
    if label:
        found |= LABEL | OPENER if label.role in OPENERS else LABEL
    level = read_level(text) if names.may_be(text) else None
    if level:
        of_cost = names.parents.get(level.second or "") == COST
        found |= LEVEL | OF_COST if of_cost else LEVEL
    return found


KINDS = Memo(_kinds)
"""The bits of every text."""
