"""Hold what a person decided about findings and rules: a silenced finding, a changed rule."""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any, NamedTuple


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


class Change(NamedTuple):
    """A change of rules, by a pack, a profile or a configuration; the later of two wins."""

    rules: tuple[str, ...]
    """Codes or their beginnings: AMT201, AMT; `*` for all."""
    severity: str = ""
    """`error` `warning` `info`, `off`, or empty for no change."""
    params: Mapping[str, Any] = {}
    files: tuple[str, ...] = ()
    """Globs on the path or on its last part; empty for all files."""
    elements: tuple[str, ...] = ()
    """First or second levels, or names of indicators (globs); empty for all."""
    origin: str = ""

    def meets_rule(self, code: str) -> bool:
        """Tell whether the change is about this rule."""
        return meets(code, self.rules)

    def meets_file(self, path: str) -> bool:
        """Tell whether the change is about this file."""
        return not self.files or any(file_meets(path, glob) for glob in self.files)

    def meets_element(self, row: Sequence[str]) -> bool:
        """Tell whether the change is about a finding in a row of these levels and this name."""
        return not self.elements or any(fnmatchcase(part, element) for element in self.elements for part in row)


def file_meets(path: str, glob: str) -> bool:
    """Tell whether a glob is meant for a path, or for its last part; both are written with /."""
    forward = path.replace("\\", "/")
    return fnmatchcase(forward, glob) or fnmatchcase(forward.rsplit("/", 1)[-1], glob)


def meets(code: str, patterns: Sequence[str]) -> bool:
    """Tell whether a code is among codes, beginnings of codes, or `*`."""
    return any(pattern == "*" or code.startswith(pattern) for pattern in patterns)
