"""Weigh the words of a target that has no number: empty ones, sentences, the name said again."""

from __future__ import annotations

import re
from functools import lru_cache

from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.measures import measure
from perf_lint.facts.vocabulary import fact
from perf_lint.text.keys import han, name_key
from perf_lint.text.matching import KEPT_READINGS, find_word
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordlists import strip_unit, word_list

SENTENCE_LENGTH = 9
"""Chinese characters from which a phrase without degree or standard is a sentence, not a target."""
COUNTED = frozenset(("rate", "people", "visits", "times", "count"))
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
    r"合格|达标|优良|优秀|符合[\u4e00-\u9fff]*标准|(?:[A-Da-d]|[IViv]+|[一二三四五甲乙丙特])[级类等档]|等次|(?:好|良|优|中等|满意|格)(?:及|或)?以上$"
)
_STANDARD = lazy_pattern(
    r"标准|规范|要求|规定|合同|验收|合格|达标|符合|满足|不低于|不高于|不超过|以上|以内|未发生|不发生|无|零|全部|全覆盖|优|等级|级"
)


@lru_cache(KEPT_READINGS)
def vague_word(text: str) -> str | None:
    """Give the first word that tells no degree (明显, 健全); None where a grade (优良, 达标) settles it."""
    key = name_key(text)
    if not key or any(character.isdigit() for character in key) or key in word_list("graded-words"):
        return None
    if _GRADED.search(key):
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


@fact(IndicatorFacts, "bool", "名称是否只是一句陈述", "of_name")
def is_statement(row: IndicatorFacts) -> bool:
    """Tell whether the name says what is to be done or reached (促进就业, 工作有效开展) and names no measure."""
    plain = strip_unit(row.name)
    if (
        measure(row)
        or len(han(plain)) < 4
        or any(character.isdigit() for character in plain)
        or plain.endswith(_MEASURE_ENDS)
    ):
        return False
    return find_word(plain[:2], "effect-verbs") is not None or plain.endswith(_DONE_ENDS)


@fact(IndicatorFacts, "bool", "指标值是否没有数", "of_value")
def lacks_number(row: IndicatorFacts) -> bool:
    """Tell whether the value has words or an unticked choice but no number, date or duration."""
    kind = row.value.kind
    if row.value_text[:1] == "每" and row.name.endswith(_HOW_OFTEN) and kind == "qualitative":
        return False  # 信息更新频次 | 每日更新
    if kind in {"mixed", "multi"}:
        return all(part.number_base is None and part.model.date is None for part in row.value.parts)
    return kind in ("qualitative", "boolean") or (kind == "malformed" and not any(c.isdigit() for c in row.value_text))
