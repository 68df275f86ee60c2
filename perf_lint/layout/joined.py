"""Join sign, value and unit that stand in columns of their own; part a name from the target in its cell."""

from __future__ import annotations

import re

from perf_lint.layout.slots import LABEL, looks_like_value
from perf_lint.text.blanks import squeeze
from perf_lint.text.pattern import lazy_pattern

_SIGNS = {
    "≥": "≥", ">=": "≥", "大于等于": "≥", "大于或等于": "≥", "不低于": "≥", "不少于": "≥", "≧": "≥",
    "≤": "≤", "<=": "≤", "小于等于": "≤", "小于或等于": "≤", "不高于": "≤", "不超过": "≤", "≦": "≤",
    ">": ">", "大于": ">", "<": "<", "小于": "<", "=": "=", "==": "=", "等于": "=", "约": "约",
}  # fmt: skip
_STARTS = lazy_pattern(r"^[≥≤≧≦><=＞＜＝约]")
_NO_UNIT = ("", "无", "/", "-", "--", "无单位", "定性", "其他", "年月日", "年/月/日", "年-月-日", "日期")


_DOTTED = lazy_pattern(r"(?P<name>[^…·.]{2,40}?)\s*(?:…+|\.{3,}|·{3,})\s*(?P<value>[^…·\s].{0,40})$")
_TARGET = lazy_pattern(
    r"(?P<name>.*?[^\s≥≤≧≦><=＞＜＝:：，,])\s*(?:(?=[≥≤≧≦><=＞＜＝])|[:：])\s*(?P<value>\S.*)$", re.DOTALL
)
_BRACKETED = lazy_pattern(r"(?P<name>[^（()）≥≤><=＞＜:：\d]{2,})[（(](?P<value>[^（()）]{1,20})[)）]$")
_BEHIND_COMMA = lazy_pattern(r"(?P<name>[^，,\d≥≤><=]{2,20})[，,]\s*(?P<value>[^，,]{1,20})$")
_DATED = lazy_pattern(
    r"(?P<name>\D{2,20}(?:时间|日期|时限|期限|节点))为?(?P<value>(?:20\d\d年|\d{1,2}月)[^，,；;。：:]{0,15})$"
)
_FIGURE = lazy_pattern(r"^(?P<name>\D*[^\d\s.,，第])\s*(?P<value>\d[^，,；;。：:]{0,15})$", re.DOTALL)
_ITEM_END = lazy_pattern(r"[；;。\n]+|(?<=\S)\s+(?=(?:指标)?\d{1,2}[、.．:：](?!\d))")


def part_targets(text: str, *, certain: bool) -> list[tuple[str, str]]:
    """Part 湿地面积≥3200亩；湿地保护率≥62% into names and targets; the target is empty where nothing parts it off.

    `certain` says that the heading promises targets, so that what stands behind a colon is one in any words.
    """
    found = []
    for piece in _ITEM_END.split(text):
        bare = piece.strip()
        label = LABEL.match(bare)
        target = _TARGET.match(bare, label.end() if label else 0) if bare else None
        if bare:
            start = bare[: label.end()] if label else ""
            inner = _DOTTED.match(bare) or _BRACKETED.match(bare)
            if inner and (certain or looks_like_value(inner["value"])):
                found.append((inner["name"], inner["value"]))
                continue
            told = target and (certain or looks_like_value(target["value"]))
            found.append((start + target["name"], target["value"]) if target and told else (bare, ""))
    return found


def part_remark(text: str) -> tuple[str, str] | None:
    """Part 建成时间（2025年10月）, 拨付时间，2025年10月 or 拨付时间2025年10月; None where no figure ends it."""
    told = _BRACKETED.match(text) or _BEHIND_COMMA.match(text) or _DATED.match(text)
    return (told["name"], told["value"]) if told and looks_like_value(told["value"]) else None


def part_figure(text: str) -> tuple[str, str]:
    """Part 放映场次5184场 or 观影人次≥25万人次 into name and target; empty where no figure ends the text."""
    target = _TARGET.match(text) or _FIGURE.match(text)
    return (target["name"], target["value"]) if target and looks_like_value(target["value"]) else (text, "")


def is_sign(text: str) -> bool:
    """Say whether a cell holds a comparison and nothing else."""
    return squeeze(text) in _SIGNS


def join_value(texts: dict[str, str]) -> str:
    """Give the value as one text: ≥ + 90 + % = ≥90%."""
    value = texts.get("value", "")
    sign, unit = texts.get("sign", ""), texts.get("unit", "")
    if not value or not (sign or unit):
        return value
    symbol = _SIGNS.get(squeeze(sign), "")
    numeric = any(char.isdigit() for char in value)
    if symbol and numeric and not _STARTS.match(value):
        value = symbol + value
    if numeric and squeeze(unit) not in _NO_UNIT and not value.endswith(unit):
        value += unit
    return value
