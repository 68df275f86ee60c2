"""Collect what the form says about when: target dates, 项目期, deadlines inside names."""

from __future__ import annotations

from collections.abc import Iterator

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import mark
from perf_lint.facts.value_view import ValueFacts
from perf_lint.facts.vocabulary import declare, fact
from perf_lint.facts.years import is_multi_year, name_years, other_year_fits, period_span, stated_years
from perf_lint.model.levels import TIMELINESS
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordlists import contains_word

TIME_NAME = lazy_pattern(r"时间|时限|日期|期限|完成|竣工|开工|完工|缴纳|支付|发放|启动|交付|验收")
PREPARED = lazy_pattern(r"批复|可研|初步设计|初设|勘察|起始|起算|开始|生效|认定|核定|基准日|时点")
"""What comes before the budget year as a rule: approvals, beginnings, dates of reference."""
START_NAME = lazy_pattern(r"开工|启动|开始|开赛|开学|开班|生效|进场|招标|立项|批复|签订|签约|勘察")
DEADLINE = lazy_pattern(
    r"(?:(?:19|20)\d{2}年|[本当]年度?|年)?(?:\d{1,2}月(?:\d{1,2}[日号]|底|末|中旬|上旬|下旬)?|[上下]半年|第?[一二三四]季度|年?底|年?内)"
    r"(?:底|末)?(?:之前|以前|前|内|止)|(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}[日号])?|年底完成"
    r"|(?:(?:19|20)\d{2}年)?(?:元旦|春节|两节|清明|五一|端午|七一|八一|中秋|国庆|重阳|教师|开学|(?:主?汛|采暖|供暖|防火)[期季]?|入[冬汛]|春耕|秋收)节?(?:之前|以前|前)(?!后)"
)
RATE_END = lazy_pattern(r"(?:率|比例|程度|性|进度|度|占比|比重)$")
SPAN_NAME = lazy_pattern(r"\d个?(?:小时|分钟|秒|工作日|天|日|周|月)|[限期]内|当[日天场次]|出警|到场|到岗|到账")
"""A name that holds its own time limit: 审限内结案率, 2小时到场率."""
BY_THEN = lazy_pattern(r"[前内]\S{0,4}完成|按[时期]|如期|及时|[上下]半年|季度|当年|年内|月底|年底")
"""A name that says how much is done by when: 汛期前完成座数."""
TIME_UNIT = lazy_pattern(r"[日天月年周旬秒季]|小时|分钟|学时|课时|学期|工期|周期")


WHEN_NAME = lazy_pattern(r"(?:时限|期限|时间|日期|时点)$")
JUST_DONE = lazy_pattern(r"^(?:[已全]部?)?(?:完成|做到)(?:任务|工作|目标|率)?$|^(?:达标|合格|良好|优秀|优良|优|满意)$")
"""What a row that asks when is not answered by: 完成时限 | 完成任务."""


DATE_KINDS = ("date", "deadline", "period")
WORDED = ("multi", "mixed", "malformed", "qualitative")
EARLIER = lazy_pattern(r"[较比与]|同期|同比|上年|以来|基期|基数|自|起|至今|截[至止]|年度|结转|长期")
"""Words with which a target speaks of an earlier year on purpose."""


class DatedFacts:
    """A date with a stated year.

    `timing` where the row is about when, `begins` about when work begins, `excused` where it names an earlier matter.
    """

    TYPE = "Dated"
    __slots__ = ("__dict__", "begins", "end_year", "excused", "label", "path", "start_year", "text", "timing")

    def __init__(
        self, value: ValueFacts, label: str, timing: bool, excused: bool = False, end_year: int | None = None
    ) -> None:
        self.path = value.path
        self.label = label
        self.text = value.text
        self.end_year = end_year or value.end_year
        self.start_year = self.end_year if value.start_year is None else value.start_year
        self.timing = timing
        self.begins = START_NAME.search(label) is not None
        self.excused = excused


