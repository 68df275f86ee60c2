"""Read a whole core by the grammar, and make a Value of what it says."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from perf_lint.model.value import Value
from perf_lint.text.pattern import lazy_pattern
from perf_lint.values.actions import ACTIONS
from perf_lint.values.grammar.driver import Machine, SyntaxStop, new_tuple
from perf_lint.values.meaning import meaning
from perf_lint.values.parts import Atom, Bound, Core, Number, Unclear

Fields = dict[str, Any]


PROBE = "5"
ALIKE = lazy_pattern(r"([≥≤]?)([1-9][0-9]{0,2})((?:(?![一二两三四五六七八九十每])[一-鿿]|[%‰℃㎡]){0,6})")
"""A sign, a plain number and words of which no pattern of the grammar looks at the number."""


def read_core(plain: str) -> Fields:
    """Read a whole core; raise SyntaxStop or Unclear."""
    return meaning(parse_core(plain))


def parse_core(plain: str) -> Bound | tuple[Bound, Bound]:
    """Give the parts of a whole core; of texts that differ by a plain number only, one is parsed for all."""
    found = ALIKE.fullmatch(plain)
    parts = _parse_alike(found[1], found[3]) if found else None
    if found is None or parts is None:
        return machine().parse(plain)  # type: ignore[no-any-return]  # what the grammar's rule for a whole text makes
    (before, core, after), digits = parts, found[2]
    kind, word, number, per = core.first[0]
    assert number
    written = new_tuple(Number, (Decimal(digits), digits, *number[2:]))
    return new_tuple(Bound, (before, Core("one", (new_tuple(Atom, (kind, word, written, per)),)), after))


@lru_cache(1024)
def _parse_alike(sign: str, words: str) -> Bound | None:
    """Parse for all numbers between `sign` and `words`; None where there is more to it than one number."""
    try:
        found = machine().parse(f"{sign}{PROBE}{words}")
    except (SyntaxStop, Unclear):
        return None
    if not isinstance(found, Bound) or found.core.kind != "one" or len(found.core.first) > 1:
        return None
    number = found.core.first[0].number
    return found if number and number.text == PROBE else None


@cache
def machine() -> Machine:
    """Give the machine that reads cores."""
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
