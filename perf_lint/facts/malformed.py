"""Notice values in which something else stands beside or instead of one target."""

from __future__ import annotations

import re

from perf_lint import values
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.measures import expected_measure
from perf_lint.facts.notes import Note
from perf_lint.facts.polarity import polarity_of
from perf_lint.facts.vocabulary import fact
from perf_lint.facts.wording import asks_number, repeats, value_is_sentence
from perf_lint.model.words import Words
from perf_lint.text.keys import name_key

GLUED = Words("里有两样东西粘在一起，只能留一样", "glues two things together; keep one")
SENTENCE = Words("是一句话，不是要达到的数或标准", "is a sentence and no number or standard")
LATEX = Words("残留排版代码，是转换时留下的", "holds leftover typesetting code")
_LATEX = re.compile(r"\$|\\[a-z]{2,}")
_GLUED_CHOICE = re.compile(r"\d.*是\s*[/／]\s*否|是\s*[/／]\s*否.*\d")
_CHOICE = re.compile(r"^\W*是\s*[/／、|]?\s*否\W*$")
_TIME = re.compile(r"年|月|日|天|季|周|期|及时|按时|按计划|进度|时间|立即|随时|小时")
SENTENCE_LEVELS = frozenset(("质量指标", "时效指标"))


@fact(IndicatorFacts, "bool", "是否未选择的选项")
def is_choice(row: IndicatorFacts) -> bool:
    """Tell whether the value is an unticked choice: 是/否, 是□否□."""
    return _CHOICE.match(row.value_text) is not None


@fact(IndicatorFacts, "Note", "指标值的错乱之处")
def malformation(row: IndicatorFacts) -> Note | None:
    """Notice what is wrong with the shape of the value, with the right spelling where it is certain."""
    reading = row.value.model
    text = row.value_text
    label = reading.label
    if label and _is_measure(label):
        words = Words(
            f"里写了衡量内容「{label}」，应写到三级指标名称里",
            f"names the measure “{label}”, which belongs in the name",
        )
        return Note(row.value.path, label, words)
    if _LATEX.search(text):
        usual = values.format_value(reading) if reading.number_base is not None else None
        return Note(row.value.path, text, LATEX, usual)
    if _GLUED_CHOICE.search(text):
        return Note(row.value.path, text, GLUED)
    if reading.kind == "mixed" or (reading.kind == "malformed" and any(character.isdigit() for character in text)):
        return (
            Note(row.value.path, text, GLUED)
            if reading.kind == "mixed"
            else Note(row.value.path, text, _unreadable(row))
        )
    if (
        row.level2 in SENTENCE_LEVELS
        and value_is_sentence(row)
        and not asks_number(row)
        and not repeats(row)
        and not _has_time(row)
    ):
        return Note(row.value.path, text, SENTENCE)
    return None


def _is_measure(label: str) -> bool:
    return len(name_key(label)) > 1 and (expected_measure(label) is not None or polarity_of(label) is not None)


def _has_time(row: IndicatorFacts) -> bool:
    return row.level2 == "时效指标" and _TIME.search(row.value_text) is not None


def _unreadable(row: IndicatorFacts) -> Words:
    problem = row.value.model.problem
    if problem is None:
        return GLUED
    return Words(f"读不通：{problem.zh}", f"cannot be read: {problem.en}")
