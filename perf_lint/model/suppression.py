"""Hold what a person decided about findings and rules: a silenced finding, a changed rule."""

from collections.abc import Mapping
from typing import NamedTuple


class Suppression(NamedTuple):
    """A stated reason not to count a finding; a condition left empty matches everything.

    At least one of `rule` and `fingerprint` is given.
    """

    reason: str
    rule: str = ""
    """A code (AMT201) or the letters of an area (AMT)."""
    file: str = ""
    """A glob on the path as reported, or on its last part."""
    project: str = ""
    at: str = ""
    fingerprint: str = ""
    approver: str = ""
    expires: str = ""
    """Last day on which it holds, ISO; empty for no end."""
    origin: str = ""
    """Where it is written: perf-lint.yaml:12."""


class Override(NamedTuple):
    """What a configuration changes in rules; values are text, the rule's own parameter types read them."""

    severity: str = ""
    """`error` `warning` `info`, `off`, or empty for no change."""
    params: Mapping[str, str | tuple[str, ...]] = {}
    origin: str = ""
    rules: tuple[str, ...] = ()
    """Codes or their beginnings; `*` for all."""
    files: tuple[str, ...] = ()
    """Globs on the path or on its last part; empty for all files."""
    elements: tuple[str, ...] = ()
    """First or second levels, or names of indicators; empty for all."""
