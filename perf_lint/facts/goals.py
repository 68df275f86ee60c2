"""Weigh the goal: does it name a deliverable, and does every numbered part find an indicator?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.marks import column_mark
from perf_lint.facts.names import project_subject
from perf_lint.facts.rows import NAME
from perf_lint.facts.vocabulary import declare, fact
from perf_lint.text.keys import han, name_key
from perf_lint.text.matching import KEPT_READINGS, without_words
from perf_lint.text.pattern import lazy_pattern

LEFT_OVER = 4
"""Characters of its own that a goal needs beyond the project's name and words that fit every project."""
_MARK = lazy_pattern(
    r"(?:目标|任务)\s*(\d{1,2}|[一二三四五六七八九十])\s*[:：.、]?|(?<![\d.第])(\d{1,2}|[一二三四五六七八九十])\s*[.、．)）](?!\d)|([①-⑩])"
)
_FIRST = lazy_pattern(r"[目任\d一二三四五六七八九十①-⑩]")
"""How every `_MARK` begins; to look for one character is quick."""
_FIGURES = lazy_pattern(r"\d+")
_HAN = lazy_pattern("[\u4e00-\u9fff]")
_COUNTED = frozenset("万亿元%％个人次")
_NUMBERING = frozenset("标务第.．")
_LETTERS = lazy_pattern(r"[A-Za-zＡ-Ｚａ-ｚ]{2,}")
_NUMERALS = "一二三四五六七八九十"
_GRAM = 2


class GoalPart:
    """A numbered part of the goal that no indicator mentions."""

    TYPE = "GoalPart"
    __slots__ = ("__dict__", "number", "path", "text")

    def __init__(self, path: str, number: int, text: str) -> None:
        self.path = path
        self.number = number
        self.text = text


declare(
    "GoalPart",
    {"path": ("string", "字段路径"), "number": ("int", "序号"), "text": ("string", "目标内容")},
)


def _number(mark: re.Match[str]) -> int:
    text = next(group for group in mark.groups() if group)
    if text.isdecimal():
        return int(text)
    return _NUMERALS.index(text) + 1 if text in _NUMERALS else ord(text) - ord("①") + 1


def _marks(goal: str) -> Iterator[re.Match[str]]:
    """Yield what `_MARK.finditer(goal)` yields."""
    place = 0
    while first := _FIRST.search(goal, place):
        found = _MARK.match(goal, first.start())
        if found:
            yield found
        place = found.end() if found else first.end()


@lru_cache(KEPT_READINGS)
def goal_parts(goal: str) -> tuple[str, ...]:
    """Split a goal at its numbers (目标1:, 2., ③) as far as they count 1, 2, 3; empty where it has fewer than two."""
    marks: list[re.Match[str]] = []
    for found in _marks(goal):
        if _number(found) == len(marks) + 1:
            marks.append(found)
    if len(marks) < 2:
        return ()
    ends = [found.start() for found in marks[1:]] + [len(goal)]
    return tuple(goal[found.end() : end].strip(" 。；;\n") for found, end in zip(marks, ends, strict=True))


@lru_cache(KEPT_READINGS)
def purpose_parts(purpose: str) -> tuple[str, ...]:
    """Split what the funds are for at semicolons; empty where it is one piece."""
    parts = tuple(part.strip(" 。\n") for part in purpose.replace("；", ";").split(";"))
    return tuple(part for part in parts if part) if len(parts) > 1 else ()


def _own_words(text: str, project: str) -> str:
    """Remove from a goal what the project's name says and what fits every project."""
    rest = name_key(text)
    for length in range(len(project), 1, -1):
        for start in range(len(project) - length + 1):
            rest = rest.replace(project[start : start + length], "")
    return han(without_words(rest, "goal-fillers"))


def is_measured(goal: str) -> bool:
    """Tell whether a number of the text counts something and cannot be that of a numbered part."""
    for found in _FIGURES.finditer(goal):
        start, end = found.span()
        if goal[end : end + 1] in _COUNTED:
            before = goal[start - 1 : start] if start else ""
            if before not in _NUMBERING and not before.isspace():
                return True
    return False


@fact(FormFacts, "bool", "目标是否空泛")
def goal_is_vague(form: FormFacts) -> bool | None:
    """Tell whether the goal has no number and says nothing beyond the project's name; null where there is no goal."""
    goal = form.goal
    if not goal or not _HAN.search(goal):
        return None
    if name_key(goal) == name_key(form.project_name or ""):
        return True
    if is_measured(goal) or any(map(str.isdigit, _MARK.sub("", goal))):
        return False
    return len(_own_words(goal, project_subject(form.project_name or ""))) < LEFT_OVER


@lru_cache(KEPT_READINGS)
def _own(text: str) -> str:
    """Keep the characters that do not fit every project."""
    return han(without_words(without_words(text, "goal-fillers"), "generic-name-parts"))


def _shares_a_gram(text: str, seen: str) -> bool:
    """Tell whether two neighbouring characters of the text stand together in `seen`, or it has too few to tell."""
    rest = _own(text)
    grams = set()
    for start in range(len(rest) - _GRAM + 1):
        gram = rest[start : start + _GRAM]
        if gram in seen:
            return True
        grams.add(gram)
    return len(grams) < 2


def _letters_seen(form: FormFacts, part: str) -> bool:
    """Tell whether an indicator names the abbreviation that a part of the goal does: AED, PM2.5."""
    words = {word.lower() for word in _LETTERS.findall(part)}
    return any(word in name.lower() for name in form.row_columns[NAME] for word in words)


DESCRIBED = column_mark("description")


@fact(FormFacts, "list(GoalPart)", "没有对应指标的目标")
def unmatched_goals(form: FormFacts) -> tuple[GoalPart, ...]:
    """Give the parts of goal and purpose that share no word with any indicator's name or description."""
    parts = [("goal", number, part) for number, part in enumerate(goal_parts(form.goal or ""), 1)]
    parts += [("purpose", number, part) for number, part in enumerate(purpose_parts(form.purpose or ""), 1)]
    rows = form.model.indicators
    if not parts or not rows:
        return ()
    seen = "".join(map(_own, form.row_columns[NAME]))
    if form.asked(DESCRIBED):
        seen = "".join(_own(row.name) + _own(row.description or "") for row in rows)
    found = []
    for path, number, part in parts:
        if not _shares_a_gram(part, seen) and not _letters_seen(form, part):
            found.append(GoalPart(path, number, part))
    return tuple(found)
