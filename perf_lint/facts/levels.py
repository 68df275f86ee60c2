"""Notice level cells that hold the name of another level, or of none that a framework knows."""

from __future__ import annotations

from functools import cache, lru_cache

from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import LISTED_MARKS, mark
from perf_lint.facts.notes import Note
from perf_lint.facts.rows import Levels
from perf_lint.facts.vocabulary import fact
from perf_lint.model.levels import BENEFIT, COST, OUTPUT
from perf_lint.model.words import Words
from perf_lint.text.keys import name_key
from perf_lint.text.wordfile import load_words
from perf_lint.text.wordlists import word_list

STANDARD_FIRST = (OUTPUT, BENEFIT, COST)
"""First levels whose second ones the frameworks fix; 满意度 has names of its own in many templates."""
NOT_LEVELS = frozenset(("绩效指标", "绩效", "指标", "一级指标", "二级指标", "三级指标", "年度绩效指标", ""))


@lru_cache(1024)
def level_key(text: str) -> str:
    """Reduce a level cell to its name without 指标."""
    return name_key(text).removesuffix("指标")


@lru_cache(1024)
def nearest_level(text: str, field: str) -> str | None:
    """Give the known level of the same column whose name is nearest to a text, with 指标."""
    from difflib import get_close_matches  # rare, and slow to load

    second = word_list("second-levels")
    known = [name for name in word_list("level-names") if (name in second) is (field == "level2")]
    near = get_close_matches(level_key(text), known, n=1, cutoff=0.5)
    return f"{near[0]}指标" if near else None


def _is_shifted(row: IndicatorFacts) -> bool:
    return bool(row.level1_text) and level_key(row.level1_text) in word_list("second-levels")


SHIFTED = mark(levels=_is_shifted)


@fact(FormFacts, "list(Note)", "填错位置的指标级次名称")
def shifted_levels(form: FormFacts) -> tuple[Note, ...]:
    """Notice each 一级 cell that holds the name of a 二级指标, once."""
    notes: dict[str, Note] = {}
    for row in form.asked(SHIFTED):
        text = row.level1_text
        if _is_shifted(row) and text not in notes:
            right = row.level1 or "上一级指标"
            words = Words(
                f"「{text}」是二级指标的名称，一级指标应为「{right}」",
                f"“{text}” names a 二级指标; “{right}” belongs here",
            )
            notes[text] = Note(f"{row.path}.level1", text, words, row.level1)
    return tuple(notes.values()) + _unnamed_levels(form)


def _unnamed_levels(form: FormFacts) -> tuple[Note, ...]:
    """Notice each 一级指标 that rows belong to and no cell of the form names, where other first levels are named."""
    unnamed = _unnamed(form.level_cells)
    if not unnamed:
        return ()
    found: dict[str, Note] = {}
    for row in form.indicators:
        level = row.level1
        if level in unnamed and row.level2_text and level not in found:
            words = Words(
                f"「{level}」没有写出，「{row.level2_text}」前缺一级指标",
                f"“{level}” is not named before “{row.level2_text}”",
            )
            found[level] = Note(row.path, row.level2_text, words, level)
    return tuple(found.values())


@lru_cache(1024)
def _unnamed(cells: frozenset[Levels]) -> frozenset[str]:
    """Give the 一级指标 that no cell names, where others are named; forms of one template have the same cells."""
    named = {level for level, _, text, _ in cells if text}
    return frozenset([level for level, _, _, _ in cells if level and level not in named]) if named else frozenset()


def _is_known(row: IndicatorFacts, field: str, text: str, read: str | None) -> bool:
    """Tell whether a level cell needs no remark: a known name, or one that its form may choose."""
    if _is_level_name(text):
        return True
    return read is not None and not (field == "level2" and is_own_level(row))


@lru_cache(maxsize=4096)
def _is_level_name(text: str) -> bool:
    return level_key(text) in word_list("level-names") or name_key(text) in NOT_LEVELS


def is_own_level(row: IndicatorFacts) -> bool:
    """Tell whether a 二级指标 of 产出 or 效益 is one that no framework has: 保障程度指标."""
    return _is_own(row.level1, row.level2, row.level2_text)


@lru_cache(maxsize=4096)
def _is_own(first: str | None, level: str | None, text: str) -> bool:
    if level is None or first not in STANDARD_FIRST or not text.endswith("指标"):
        return False
    return level == text and level_key(level) not in word_list("level-names") and level not in known_levels()


@cache
def known_levels() -> frozenset[str]:
    """Give every 一级 and 二级指标 that some template uses."""
    words = load_words("levels")
    return frozenset(words["level1"]) | frozenset(words["level2"])


def _level_cells(row: IndicatorFacts) -> tuple[tuple[str, str, str | None], ...]:
    return ("level1", row.level1_text, row.level1), ("level2", row.level2_text, row.level2)


UNKNOWN = mark(levels=lambda row: not all(_is_known(row, *cell) for cell in _level_cells(row)))


LISTED_MARKS["unknown_levels"] = UNKNOWN


@fact(FormFacts, "list(Note)", "未知的指标级次名称")
def unknown_levels(form: FormFacts) -> tuple[Note, ...]:
    """Notice each level cell whose text no framework knows and from which no level was read, once."""
    notes: dict[str, Note] = {}
    for row in form.asked(UNKNOWN):
        for field, text, known in _level_cells(row):
            if _is_known(row, field, text, known) or text in notes:
                continue
            near = nearest_level(text, field)
            zh = f"「{text}」不在2015年和2021年两套指标体系中" + (f"，最接近的是「{near}」" if near else "")
            en = f"“{text}” is in neither framework, of 2015 or 2021" + (f"; the nearest is “{near}”" if near else "")
            notes[text] = Note(f"{row.path}.{field}", text, Words(zh, en), near)
    return tuple(notes.values())