declare(
    "Dated",
    {
        "path": ("string", "字段路径"),
        "label": ("string", "所在栏目"),
        "text": ("string", "日期原文"),
        "start_year": ("int", "起始年份"),
        "end_year": ("int", "截止年份"),
        "timing": ("bool", "是否完成时限"),
        "begins": ("bool", "是否开始的时间"),
        "excused": ("bool", "名称是否说明了以前年度"),
    },
)


@fact(FormFacts, "list(Dated)", "写明年份的日期")
def dated_values(form: FormFacts) -> tuple[DatedFacts, ...]:
    """Give 项目期 and every target that is a date with a stated year."""
    found = []
    span = period_span(form)
    starts = span is not None and span.kind == "date" and span.precision != "year"  # 2021年1月 is when it began
    spoken = form.year in stated_years(form.period or "")  # 2023年度（2024年兑付）
    whole = span is not None and span.is_time and span.end_year is not None and not starts and not spoken
    if span is not None and whole and not is_multi_year(form):
        found.append(DatedFacts(span, "项目期", timing=True))
    for row in form.asked(DATES):
        value = row.value
        if _is_date(row) and value.end_year is not None:
            timing = _is_timing(row) or bool(TIME_NAME.search(row.name))
            excused = other_year_fits(row) or _spans(form, row) or PREPARED.search(row.name) is not None
            found.append(DatedFacts(value, row.name, timing, excused))
    return (*found, *_stale(form))


def _stale(form: FormFacts) -> Iterator[DatedFacts]:
    """Give the 时效 targets of several dates (2023年5月、11月), or of words around one, all before the budget year."""
    for row in form.asked(WORDED_DATES):
        years = stated_years(row.value_text) if _is_timing(row) and row.value.kind in WORDED else ()
        if form.year is None or not years or max(years) >= form.year or EARLIER.search(row.value_text):
            continue
        dates = row.value.parts and all(part.kind in DATE_KINDS for part in row.value.parts)
        excused = other_year_fits(row) or PREPARED.search(row.name) is not None
        yield DatedFacts(row.value, row.name, bool(dates), excused, max(years))


def _is_timing(row: IndicatorFacts) -> bool:
    return row.level2 == TIMELINESS


WORDED_DATES = mark(
    levels=_is_timing, value=lambda row: row.value.kind in WORDED and bool(stated_years(row.value_text))
)


def _is_date(row: IndicatorFacts) -> bool:
    return row.value.kind in DATE_KINDS


DATES = mark(kinds=DATE_KINDS)


def _spans(form: FormFacts, row: IndicatorFacts) -> bool:
    """Tell whether the name speaks of more than one year, the budget year among them: 2024-2025赛季."""
    named = name_years(row)
    return len(named) > 1 and form.year in named


@fact(IndicatorFacts, "string", "名称中的时限", "of_name")
def name_deadline(row: IndicatorFacts) -> str | None:
    """Give the deadline that stands in the name of a row that is no rate: 12月底前完成培训."""
    if not any(mark in row.name for mark in "年月季前"):
        return None
    name = "".join(row.name.split())
    if RATE_END.search(name.rstrip("。；;")):
        return None
    found = DEADLINE.search(name)
    return found.group() if found else None


@fact(IndicatorFacts, "bool", "时效指标值是否与时间有关")
def tells_time(row: IndicatorFacts) -> bool | None:
    """Tell whether a 时效 row says when: a date, period, duration, frequency, or a rate that its name ties to time.

    Null where the value itself is unusable (blank, malformed, a bare number, 是/否): other rules speak of that.
    """
    value = row.value
    if value.kind in ("malformed", "none", "boolean", "number", "mixed", "multi", "change", "ratio"):
        return None
    if value.is_time or value.kind in ("frequency", "rate"):
        return True
    if value.kind == "count" and (TIME_UNIT.search(row.value_text) or BY_THEN.search(row.name)):
        return True
    if name_deadline(row):
        return True
    if value.kind == "qualitative" and WHEN_NAME.search(row.name) and JUST_DONE.search(row.value_text):
        return False
    words = f"{row.name}{row.description or ''}"
    if value.kind == "qualitative":
        words += row.value_text
    spoken = contains_word(words, "timing-words") or SPAN_NAME.search(words) is not None
    return value.kind in ("percent", "qualitative") and spoken
