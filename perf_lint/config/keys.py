"""Declare the settings a configuration file may hold."""

from __future__ import annotations

from typing import NamedTuple

from perf_lint.model.terms import FAIL_ON


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
