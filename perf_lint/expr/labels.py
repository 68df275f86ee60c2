"""Give what the vocabulary declares: which attributes rules may use, and what people call them."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from perf_lint.facts.vocabulary import TYPES


class Labels(NamedTuple):
    """What the vocabulary says of attributes: which exist, and their Chinese names by type and attribute."""

    safe: frozenset[str]
    names: Mapping[tuple[str, str], str]


@cache
def labels() -> Labels:
    """Give what the vocabulary declares, with facts loaded."""
    import perf_lint.expr.functions  # fills the registry
    import perf_lint.facts  # noqa: F401  # fills the vocabulary

    names = {(type_, name): entry.doc for type_, entries in TYPES.items() for name, entry in entries.items()}
    safe = frozenset(name for _, name in names if name.isidentifier() and not name.startswith("_"))
    return Labels(safe, names)
