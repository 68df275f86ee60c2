"""Find evidence that a row stands under the wrong benefit, or under 满意度 without naming a satisfaction."""

from __future__ import annotations

from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.measures import expected_measure
from perf_lint.facts.placement_evidence import OF_NATURE, Evidence, strong, weak
from perf_lint.model.levels import ECONOMIC, QUALITY, QUANTITY, SATISFACTION, SERVED, SOCIAL, TIMELINESS
from perf_lint.text.matching import find_word, last_word
from perf_lint.text.wordlists import strip_unit

COUNTS = frozenset(("count", "people", "visits", "times"))


def _whole(row: IndicatorFacts) -> str:
    return f"{row.name} {row.description or ''} {row.value_text}"


def no_satisfaction(row: IndicatorFacts) -> Evidence | None:
    """Find a row under 满意度 that names no satisfaction and nobody who could be satisfied."""
    if row.level1 != SATISFACTION and row.level2 != SERVED:
        return None
    if find_word(_whole(row), "satisfaction") or last_word(strip_unit(row.name), "people-words"):
        return None
    level2 = QUANTITY if expected_measure(row.name) in COUNTS else SOCIAL
    return strong(level2, "名称没有说谁对什么满意", "the name says nobody's satisfaction with anything")


def effect_as_output(row: IndicatorFacts) -> Evidence | None:
    """Find a social effect with a percentage or a phrase under 数量."""
    if row.level2 != QUANTITY or row.value.kind not in ("percent", "qualitative"):
        return None
    verb = find_word(row.name[:2], "effect-verbs")
    word = find_word(row.name, "social-words")
    if not verb or not word:
        return None
    return weak(SOCIAL, f"「{word}」是效果，不是数量", f"“{word}” is an effect, not a quantity")


def not_ecological(row: IndicatorFacts) -> Evidence | None:
    """Find a social effect under 生态效益 that says nothing of nature, pollution or resources."""
    if row.level2 not in OF_NATURE or find_word(_whole(row), "ecology-words"):
        return None
    word = find_word(row.name, "social-words") or find_word(row.name, "not-ecology")
    return weak(SOCIAL, f"「{word}」与生态环境无关", f"“{word}” has nothing to do with nature") if word else None


def not_economic(row: IndicatorFacts) -> Evidence | None:
    """Find a social effect under 经济效益 whose name says nothing of money, output or trade."""
    if row.level2 != ECONOMIC or find_word(row.name, "economy-words"):
        return None
    word = find_word(row.name, "social-words")
    return weak(SOCIAL, f"「{word}」不是经济效益", f"“{word}” is no economic benefit") if word else None


def economic_elsewhere(row: IndicatorFacts) -> Evidence | None:
    """Find what can only be an economic benefit under 社会效益 or 生态效益, with an amount under 质量 or 时效, too."""
    if row.level2 in (QUALITY, TIMELINESS):
        if row.value.kind != "money":
            return None
    elif row.level2 != SOCIAL and row.level2 not in OF_NATURE:
        return None
    word = find_word(row.name, "economy-strong")
    if not word or find_word(row.name, "social-words") or find_word(row.name, "ecology-words"):
        return None
    return weak(ECONOMIC, f"「{word}」是经济效益", f"“{word}” is an economic benefit")
