"""Declare the settings a configuration file may hold."""

from __future__ import annotations

from perf_lint.model.records import Record
from perf_lint.model.terms import FAIL_ON
from perf_lint.model.words import Words


class Key(Record):
    """One setting: how its value is read, and what it is for."""

    kind: str
    """`text` `list` `count` `flag` `choice`, or the name of a reader of its own."""
    words: Words
    choices: tuple[str, ...] = ()


LANGS = ("zh", "en")

KEYS: dict[str, Key] = {
    "packs": Key("list", Words("使用哪些规则包（名称或目录）", "rule packs to use, by name or folder")),
    "profile": Key("text", Words("规则的档次", "which profile of the rules")),
    "select": Key("list", Words("只用这些规则（编号或前缀）", "only these rules, by code or prefix")),
    "ignore": Key("list", Words("不用这些规则（编号或前缀）", "leave out these rules, by code or prefix")),
    "overrides": Key(
        "overrides",
        Words(
            "改变规则的级别或参数，可限于某些文件、指标", "change severity or parameters, for some files or elements"
        ),
    ),
    "suppressions": Key("suppressions", Words("屏蔽哪些问题，各有理由", "findings not to count, each with a reason")),
    "outputs": Key("outputs", Words("输出格式和文件", "output formats and files")),
    "limits": Key("limits", Words("读取文件的安全上限", "safety limits for reading files")),
    "jobs": Key("count", Words("同时使用几个进程，0 为自动", "processes to use, 0 for automatic")),
    "exclude": Key("list", Words("查找文件时跳过这些", "skip these when searching folders")),
    "lang": Key("choice", Words("报告的语言", "language of the report"), LANGS),
    "fail_on": Key("choice", Words("达到哪一级时退出码为 1", "severity at which the exit code is 1"), FAIL_ON),
    "cache": Key("flag", Words("是否使用缓存", "whether to use the cache")),
    "baseline": Key("text", Words("基线文件", "baseline file")),
}

OVERRIDE_KEYS = ("severity", "params", "off", "files", "elements")
SUPPRESSION_KEYS = ("rule", "reason", "file", "project", "at", "fingerprint", "approver", "expires")


def suggestion(name: str, known: tuple[str, ...]) -> Words:
    """Name the nearest known spelling, as the end of a sentence; empty where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(name.casefold(), known, n=1, cutoff=0.7)
    return Words(f"，是否想写 {near[0]}？", f"; did you mean {near[0]}?") if near else Words("", "")
