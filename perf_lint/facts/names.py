"""See names through their writing: a level's name as a name, the subject of a project, names that fit anything."""

from __future__ import annotations

from functools import cache, lru_cache

from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.vocabulary import fact
from perf_lint.text import keys
from perf_lint.text.matching import KEPT_READINGS, last_word, without_words
from perf_lint.text.pattern import lazy_pattern
from perf_lint.text.wordlists import word_list

MIN_SPECIFIC = 3
"""Characters that must remain for a name to belong to one subject only."""
_YEAR_BEFORE = lazy_pattern(r"^\d{4}年?度?")
_OWN_OFFICE = lazy_pattern(r"本级$")
_CODE = lazy_pattern(r"[0-9A-Z]{4,}")


@lru_cache(KEPT_READINGS)
def level_name(name: str) -> bool:
    """Tell whether a 三级指标 is only a level's name: 服务对象满意度指标, 数量.

    服务对象满意度 without 指标 is a usual name of its own.
    """
    key = keys.name_key(name)
    if key.endswith("指标"):
        return key.removesuffix("指标") in _names("level-names")
    return key in _names("level-names-bare")


@cache
def _names(list_name: str) -> frozenset[str]:
    return frozenset(word_list(list_name))


@lru_cache(KEPT_READINGS)
def entity_key(name: str) -> str:
    """Reduce a department or unit to its name: code, blanks, brackets and 本级 fall away."""
    return _OWN_OFFICE.sub("", keys.name_key(_CODE.sub("", name.upper())))


@lru_cache(KEPT_READINGS)
def project_subject(name: str) -> str:
    """Reduce a project name to what it is about: 2024年扫黑除恶工作经费 gives 扫黑除恶."""
    key = _YEAR_BEFORE.sub("", keys.name_key(name))
    while (end := last_word(key, "project-suffixes")) and len(key) > len(end):
        key = key.removesuffix(end)
    return key


@lru_cache(KEPT_READINGS)
def is_generic(name: str) -> bool:
    """Tell whether a name fits any project: hardly a character stays without the words that all projects use."""
    return len(keys.han(without_words(name, "generic-name-parts"))) < MIN_SPECIFIC


@fact(IndicatorFacts, "bool", "名称是否为上级指标名称", "of_name")
def is_level_name(row: IndicatorFacts) -> bool:
    """Tell whether the name repeats the name of a level."""
    return level_name(row.name)
