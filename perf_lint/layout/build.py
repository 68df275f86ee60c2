"""Make the finished form and its source map out of what was collected."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter

from perf_lint.layout.dated import choose_year
from perf_lint.layout.draft import FormDraft, Spot
from perf_lint.layout.form import FormReader
from perf_lint.layout.levels import level_names
from perf_lint.layout.made_funding import funding_of
from perf_lint.layout.made_indicators import indicators_of
from perf_lint.layout.places import LazyPlaces
from perf_lint.layout.segment import Segment
from perf_lint.layout.titles import is_annex, is_heading, is_title
from perf_lint.layout.year import only_year, years_in
from perf_lint.model.form import Form, Indicator, ReadForm, SourceMap
from perf_lint.model.levels import BENEFIT, COST, ENVIRONMENTAL, OUTPUT, SATISFACTION
from perf_lint.text.pattern import lazy_pattern

_mark_of = attrgetter("mark")
_STANDARD = (OUTPUT, BENEFIT, SATISFACTION, COST)
_NO_COLUMNS = {"unknown", "block", "third", "group"}
"""Roles that say nothing of what a form prints."""
_CODE = lazy_pattern(r"(?<![0-9A-Za-z])[0-9A-Z]{18}(?![0-9A-Za-z])")
_SHORT_CODE = lazy_pattern(r"^[\[(（【]?(\d{3,12})(?!\d)|(?<!\d)(\d{3,12})[\])）】]?$")
Head = tuple[str, int | None, tuple[str, ...]]
"""The title, the budget year, and every text that states a year."""
Indicators = tuple[Indicator, ...]


def build(reader: FormReader, index: int) -> ReadForm:
    """Make the form number `index` (from 1)."""
    draft = reader.draft
    title, title_spot = _title(reader.segment)
    if title_spot:
        draft.spots["title"] = title_spot
    _join_period(draft)
    year, year_texts = _year(reader)
    choose_year(draft, year)
    _take_only_goal(reader)
    items, places = indicators_of(reader, long_term=False)
    long_items, long_places = indicators_of(reader, long_term=True)
    form = _form(reader, index, (title, year, year_texts), items, long_items)
    for number, spot in enumerate(draft.unread):
        draft.spots[f"unread[{number}]"] = spot
    lists = {"indicators": places, "long_term_indicators": long_places}
    origin, cell = title_spot or _first_spot(reader.segment)
    return ReadForm(form, SourceMap(LazyPlaces(draft.spots, lists), origin.place(cell)))


def _form(reader: FormReader, index: int, head: Head, items: Indicators, long_items: Indicators) -> Form:
    """Make the form of all that was collected; notes the places of what it takes from other fields."""
    draft, texts = reader.draft, reader.draft.texts
    title, year, year_texts = head
    return Form(
        index=index,
        title=title,
        year=year,
        project_name=texts.get("project_name"),
        project_code=texts.get("project_code"),
        department=_or_filed(draft, "department", "filing_department"),
        department_code=_department_code(draft),
        implementing_unit=_or_filed(draft, "implementing_unit", "filing_unit"),
        attribute=texts.get("attribute"),
        period=texts.get("period"),
        goal=texts.get("goal"),
        long_term_goal=texts.get("long_term_goal"),
        purpose=texts.get("purpose"),
        funding=funding_of(draft),
        plan=tuple(draft.plan),
        framework=_framework(frozenset([item[:2] for item in items])),
        indicators=items,
        long_term_indicators=long_items,
        unread=tuple(cell.text for _, cell in draft.unread),
        remarks=tuple(draft.remarks),
        has=_has(reader, items),
        year_texts=year_texts,
        kind=_kind(title, reader),
    )


def _first_spot(segment: Segment) -> Spot:
    """Give the first cell of a form without a title, which stands for what has no place of its own."""
    first = segment.heading[0] if segment.heading else segment.body[0]
    return first.origin, first.cells[0]


def _title(segment: Segment) -> tuple[str, Spot | None]:
    """Choose the form's title: of the lines nearest to it the one that is no mere 附件 line, else that."""
    titles = [row for row in segment.heading if is_title(row.text)]
    if not titles:
        return "", None
    own = [row for row in titles if not is_annex(row.text)] or titles
    row = own[-1]
    return row.text, (row.origin, row.cells[0])


