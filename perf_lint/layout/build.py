"""Make the finished form and its source map out of what was collected."""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter

from perf_lint.layout.dated import choose_year
from perf_lint.layout.draft import FormDraft, Spot
from perf_lint.layout.form import FormReader
from perf_lint.layout.indicator_draft import IndicatorDraft
from perf_lint.layout.joined import join_value
from perf_lint.layout.levels import level_names
from perf_lint.layout.money import is_amount, read_amount
from perf_lint.layout.places import ItemSpots, LazyPlaces
from perf_lint.layout.segment import Segment
from perf_lint.layout.standing import Standings, Under, resolve
from perf_lint.layout.titles import is_annex, is_heading, is_title
from perf_lint.layout.year import only_year, years_in
from perf_lint.model.form import Form, Funding, FundingItem, Indicator, ReadForm, SourceMap
from perf_lint.model.levels import BENEFIT, COST, ENVIRONMENTAL, OUTPUT, SATISFACTION
from perf_lint.text.pattern import lazy_pattern

_OPTIONAL = (
    "description",
    "basis",
    "sign",
    "unit",
    "weight",
    "direction",
    "actual",
    "score",
    "reason",
    "long_term_value",
)
"""What a form may print, in the order of the fields of `Indicator` behind `value`."""
_PRINTED = frozenset(_OPTIONAL)
_mark_of = attrgetter("mark")
_NOTHING: tuple[str | None, ...] = (None,) * len(_OPTIONAL)
new_indicator = tuple.__new__
"""Makes an `Indicator` of all its fields in half the time."""
_CODE = lazy_pattern(r"(?<![0-9A-Za-z])[0-9A-Z]{18}(?![0-9A-Za-z])")
_SHORT_CODE = lazy_pattern(r"^[\[(（【]?(\d{3,12})(?!\d)|(?<!\d)(\d{3,12})[\])）】]?$")


