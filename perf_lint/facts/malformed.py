"""Notice values in which something else stands beside or instead of one target."""

from __future__ import annotations

from perf_lint import values
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import mark
from perf_lint.facts.measures import expected_measure
from perf_lint.facts.notes import Note
from perf_lint.facts.polarity import polarity_of
from perf_lint.facts.vocabulary import fact, keep
from perf_lint.facts.wording import asks_number, repeats, value_is_sentence
from perf_lint.model.levels import ECOLOGICAL_COST, QUALITY, SOCIAL_COST, TIMELINESS
from perf_lint.model.words import Words
from perf_lint.text.keys import name_key
from perf_lint.text.pattern import lazy_pattern

GLUED = Words("里有两样东西粘在一起，只能留一样", "glues two things together; keep one")
SENTENCE = Words("是一句话，不是要达到的数或标准", "is a sentence and no number or standard")
SIGNS = Words("符号重复、悬空或与百分号粘连", "has a doubled, dangling or misplaced sign")
REPEATED = Words("里又写了一遍指标名称，只写要达到的数就行", "says the name again; the number is enough")
LATEX = Words("残留排版代码，是转换时留下的", "holds leftover typesetting code")
UNREAD = Words("没有读懂，没有核对；请看写法是否通行", "was not understood and not checked; is it spelled as usual?")
_LATEX = lazy_pattern(r"\$|\\(?:[a-z]{2,}|%)")
_GLUED_CHOICE = lazy_pattern(r"\d.*是\s*[/／]\s*否|是\s*[/／]\s*否.*\d")
_CHOICE = lazy_pattern(r"^\W*是\s*[/／、|]?\s*否\W*$")
_BROKEN_SIGNS = lazy_pattern(r"[≥≤><＞＜=＝]\s*$|[≥≤]\s*[≥≤]|[%％]\s*[=＝%％]|[=＝]\s*[≥≤]|\d\s*[%％]\s*\d")
_USUAL = lazy_pattern(
    r"/\s*\d*\s*[百千万亿]|^\s*20\d\d[.．]\d{1,2}\s*$|24小时|\d年一遇|\d[×xX*]\d|\d[:：]\d|零时|^每月\d{1,2}[日号]$|次[年月]|日\d{1,2}时|[节会季汛]前$|^前\d+(?:\.\d+)?[%％]$"
    r"|^[较比][\u4e00-\u9fff\d]{1,10}[提增升上下降减缩][高加长升降少低幅短]|\d[月日]\S{0,6}[、和]\S{0,3}\d|/\([^()]+\)$"
    r"|^[≥≤><=]*\d[\d.]*万?[A-Za-zΩμ]{1,6}(?:/[A-Za-zμ]{1,3}[²³23]?)?$|^[≥≤]?[A-Z]\d+$"
    r"|后\d+个?(?:工作日|[日天周月]|小时)$|\d年(?:左右)?一[轮换次更]|假期$|日[\u4e00-\u9fff]{2,4}前$|期结束前$|[×xX*]\d[^=]*=|[，,](?:共|合计|共计|计)\d|^[≥≤]?\d[\d.]*万?[\u4e00-\u9fff][次年件套]$|^优于\d[\d.]*%$|^延长[至到]?\d"
)
"""What everybody writes and understands: 18/10万, 24小时不间断, 20年一遇, 1920×1080, 每日8:30, 较建设前下降50%."""
_EXPLAINED = lazy_pattern(r"^[^\d()（）≥≤><%％]+[（(][^()（）]+[)）]$|^[^\d，,；;≥≤><%％]{1,6}[，,；;][^，,；;]+$")
"""A word and the number or time that it stands for: 良好（85分以上）, 开学前（8月31日前）."""
_ASIDE = lazy_pattern(
    r"[，,；;][^，,；;\d]*(?:顺延|除外|不计|为准|另[计议行]|而定|调整|延后|优先)$|^(?:当[场日天]|即时|立即|随时)[或、/及]"
)
"""What is to happen with a target in some case: 4—11月，雨天顺延."""
_TIME = lazy_pattern(r"年|月|日|天|季|周|期|及时|按时|按计划|进度|时间|立即|随时|小时")
SOCIAL_COSTS = frozenset((SOCIAL_COST, ECOLOGICAL_COST))
"""Levels whose targets are described in words as a rule: 停水不超过24小时."""
SENTENCE_LEVELS = frozenset((QUALITY, TIMELINESS))


@fact(IndicatorFacts, "bool", "是否未选择的选项", "of_value")
def is_choice(row: IndicatorFacts) -> bool:
    """Tell whether the value is an unticked choice: 是/否, 是□否□."""
    return _CHOICE.match(row.value_text) is not None


@keep(IndicatorFacts, "of_value")
def may_be_malformed(row: IndicatorFacts) -> bool:
    """Tell whether the value by itself gives any reason to look closer."""
    reading, text = row.value.model, row.value_text
    if reading.label or reading.kind in ("mixed", "malformed") or value_is_sentence(row):
        return True
    return any(pattern.search(text) for pattern in (_LATEX, _GLUED_CHOICE, _BROKEN_SIGNS))


MALFORMED = mark(value=may_be_malformed, odd=True)


@fact(IndicatorFacts, "Note", "指标值的错乱之处")
def malformation(row: IndicatorFacts) -> Note | None:
    """Notice what is wrong with the shape of the value, with the right spelling where it is certain."""
    if not may_be_malformed(row):
        return None
    reading, text, path = row.value.model, row.value_text, row.value.path
    label = reading.label
    if label and name_key(label) == row.name_key and len(row.name_key) > 3:
        return Note(path, label, REPEATED, sure=False)
    if label and _is_measure(label) and text.strip().startswith(label):
        words = Words(
            f"里写了衡量内容「{label}」，应写到三级指标名称里",
            f"names the measure “{label}”, which belongs in the name",
        )
        return Note(path, label, words, sure=row.level2 not in SOCIAL_COSTS)
    if _LATEX.search(text):
        usual = values.format_value(reading) if reading.number_base is not None else None
        return Note(path, text, LATEX, usual)
    if _GLUED_CHOICE.search(text) or (reading.kind == "mixed" and not (_EXPLAINED.search(text) or _ASIDE.search(text))):
        return Note(path, text, GLUED)
    if _BROKEN_SIGNS.search(text):
        return Note(path, text, SIGNS)
    if reading.kind == "malformed" and any(character.isdigit() for character in text) and not _USUAL.search(text):
        return Note(path, text, _unreadable(row), sure=False)
    return Note(path, text, SENTENCE) if _is_misplaced_sentence(row) else None


def _is_misplaced_sentence(row: IndicatorFacts) -> bool:
    if row.level2 not in SENTENCE_LEVELS or not value_is_sentence(row) or asks_number(row) or repeats(row):
        return False
    return row.level2 != TIMELINESS or _TIME.search(row.value_text) is None


def _is_measure(label: str) -> bool:
    return len(name_key(label)) > 1 and (expected_measure(label) is not None or polarity_of(label) is not None)


def _unreadable(row: IndicatorFacts) -> Words:
    problem = row.value.model.problem
    if problem is None:
        return GLUED
    from perf_lint.values.refusal import UNREAD as FROM_HERE  # what said so has loaded it

    if problem == FROM_HERE:
        return UNREAD
    return Words(f"没有读懂（{problem.zh}），没有核对", f"was not understood ({problem.en}) and not checked")
