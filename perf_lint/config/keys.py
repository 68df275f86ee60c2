"""Declare the settings a configuration file may hold."""

from __future__ import annotations

from typing import NamedTuple

from perf_lint.model.terms import FAIL_ON
from perf_lint.model.words import Words


class Key(NamedTuple):
    """One setting: how its value is read."""

    kind: str
    """`text` `list` `count` `flag` `choice`, or the name of a reader of its own."""
    choices: tuple[str, ...] = ()


LANGS = ("zh", "en")

KEYS: dict[str, Key] = {
    "packs": Key("list"),
    "profile": Key("text"),
    "select": Key("list"),
    "ignore": Key("list"),
    "overrides": Key("overrides"),
    "suppressions": Key("suppressions"),
    "outputs": Key("outputs"),
    "limits": Key("limits"),
    "jobs": Key("count"),
    "exclude": Key("list"),
    "lang": Key("choice", LANGS),
    "fail_on": Key("choice", FAIL_ON),
    "cache": Key("flag"),
    "baseline": Key("text"),
}

OVERRIDE_KEYS = ("severity", "params", "off", "files", "elements")
SUPPRESSION_KEYS = ("rule", "reason", "file", "project", "at", "fingerprint", "approver", "expires")


def suggestion(name: str, known: tuple[str, ...]) -> Words:
    """Name the nearest known spelling, as the end of a sentence; empty where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(name.casefold(), known, n=1, cutoff=0.7)
    return Words(f"，是否想写 {near[0]}？", f"; did you mean {near[0]}?") if near else Words("", "")
