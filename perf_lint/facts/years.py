"""Find the years that a form speaks of, and which of them may differ from the budget year."""

from __future__ import annotations

from functools import lru_cache

from perf_lint import values
from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.value_view import ValueFacts
from perf_lint.facts.vocabulary import fact
from perf_lint.text.nfkc import nfkc
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordlists import contains_word

YEAR = lazy_pattern(r"(?<!\d)((?:19|20)\d{2})(?=年|年度)(?!\d)")
_ANY_YEAR = lazy_pattern(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
SPAN = lazy_pattern(r"(?<!\d)((?:19|20)\d{2})年?[-—–~至到]+((?:19|20)\d{2})年?(?!\d)")
QUOTED = lazy_pattern(r"《[^》]*》|〔[^〕]*〕|【[^】]*】|\[[^\]]*\]|“[^”]*”|\"[^\"]*\"|\([^)]*号\)")
OPEN_END = lazy_pattern(r"起|至今|开始|长期|以来")
EARLIER_THINGS = lazy_pattern(
    r"(?:基于|依据|根据|对照|对标|参照|利用|以|与|同|较|比|自|从|支付|偿还|结清|复审|复核|抽查|跟踪|回访)(?:19|20)\d{2}年"
    r"|(?:19|20)\d{2}年度?(?:底|末)?前?[\u4e00-\u9fff]{1,8}的(?=[\u4e00-\u9fff])"
    r"|(?:19|20)\d{2}年[末底](?![前之以完实达])"
    r"|(?:19|20)\d{2}年(?:\d{1,2}月(?:\d{1,2}日)?)?[底末初]?(?:之|以)?[前后](?=[\u4e00-\u9fff])(?!完成|开展|实现|发放|支付|拨付|启动|印发|举办|到位|兑[付现]|办结|提交|报送)"
)
"""A year that begins nothing and ends nothing this year: it belongs to the things, not to the work."""
DOCUMENT = lazy_pattern(r"(?:19|20)\d{2}年?第?\d+号")
"""A document number (2020年第3号) states the year of the document."""


@lru_cache(maxsize=4096)
def stated_years(text: str) -> tuple[int, ...]:
    """Give the years named in `text`; titles, document numbers and quotations do not count.

    A span such as 2023-2025年 gives every year in it.
    """
    if "年" not in text:
        return ()
    text = DOCUMENT.sub("", QUOTED.sub("", nfkc(text).replace(" ", "")))
    years: set[int] = set()
    for first, last in SPAN.findall(text):
        years.update(range(int(first), min(int(last), int(first) + 30) + 1))
    years.update(int(year) for year in YEAR.findall(text))
    return tuple(sorted(years))


@fact(IndicatorFacts, "list(int)", "名称中的年份", "of_name")
def name_years(row: IndicatorFacts) -> tuple[int, ...]:
    """Give the years that the name states."""
    return stated_years(row.name)


@fact(IndicatorFacts, "bool", "名称有理由写其他年份", "of_name")
def other_year_fits(row: IndicatorFacts) -> bool:
    """Tell whether the name says why it speaks of another year: 尾款, 结转, 较上年, 年度考核, 标准 …."""
    return contains_word(row.name, "other-year-reasons") or tells_apart(row.name)


@lru_cache(maxsize=4096)
def tells_apart(name: str) -> bool:
    """Tell whether the year only picks out what the work is about: 2021年认定的企业, 1949年10月1日前参加工作人员."""
    return EARLIER_THINGS.search(nfkc(name).replace(" ", "")) is not None


@fact(IndicatorFacts, "bool", "名称有理由写下一年份", "of_name")
def next_year_fits(row: IndicatorFacts) -> bool:
    """Tell whether the name says why it speaks of a later year: 征订, 预算编制, 筹备 …."""
    return contains_word(row.name, "next-year-reasons")


@fact(FormFacts, "Value", "项目期")
def period_span(form: FormFacts) -> ValueFacts | None:
    """Give the typed reading of 项目期; null where it is not printed or blank."""
    if not form.period or not form.period.strip():
        return None
    return ValueFacts(values.parse_value(form.period), "period")


@fact(FormFacts, "int", "项目期的第一年")
def first_year(form: FormFacts) -> int | None:
    """Give the first year that 项目期 names, also of a period that is not read as a date: 2024—2025学年."""
    span = period_span(form)
    if span is not None and span.start_year is not None:
        return span.start_year
    return min(stated_years(form.period or ""), default=None)


@fact(FormFacts, "bool", "项目期是否跨年度")
def is_multi_year(form: FormFacts) -> bool:
    """Tell whether 项目期 covers more than one year: 2023-2025年, 3年, 2021年起; 长期 alone does not say."""
    span = period_span(form)
    if span is None:
        return False
    if span.start_year is not None and span.end_year is not None:
        return span.end_year > span.start_year
    if span.kind == "duration" and span.number_base is not None:
        return (span.unit_base == "年" and span.number_base > 1) or (span.unit_base == "月" and span.number_base > 12)
    years = stated_years(form.period or "")
    return len(years) > 1 or bool(years and OPEN_END.search(form.period or ""))


@fact(FormFacts, "list(int)", "项目期写明的年份")
def period_years(form: FormFacts) -> tuple[int, ...]:
    """Give every year that 项目期 names or spans."""
    return stated_years(form.period or "")


@fact(FormFacts, "list(int)", "表中所写的预算年度")
def budget_years(form: FormFacts) -> tuple[int, ...]:
    """Give the different budget years that title, heading and year fields state."""
    years: set[int] = set()
    for text in form.year_texts:
        years.update(map(int, _ANY_YEAR.findall(text)))
    return tuple(sorted(years))


@fact(FormFacts, "list(int)", "项目名称中的年份")
def project_years(form: FormFacts) -> tuple[int, ...]:
    """Give the years that the project's name states: 2023年高标准农田建设项目 may run on in 2024."""
    return stated_years(form.project_name or "")
