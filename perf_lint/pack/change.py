"""Give the parameters of a rule after changes."""

from collections.abc import Sequence
from typing import Any

from perf_lint.model.suppression import Change
from perf_lint.pack.rule import Rule, param_value


def params_of(rule: Rule, changes: Sequence[Change]) -> tuple[Any, ...]:
    """Give a rule's parameters after changes, in order; raise RefusedError for a value of a wrong type."""
    values = dict(rule.params)
    for change in changes:
        for name, text in change.params.items():
            if name in values:
                values[name] = param_value(rule.data["params"][name]["type"], text)
    return tuple(values.values())