def _year(reader: FormReader) -> tuple[int | None, tuple[str, ...]]:
    """Give the budget year from the heading, a field or the period, and every text that states one."""
    draft = reader.draft
    stated: list[tuple[int, str, Spot]] = []
    for row in filter(is_heading, reader.segment.heading):
        for cell in row.cells:
            stated += [(year, cell.text, (row.origin, cell)) for year in years_in(cell.text)]
    field = draft.texts.get("year")
    if field:
        year = only_year(field)
        if year:
            stated.append((year, field, draft.spots["year"]))
    texts = tuple(dict.fromkeys(text for _, text, _ in stated))
    if stated:
        draft.spots["year"] = stated[0][2]
        return stated[0][0], texts
    draft.spots.pop("year", None)
    year = only_year(draft.texts.get("period", ""))
    if year:
        draft.spots["year"] = draft.spots["period"]
    return year, texts


def _or_filed(draft: FormDraft, role: str, filed: str) -> str | None:
    """Give the 主管部门 or the 实施单位; a form that names none but the one that files it means that."""
    own = draft.texts.get(role)
    if own or filed not in draft.texts:
        return own
    draft.texts[role] = draft.texts[filed]
    draft.spots[role] = draft.spots[filed]
    return draft.texts[filed]


def _join_period(draft: FormDraft) -> None:
    """Make a period of its begin and its end where a form gives them apart."""
    texts = draft.texts
    if "period" not in texts and ("period_start" in texts or "period_end" in texts):
        ends = [texts.get("period_start", ""), texts.get("period_end", "")]
        texts["period"] = "-".join(end for end in ends if end)
        spot = draft.spots.get("period_start") or draft.spots.get("period_end")
        if spot:
            draft.spots["period"] = spot


def _take_only_goal(reader: FormReader) -> None:
    """Let the goal of the 实施期 be the form's where it is printed alone and nothing else tells two terms apart."""
    draft = reader.draft
    alone = "goal" not in draft.texts and "goal_of_term" in draft.has
    if alone and not any(one.columns.long_term or "long_term_value" in one.roles for one in reader.sets):
        draft.rename("long_term_goal", "goal")


def _department_code(draft: FormDraft) -> str | None:
    """Give the code that stands in its own field or within the department's."""
    own = draft.texts.get("department_code")
    text = draft.texts.get("department")
    if own or not text:
        return own
    code = _code_in(text)
    if code:
        draft.spots["department_code"] = draft.spots["department"]
    return code


@lru_cache(1024)
def _code_in(text: str) -> str | None:
    """Give the code within a department's name."""
    found = _CODE.search(text)
    short = None if found else _SHORT_CODE.search(text)
    return found[0] if found else (short[1] or short[2]) if short else None


@lru_cache(1024)
def _framework(pairs: frozenset[tuple[str | None, str | None]]) -> str | None:
    """Tell which framework pairs of 一级 and 二级 names follow."""
    firsts = {first for first, _ in pairs if first}
    seconds = {(first, second) for first, second in pairs if second}
    if not firsts and not seconds:
        return None
    names = level_names()
    if any(names.like.get(first) or first not in _STANDARD for first in firsts) or any(
        two == ENVIRONMENTAL for _, two in seconds
    ):
        return "other"
    old = (OUTPUT, COST) in seconds
    new = COST in firsts
    if old and new:
        return "mixed"
    return "cn-2021" if new else "cn-2015"


def _has(reader: FormReader, items: tuple[Indicator, ...]) -> frozenset[str]:
    found = {role for one in reader.sets for role in one.roles} - _NO_COLUMNS
    found |= {f"{role}_funds" for role in ("fiscal", "other") if role in reader.draft.amounts}
    found |= {role for role in ("goal", "purpose") if role in reader.draft.texts}
    if reader.draft.plan:
        found.add("plan")
    if any(map(_mark_of, items)):
        found.add("marks")
    return frozenset(found)


def _kind(title: str, reader: FormReader) -> str:
    if "自评" in title or "完成情况" in title or any("actual" in one.roles for one in reader.sets):
        return "self-evaluation"
    if "部门整体" in title or "整体支出" in title or "整体绩效" in title:
        return "department"
    return "target"
