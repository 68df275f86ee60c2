"""Read a whole core by the grammar, and make a Value of what it says."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from perf_lint.model.value import Value
from perf_lint.values.actions import ACTIONS
from perf_lint.values.grammar.driver import Machine, SyntaxStop
from perf_lint.values.meaning import meaning
from perf_lint.values.parts import Unclear

Fields = dict[str, Any]


def read_core(plain: str) -> Fields:
    """Read a whole core; raise SyntaxStop or Unclear."""
    return meaning(_machine().parse(plain))


@cache
def _machine() -> Machine:
    return Machine(ACTIONS)


def quietly(read: Callable[[str], Fields], plain: str) -> Fields | None:
    """Give the reading, or None where there is none."""
    try:
        return read(plain)
    except (SyntaxStop, Unclear):
        return None


def make_value(text: str, fields: Fields) -> Value:
    """Make a Value of its fields."""
    return Value(text, **fields)