def build(reader: FormReader, index: int) -> ReadForm:
    """Make the form number `index` (from 1)."""
    draft, segment = reader.draft, reader.segment
    title, title_spot = _title(segment)
    if title_spot:
        draft.spots["title"] = title_spot
    period = _period(draft)
    year, year_texts = _year(reader)
    choose_year(draft, year)
    _take_only_goal(reader)
    items, places = _indicators(reader, long_term=False)
    long_items, long_places = _indicators(reader, long_term=True)
    texts = draft.texts
    form = Form(
        index=index,
        title=title,
        year=year,
        project_name=texts.get("project_name"),
        project_code=texts.get("project_code"),
        department=_or_filed(draft, "department", "filing_department"),
        department_code=_department_code(draft),
        implementing_unit=_or_filed(draft, "implementing_unit", "filing_unit"),
        attribute=texts.get("attribute"),
        period=period,
        goal=texts.get("goal"),
        long_term_goal=texts.get("long_term_goal"),
        purpose=texts.get("purpose"),
        funding=_funding(draft),
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
    for number, spot in enumerate(draft.unread):
        draft.spots[f"unread[{number}]"] = spot
    first = segment.heading[0] if segment.heading and title_spot is None else segment.body[0]
    fallback = title_spot or (first.origin, first.cells[0])
    lists = {"indicators": places, "long_term_indicators": long_places}
    return ReadForm(form, SourceMap(LazyPlaces(draft.spots, lists), fallback[0].place(fallback[1])))


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


def _period(draft: FormDraft) -> str | None:
    texts = draft.texts
    if "period" not in texts and ("period_start" in texts or "period_end" in texts):
        ends = [texts.get("period_start", ""), texts.get("period_end", "")]
        texts["period"] = "-".join(end for end in ends if end)
        spot = draft.spots.get("period_start") or draft.spots.get("period_end")
        if spot:
            draft.spots["period"] = spot
    return texts.get("period")


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


def _funding(draft: FormDraft) -> Funding:
    """Make the money block; a part that stands alone takes the place of the usual one."""
    written = dict(draft.amounts)
    for role in ("fiscal", "other"):
        parts = [key for key in written if key.startswith(f"{role}_part:")] if role not in written else []
        if len(parts) == 1 and not _beside_unread(draft, draft.amount_spots[parts[0]]):
            written[role] = written.pop(parts[0])
            draft.amount_spots[role] = draft.amount_spots[parts[0]]
    common = draft.header_unit or next((unit for _, _, unit in written.values() if unit), "")
    amounts = {key: read_amount(text, unit or common) for key, (_, text, unit) in written.items()}
    further = [key for key in written if ":" in key]
    for role in ("total", "fiscal", "other"):
        if role in amounts:
            draft.spots[f"funding.{role}"] = draft.amount_spots[role]
    for number, key in enumerate(further):
        draft.spots[f"funding.items[{number}]"] = draft.amount_spots[key]
    if "funding" not in draft.spots and "funding.total" in draft.spots:
        draft.spots["funding"] = draft.spots["funding.total"]
    items = tuple(FundingItem(written[key][0], amounts[key]) for key in further)
    return Funding(amounts.get("total"), amounts.get("fiscal"), amounts.get("other"), items, draft.header_unit)


def _beside_unread(draft: FormDraft, spot: Spot) -> bool:
    """Say whether cells that nobody understood stand in the row of a sum: it may be one source of several."""
    origin, cell = spot
    return any(other == origin and left.row == cell.row > 0 and is_amount(left.text) for other, left in draft.unread)


Levels = tuple[str | None, str | None, str, str]
"""一级 and 二级 name, and both as written."""


def _indicators(reader: FormReader, *, long_term: bool) -> tuple[tuple[Indicator, ...], list[ItemSpots]]:
    used: dict[str, str] = {}
    made: list[Indicator] = []
    places: list[ItemSpots] = []
    for one in reader.sets:
        if one.columns.long_term != long_term or not one.items:
            continue
        printed = [role if role in one.roles else "" for role in _OPTIONAL] if one.roles & _PRINTED else []
        above = None
        for item in one.items:
            if item.under is not above:
                above = item.under
                levels, mark = _levels(above, used)
                head = (*levels, mark, None)
            cells = item.cells
            if item.is_plain and not printed:  # a name and a target, in a form without any other column
                fields = (*head, cells["name"].text, cells["value"].text, *_NOTHING)
            else:
                fields = (*levels, mark or item.mark, *_own(item, printed))
            made.append(new_indicator(Indicator, fields))
            places.append((item.origin, cells, above))
    return tuple(made), places


def _own(item: IndicatorDraft, printed: list[str]) -> tuple[str | None, ...]:
    """Give all that an indicator says but its levels and mark."""
    texts = item.texts
    value = join_value(texts) if "sign" in texts or "unit" in texts else texts.get("value", "")
    optional = _printed(texts, printed) if printed or "description" in texts else _NOTHING
    return (item.label, texts["name"], value, *optional)


def _printed(texts: dict[str, str], printed: list[str]) -> tuple[str | None, ...]:
    """Give the fields `_OPTIONAL`; `printed` names those that the form prints, and is empty where it prints none."""
    found = tuple([texts.get(role, "") if role else None for role in printed]) or _NOTHING
    return (texts["description"], *found[1:]) if "description" in texts else found


def _levels(under: Under, used: dict[str, str]) -> tuple[Levels, str | None]:
    """Give levels and mark of all items that stand below these cells; `used` is added to."""
    first, second = under.first, under.second
    if first and first.level.first:
        used.setdefault(level_names().group(first.level.first) or "", first.level.first)
    one, two = first.level if first else None, second.level if second else None
    told = Standings(one, two, under.here, first is second)
    return _told(told, tuple(used.items()))


@lru_cache(4096)
def _told(told: Standings, used: tuple[tuple[str, str], ...]) -> tuple[Levels, str | None]:
    """Do the same for all forms; level cells and what a form names before them differ little among them."""
    level1, level2 = resolve(told, dict(used))
    first, second = told.first, told.second
    if first and not (told.here or first.first == level1 or first.first is None):
        first = None
    mark = (second and second.mark) or (first and first.mark) or None
    return (level1, level2, first.text if first else "", second.text if second else ""), mark


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


_STANDARD = (OUTPUT, BENEFIT, SATISFACTION, COST)


_NO_COLUMNS = {"unknown", "block", "third", "group"}


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
