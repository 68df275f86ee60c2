"""Check the numbers in front of indicators: 指标1, 指标2 …, restarting with each 二级指标 or running on."""

from __future__ import annotations

from itertools import groupby

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import LISTED_MARKS, column_mark
from perf_lint.facts.notes import Note
from perf_lint.facts.vocabulary import fact
from perf_lint.model.words import Words
from perf_lint.text.pattern import lazy_pattern

_NUMBER = lazy_pattern(r"[(（]?(?:指标)?\s*(\d{1,3})\s*[)）.、:：]?")


def label_number(label: str | None) -> int | None:
    """Read the number of a label; None for 1.1, ①-style and other labels."""
    found = _NUMBER.fullmatch(label.strip()) if label else None
    return int(found.group(1)) if found else None


def _first_break(rows: list[IndicatorFacts], before: int | None) -> Note | None:
    numbers = [label_number(row.label) for row in rows]
    expected = numbers[0] if numbers[0] in (1, (before or 0) + 1) else 1
    for row, number in zip(rows, numbers, strict=True):
        if number is None or expected is None:
            return None
        if number != expected:
            return _note(row, number, expected)
        expected += 1
    return None


def _note(row: IndicatorFacts, number: int, expected: int) -> Note:
    """Say what is wrong; a gap may be a lost row, so only a number used twice can be mended with certainty."""
    if number < expected:
        words = Words(f"编号{number}重复，应为{expected}", f"number {number} again, {expected} expected")
    else:
        words = Words(f"编号{number}前缺少{expected}", f"number {expected} is missing before {number}")
    label = row.label or ""
    proposal = label.replace(str(number), str(expected))
    return Note(f"{row.path}.label", label, words, proposal, sure=number < expected)


LABELLED = column_mark("label")


LISTED_MARKS["numbering"] = LABELLED


@fact(FormFacts, "list(Note)", "编号错误")
def numbering(form: FormFacts) -> tuple[Note, ...]:
    """Notice the first wrong number of each 二级指标; a list that restarts or runs on with it is right."""
    if not form.asked(LABELLED):
        return ()
    notes: list[Note] = []
    before: int | None = None
    for _, group in groupby(form.indicators, key=lambda row: (row.level1, row.level2)):
        rows = list(group)
        if all(label_number(row.label) is None for row in rows):
            continue
        if note := _first_break(rows, before):
            notes.append(note)
        before = label_number(rows[-1].label)
    return tuple(notes)
