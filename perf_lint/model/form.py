"""Hold one 绩效目标表 as read: header, funding, goal and indicators, with every field's place beside it."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from operator import itemgetter
from typing import Any, NamedTuple

from perf_lint.model.document import Remark
from perf_lint.model.place import Place


class Amount(NamedTuple):
    """A sum of money as written and in 元; `yuan` is None where it cannot be told."""

    text: str
    yuan: Decimal | None = None
    unit: str = ""
    """The unit that was applied: 元, 万元, 亿元, 千元; empty where none is stated anywhere."""
    unit_from: str = ""
    """`cell`, `header` (a column or table heading said it) or empty."""


class FundingItem(NamedTuple):
    """A further line of the money block: 上级资金, 本级资金, 上年结转 …"""

    label: str
    amount: Amount


class Funding(NamedTuple):
    """The money block; a part that the form does not print is None, one left blank has an empty text."""

    total: Amount | None = None
    fiscal: Amount | None = None
    other: Amount | None = None
    items: tuple[FundingItem, ...] = ()
    header_unit: str = ""
    """The unit in the block's heading, as written: 万元, 万, 元."""


class PlanStep(NamedTuple):
    """One step of 资金支出计划: its date label and its text (25.00%)."""

    label: str
    text: str


class Indicator(NamedTuple):
    """One 三级指标 row. Names are whole even where the document breaks them over lines."""

    level1: str | None = None
    """Standard name (产出指标); None where neither the row nor its neighbours tell."""
    level2: str | None = None
    level1_text: str = ""
    """The 一级 cell as written, blanks removed, mark removed; empty where the row has none."""
    level2_text: str = ""
    mark: str | None = None
    """必填, 必填量化, 必填硬性指标, 选, ★, * …"""
    label: str | None = None
    """指标1, 1., (2) …"""
    name: str = ""
    value: str = ""
    """The target as written; sign, value and unit columns joined (≥ + 90 + % = ≥90%)."""
    description: str | None = None
    """None where the form has no such column, empty where it was left blank. So for the fields below."""
    basis: str | None = None
    sign: str | None = None
    unit: str | None = None
    weight: str | None = None
    direction: str | None = None
    actual: str | None = None
    score: str | None = None
    reason: str | None = None
    long_term_value: str | None = None
    """The 实施期/中期 target, where the form gives both."""


class Form(NamedTuple):
    """One form. Header fields are None where the form does not print the label, empty where left blank."""

    index: int  # type: ignore[assignment]  # hides tuple.index, which nobody asks of a form
    """Which form of the document, from 1."""
    title: str = ""
    year: int | None = None
    year_inferred: bool = False
    """True where the year stands outside the form and follows from its context."""
    project_name: str | None = None
    project_code: str | None = None
    department: str | None = None
    """主管部门 as written, its code included."""
    department_code: str | None = None
    implementing_unit: str | None = None
    attribute: str | None = None
    period: str | None = None
    goal: str | None = None
    """The yearly goal; numbered parts joined as written."""
    long_term_goal: str | None = None
    purpose: str | None = None
    funding: Funding = Funding()
    plan: tuple[PlanStep, ...] = ()
    framework: str | None = None
    """`cn-2015`, `cn-2021`, `mixed`, `other`, or None where no level was recognised."""
    indicators: tuple[Indicator, ...] = ()
    long_term_indicators: tuple[Indicator, ...] = ()
    """The set of the 实施期 (中期, 长期), where the form prints one of its own beside the yearly one."""
    unread: tuple[str, ...] = ()
    """Texts of non-empty cells that no field took; their places are `unread[i]` in the source map."""
    remarks: tuple[Remark, ...] = ()
    """Recognition notes: `damaged-label`, `level-shifted`, `joined-lines` …, with place."""
    has: frozenset[str] = frozenset()
    """Which columns and blocks the form prints: `basis` `weight` `description` `plan` `marks` `other_funds` …"""
    year_texts: tuple[str, ...] = ()
    """Budget years as stated in title, heading and year fields (not in 项目期); for DAT307."""
    cell_remarks: frozenset[tuple[str, str]] = frozenset()
    """Field path and remark code where the reader doubts the cell: `formula-without-value`, `rounded-display`."""
    kind: str = "target"
    """`target` for a 绩效目标表, `self-evaluation` for a 自评表, `department` for 部门整体."""

    def __reduce__(self) -> tuple[Any, ...]:
        """Send the rows as plain tuples: it takes a third of the time."""
        rows = [*map(_plain, self.indicators)], [*map(_plain, self.long_term_indicators)]
        return _form, (self[:_ROWS], *rows, self[_ROWS + 2 :])


_ROWS = Form._fields.index("indicators")
"""Here stand both sets of rows, one behind the other."""
_plain = itemgetter(slice(None))
_indicator = partial(tuple.__new__, Indicator)


def _form(before: tuple[Any, ...], rows: list[Any], long_term: list[Any], behind: tuple[Any, ...]) -> Form:
    """Make a form again of its fields and of those of its rows."""
    return Form._make((*before, tuple(map(_indicator, rows)), tuple(map(_indicator, long_term)), *behind))


class SourceMap:
    """Turn a field path (`indicators[3].value`, `funding.total`) into its place.

    Indices in paths count from 0, like the lists of the JSON output.
    """

    __slots__ = ("_fallback", "_places")

    def __init__(self, places: Mapping[str, Place], fallback: Place) -> None:
        """Keep `places`; `fallback` (the form's first cell) answers for a path with no cell of its own."""
        self._places = places
        self._fallback = fallback

    def __reduce__(self) -> tuple[Any, ...]:
        return SourceMap, (self._places, self._fallback)

    def __contains__(self, path: str) -> bool:
        return path in self._places

    def place(self, path: str) -> Place:
        """Give the place of `path`, of the nearest enclosing path, or of the form's first cell."""
        while path:
            found = self._places.get(path)
            if found is not None:
                return found
            cut = max(path.rfind("."), path.rfind("["))
            path = path[:cut] if cut > 0 else ""
        return self._fallback

    def paths(self) -> Mapping[str, Place]:
        """All known paths with their places."""
        return self._places


class ReadForm(NamedTuple):
    """A form and the map of its fields to their places."""

    form: Form
    source: SourceMap

    def __reduce__(self) -> tuple[Any, ...]:
        """Send both as plain tuples: each kind of object would have to be looked up by its name."""
        form, source = self
        return _read, (form.__reduce__()[1], source.paths(), _plain(source.place("")))


def _read(form: tuple[Any, ...], places: Mapping[str, Place], fallback: tuple[Any, ...]) -> ReadForm:
    """Make both again."""
    return ReadForm(_form(*form), SourceMap(places, Place._make(fallback)))
