"""Weigh the words of a target that has no number: empty ones, sentences, the name said again."""

from __future__ import annotations

import re
from functools import lru_cache

from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import column_mark, is_plain, mark
from perf_lint.facts.measures import expected_measure, measure
from perf_lint.facts.vocabulary import fact, keep
from perf_lint.text.blanks import one_width
from perf_lint.text.endings import know
from perf_lint.text.keys import han, name_key
from perf_lint.text.matching import KEPT_READINGS, find_word
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordlists import strip_unit, word_list

SENTENCE_LENGTH = 9
"""Chinese characters from which a phrase without degree or standard is a sentence, not a target."""
COUNTED = frozenset(("rate", "people", "visits", "times", "count"))
_EVERY = lazy_pattern(r"每(?:[日天周旬月季年]|半年|季度|工作日|小时|\d)|[双隔单逐][天周月季年]|[年月周季天]一[次轮]")
_LAST_YEARS = lazy_pattern(
    r"^(?:[≥≤><]=?|不[低少高多]于|不超过|高于|低于|超过)(?:上|去|前一?)年(?:度|同期)?(?:水平|实绩|实际数|数量?)?$"
)
"""A bound that last year's figure gives."""
_HOW_OFTEN = ("频次", "频率", "频度")
_MEASURE_ENDS = (
    "率",
    "度",
    "性",
    "感",
    "比",
    "数",
    "量",
    "面",
    "指数",
    "水平",
    "程度",
    "效率",
    "能力",
    "比例",
    "幅度",
    "情况",
)
_DONE_ENDS = (
    "开展",
    "运转",
    "运行",
    "实施",
    "发展",
    "落实",
    "推进",
    "稳定",
    "建设",
    "发放",
    "完成",
    "营造",
    "加强",
    "提升",
    "提高",
)
_GRADED = lazy_pattern(
    r"合格|达标|优良|优秀|符合[\u4e00-\u9fff]*标准|(?:[A-Da-d]|[IViv]+|[一二三四五甲乙丙特])[级类等档]|等次|(?:好|良|优|中等|满意|格)(?:及|或)?以上$|[\u4e00-\u9fff]{2}[及或]以上$"
)
_STANDARD = lazy_pattern(
    r"标准|规范|要求|规定|合同|验收|合格|达标|符合|满足|不低于|不高于|不超过|以上|以内|未发生|不发生|无|零|全部|全覆盖|优|等级|级"
)


_BASELINE = lazy_pattern(
    r"(?:[较比同于与]|超过|优于|好于).{0,2}(?:上年|去年|上一年|同期|上期|往年|前[一三]年|全[国省市县区州盟]|(?:同类|同级|行业|地区)?平均|年初|基期)"
    r"|(?:同比|环比).{0,3}(?:降|减|升|提高|增|改善|好转)|(?:上年|去年|同期|往年).{0,4}(?:持平|以上|以下)|连续[一二三四五六七八九十两\d]{1,2}年(?:下降|降低|减少|提高|上升|增长|改善|稳定)|^(?:零|负)增长$|^零增长或负增长$"
)
"""What a target without number may be measured against."""
MAX_COMPARED = 24


@lru_cache(KEPT_READINGS)
def vague_word(text: str) -> str | None:
    """Give the first word that tells no degree (明显, 健全); None where a grade (优良, 达标) settles it."""
    key = name_key(text)
    if not key or any(character.isdigit() for character in key) or key in word_list("graded-words"):
        return None
    if _GRADED.search(key) or is_compared(text):
        return None
    return find_word(text, "vague-words")


@lru_cache(KEPT_READINGS)
def is_sentence(text: str) -> bool:
    """Tell whether a text is a sentence that sets no standard: 对符合条件的申请人发放司法救助费."""
    if any(character.isdigit() for character in text) or len(han(text)) < SENTENCE_LENGTH:
        return False
    said = re.sub(r"符合条件|按照?(?:相关|有关|上级|文件|政策)[^,，。;；]{0,8}?(?:要求|规定|精神)", "", text)
    return len(han(said)) >= SENTENCE_LENGTH and _STANDARD.search(said) is None


def _wordy(row: IndicatorFacts) -> bool:
    return row.value.kind == "qualitative"


@fact(IndicatorFacts, "string", "指标值中的空泛用语", "of_value")
def vague(row: IndicatorFacts) -> str | None:
    """Give the word that makes a target without number unmeasurable."""
    return vague_word(row.value_text) if _wordy(row) else None


