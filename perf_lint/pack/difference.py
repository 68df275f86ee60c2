"""Compare two packs rule by rule, with what their overrides make of the rules."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from perf_lint.model.suppression import meets
from perf_lint.model.terms import CONFIDENCE_WORDS, SEVERITY_WORDS
from perf_lint.model.words import Words
from perf_lint.pack.rule import opened

VALUES = {
    **SEVERITY_WORDS,
    "off": Words("不用", "off"),
    **CONFIDENCE_WORDS,
    "stable": Words("正式", "stable"),
    "preview": Words("试行", "preview"),
    "deprecated": Words("停用", "deprecated"),
}
FIELDS = {
    "severity": Words("级别", "severity"),
    "confidence": Words("把握", "confidence"),
    "status": Words("状态", "status"),
    "title": Words("标题", "title"),
    "applies_to": Words("适用", "applies to"),
    "params": Words("参数", "parameters"),
    "basis": Words("依据", "basis"),
    "trees": Words("判断", "logic"),
    "said": Words("报告里的话", "what is said"),
    "words": Words("词表", "word lists"),
    "explain": Words("说明", "explanation"),
    "partly": Words("对部分文件或指标的规定", "what holds for some files or elements"),
}
"""What is compared; short values are shown, long ones only named."""
SHOWN = ("severity", "confidence", "status")


class Difference(NamedTuple):
    """One rule that differs: `+` only in the new pack, `-` only in the old one, `~` in both."""

    mark: str
    code: str
    what: Words


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Difference]:
    """Compare the checked data of two packs, by code."""
    before, after = _rules(old), _rules(new)
    return [
        found for code in sorted({*before, *after}) for found in _rule(code, before.get(code, {}), after.get(code, {}))
    ]


def _rules(data: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Give the rules by code and, within it, by pack."""
    found: dict[str, dict[str, Any]] = {}
    for rule in data["rules"]:
        found.setdefault(rule["code"], {})[rule["pack"]] = _effective(rule, data["changes"])
    return found


def _effective(rule: Mapping[str, Any], changes: list[Any]) -> dict[str, Any]:
    made = {**rule, "params": {name: dict(param) for name, param in rule["params"].items()}, "partly": []}
    made |= {name: opened(rule[name]) for name in ("trees", "said")}
    for change in changes:
        if not meets(rule["code"], change["rules"]):
            continue
        if change["files"] or change["elements"]:
            made["partly"].append({key: value for key, value in change.items() if key != "origin"})
            continue
        made["severity"] = "off" if change["off"] else change["severity"] or made["severity"]
        for name, value in change["params"].items():
            if name in made["params"]:
                made["params"][name]["default"] = value
    return made


def _rule(code: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Difference]:
    """Match the rules of one code by their packs, those left over in their order."""
    pairs = [(old[pack], new[pack]) for pack in old if pack in new]
    gone, come = [old[pack] for pack in old if pack not in new], [new[pack] for pack in new if pack not in old]
    matched = min(len(gone), len(come))
    for before, after in [*pairs, *zip(gone[:matched], come[:matched], strict=True)]:
        changed = [_change(name, before[name], after[name]) for name in FIELDS if _differ(before[name], after[name])]
        if changed:
            zh, en = "，".join(words.zh for words in changed), ", ".join(words.en for words in changed)
            yield Difference("~", code, Words(zh, en))
    for rules, mark in ((gone[matched:], "-"), (come[matched:], "+")):
        for rule in rules:
            zh, en = rule["title"]
            beside = len(old) > 1 or len(new) > 1
            yield Difference(
                mark, code, Words(f"{zh}（{rule['pack']}）", f"{en} ({rule['pack']})") if beside else Words(zh, en)
            )


def _differ(old: Any, new: Any) -> bool:
    """Compare as JSON: what comes from the cache has lists where what comes from files has tuples."""
    return old != new and json.dumps(old, sort_keys=True) != json.dumps(new, sort_keys=True)


def _change(name: str, old: Any, new: Any) -> Words:
    label = FIELDS[name]
    if name not in SHOWN:
        return label
    before, after = VALUES[old], VALUES[new]
    return Words(f"{label.zh} {before.zh} → {after.zh}", f"{label.en} {before.en} → {after.en}")
