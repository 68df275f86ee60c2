"""Change rules without touching their files: severity, parameters, off; for some files or elements only."""

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from perf_lint.pack.rule import Rule, param_value


class Change(NamedTuple):
    """One change; the later of two wins."""

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


def params_of(rule: Rule, changes: Sequence[Change]) -> tuple[Any, ...]:
    """Give a rule's parameters after changes, in order; raise RefusedError for a value of a wrong type."""
    values = dict(rule.params)
    for change in changes:
        for name, text in change.params.items():
            if name in values:
                values[name] = param_value(rule.data["params"][name]["type"], text)
    return tuple(values.values())