@lru_cache(KEPT_READINGS)
def is_compared(text: str) -> bool:
    """Tell whether words set a target against a known level: 较上年下降, 同比提高, 不低于全省平均水平."""
    return len(text) <= MAX_COMPARED and _BASELINE.search(one_width(text)) is not None


@fact(IndicatorFacts, "bool", "指标值是否与基数相比", "of_value")
def compared(row: IndicatorFacts) -> bool:
    """Tell whether the value sets a target against last year's level or an average, though without a number."""
    return _wordy(row) and is_compared(row.value_text)


@fact(IndicatorFacts, "bool", "指标值是否为一句话", "of_value")
def value_is_sentence(row: IndicatorFacts) -> bool:
    """Tell whether a sentence stands where a target should."""
    return _wordy(row) and is_sentence(row.value_text)


@fact(IndicatorFacts, "bool", "名称是否要求填数", "of_name")
def asks_number(row: IndicatorFacts) -> bool:
    """Tell whether the name is a rate, a count or a frequency and so asks for a number."""
    return measure(row) in COUNTED


@fact(IndicatorFacts, "string", "指标值重复了什么")
def repeats(row: IndicatorFacts) -> str | None:
    """Give `name` or `description` where the value only says that again; null where it says something new."""
    said = name_key(row.value_text)
    as_name = said == name_key(row.name)
    if not as_name and (len(said) < 4 or not row.description or said != name_key(row.description)):
        return None
    if row.is_none or row.value.kind in ("none", "boolean") or len(said) < 2 or said in word_list("graded-words"):
        return None
    return "name" if as_name else "description"


def _starts_with_number(text: str) -> bool:
    return name_key(text)[:1].isdigit()


def _value_starts_with_number(row: IndicatorFacts) -> bool:
    return is_plain(row.value_text, row.value.kind) or _starts_with_number(row.value_text)


def _may_repeat(row: IndicatorFacts) -> bool:
    if is_plain(row.value_text, row.value.kind):
        return True
    said = name_key(row.value_text)
    return len(said) > 1 and said not in word_list("graded-words") and row.value.kind not in ("none", "boolean")


REPEATS = (
    mark(
        name=lambda row: row.name_key[:1].isdigit(),
        value=lambda row: _value_starts_with_number(row) and _may_repeat(row),
    )
    | mark(
        name=lambda row: not row.name_key[:1].isdigit(),
        value=lambda row: not _value_starts_with_number(row) and _may_repeat(row),
    )
    | column_mark("description")
)
"""A value that says the name again begins as the name does."""


know(_MEASURE_ENDS, _DONE_ENDS)


def may_be_statement(ending: str) -> bool:
    """Tell whether a name with this ending can be a statement."""
    return expected_measure(ending) is None and not ending.endswith(_MEASURE_ENDS)


@fact(IndicatorFacts, "bool", "名称是否只是一句陈述", "of_name")
def is_statement(row: IndicatorFacts) -> bool:
    """Tell whether the name says what is to be done or reached (促进就业, 工作有效开展) and names no measure."""
    plain = strip_unit(row.name)
    if not (plain.endswith(_DONE_ENDS) or find_word(plain[:2], "effect-verbs")) or plain.endswith(_MEASURE_ENDS):
        return False
    return not measure(row) and len(han(plain)) > 3 and not any(character.isdigit() for character in plain)


@fact(IndicatorFacts, "bool", "指标值是否没有数")
def lacks_number(row: IndicatorFacts) -> bool:
    """Tell whether the value has words or an unticked choice but no number, date or duration."""
    if not is_in_words(row):
        return False
    if row.value.kind not in ("qualitative", "malformed"):
        return True
    # 信息更新频次 | 工作日每日更新; 援助案件量 | 不低于上年水平
    often = row.name.endswith(_HOW_OFTEN) and _EVERY.search(row.value_text)
    return not (often or _LAST_YEARS.match(one_width(row.value_text)))


@keep(IndicatorFacts, "of_value")
def is_in_words(row: IndicatorFacts) -> bool:
    """Tell whether the value by itself holds no number, date or duration."""
    kind = row.value.kind
    if kind in {"mixed", "multi"}:
        return all(part.number_base is None and part.model.date is None for part in row.value.parts)
    return kind in ("qualitative", "boolean") or (kind == "malformed" and not any(c.isdigit() for c in row.value_text))
