"""Make functions of what the generator wrote: byte code, and how to come by each constant that it names.

Both are plain data, so that they can be kept; see docs/decisions/start-up.md.
"""

import marshal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from types import CodeType
from typing import Any, NamedTuple

from perf_lint.expr import arithmetic
from perf_lint.expr.errors import BudgetError, Unknown, UnsafeTreeError
from perf_lint.expr.places import refs
from perf_lint.expr.registry import overload
from perf_lint.expr.wordlist import own_list
from perf_lint.model.words import Words

Decide = Callable[[Any, tuple[Any, ...], int], list[tuple[Any, Any]]]
"""`decide(root, params, limit)` gives (item, None) for a finding and (item, Unknown) for what could not be decided."""
Part = Callable[[Any, Any, tuple[Any, ...], int], Any]
"""`part(root, item, params, limit)` computes one expression of a finding."""

Recipe = tuple[Any, ...]
"""A word of `MAKERS` and what it is to be given."""


@contextmanager
def gate() -> Iterator[None]:
    """Make one error of whatever a malformed tree causes; a checked tree causes none."""
    try:
        yield
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError) as error:
        raise UnsafeTreeError(f"not a checked tree: {error}") from error


BASE = {
    "__builtins__": {},
    "Unknown": Unknown,
    "BudgetError": BudgetError,
    "quotient": arithmetic.quotient,
    "remainder": arithmetic.remainder,
    "product": arithmetic.product,
    "concatenated": arithmetic.concatenated,
    "len": len,
    "list": list,
    "sorted": sorted,
}
"""What every function may name besides its constants."""


class Written(NamedTuple):
    """A function as data: the byte code of `def rule(…)`, and a recipe for each constant in it."""

    code: CodeType
    constants: Mapping[str, Recipe]

    @gate()
    def made(self) -> Any:
        """Give the function; raise UnsafeTreeError where a constant cannot be made."""
        namespace = {**BASE, **{name: value_of(recipe) for name, recipe in self.constants.items()}}
        exec(self.code, namespace)  # noqa: S102  # our own text: see codegen
        return namespace["rule"]

    def packed(self) -> bytes:
        """Give it as bytes."""
        return marshal.dumps((self.code, dict(self.constants)))


def unpacked(body: bytes) -> Written:
    """Give what was packed."""
    return Written(*marshal.loads(body))  # noqa: S302  # from where the program's own byte code lies


def value_of(recipe: Recipe) -> Any:
    """Make a constant."""
    kind, *given = recipe
    return MAKERS[kind](*given)


def _result(name: str, number: int, *given: Recipe) -> Any:
    return overload(name, number).call(*map(value_of, given))


MAKERS: Mapping[str, Callable[..., Any]] = {
    "decimal": Decimal,
    "words": Words,
    "function": lambda name, number: overload(name, number).call,
    "result": _result,
    "prepared": lambda name, number, place, text: overload(name, number).prepare[place](text),
    "list": lambda *words: own_list(words),
    "refs": lambda: refs,
}
