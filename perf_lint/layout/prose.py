"""Read indicators that are written as prose (数量指标：植树≥17600株；质量指标：…); what is unsure stays unread."""

import re
from functools import cache
from typing import NamedTuple

from perf_lint.layout.joined import part_remark
from perf_lint.layout.levels import level_names
from perf_lint.text.compiled import compiled
from perf_lint.text.pattern import lazy_pattern

LONGEST_ITEM = 200
"""Characters of one item of a sentence; in a longer one no target is looked for."""
_ITEM_END = lazy_pattern(r"[；;。\n]+")
_VALUE = lazy_pattern(
    r"(?P<name>.*?[^\s\d≥≤><=≧≦＞＜＝])\s*(?:为|是|达到|达|[:：])?\s*"
    r"(?P<value>(?:[≥≤≧≦><＞＜=＝]=?|不低于|不少于|不超过|不高于|低于|超过|大于|小于|控制在|约)\s*\d[^，,；;。]*"
    r"|\d[\d,.]*\s*(?:%|‰|万|亿|元|人|次|个|户|亩|公里|株|件|套|台|处|所|场|期|天|吨|米|平方米|份|名|家|座|项|批|篇|本|册)[^，,；;。]*)"
)
_NUMBERED = lazy_pattern(r"^\s*(?:[（(]?\d{1,2}[)）.、．](?!\d)|[①-⑳])\s*")

_NO_NAMES = frozenset(
    ("控制在", "不超过", "不高于", "不低于", "不少于", "达到", "超过", "大于", "小于", "约为", "截至")
)


class ProseItem(NamedTuple):
    """An indicator found in a sentence."""

    levels: tuple[str, ...]
    """Level names as written, from the outer to the inner."""
    name: str
    value: str


@cache
def _level_head() -> re.Pattern[str]:
    return compiled(rf"({_level_name().pattern})(?:[（(][^（）()]*[)）])?\s*[：:]")


@cache
def _level_name() -> re.Pattern[str]:
    names = level_names()
    spelled = sorted(
        {key for key in (*names.first, *names.second) if key.endswith("指标")}, key=lambda key: (-len(key), key)
    )
    return compiled("|".join(map(re.escape, spelled)))


def has_prose(text: str) -> bool:
    """Say whether a text names levels, each with a colon."""
    return "指标" in text and len(_level_head().findall(text[:4000])) >= 1


def names_levels(text: str) -> bool:
    """Say whether a text speaks of levels: one with a colon, or several run together."""
    return "指标" in text and (has_prose(text) or len(_level_name().findall(text[:4000])) >= 2)


def read_prose(text: str) -> tuple[list[ProseItem], list[str]]:
    """Give the indicators of a text, and the pieces that name a level but no target that can be told apart."""
    pieces = _level_head().split(text)
    found: list[ProseItem] = []
    unsure: list[str] = []
    levels: list[str] = []
    for name, body in zip(pieces[1::2], pieces[2::2], strict=True):
        levels = _push(levels, name)
        for part in _ITEM_END.split(body):
            bare = _NUMBERED.sub("", part).strip(" ，,、")
            if not bare:
                continue
            told = part_remark(bare)
            if told:
                found.append(ProseItem(tuple(levels), *told))
                continue
            matches = list(_VALUE.finditer(bare)) if len(bare) <= LONGEST_ITEM else []
            if not matches:
                unsure.append(bare)
            for match in matches:
                item = ProseItem(tuple(levels), match["name"].strip(" ，,、"), match["value"].strip())
                if len(item.name) < 2 or item.name in _NO_NAMES:
                    unsure.append(match[0].strip())
                else:
                    found.append(item)
    return found, unsure


def _push(levels: list[str], name: str) -> list[str]:
    """Put a level name in force: a 一级 name clears what was before, a 二级 name takes the place of the last."""
    names = level_names()
    if name in names.first and name not in names.second:
        return [name]
    outer = [level for level in levels if level in names.first and level not in names.second]
    return [*outer, name]
