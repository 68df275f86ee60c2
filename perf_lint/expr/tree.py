"""Hold an expression as plain data: written as JSON, a node is the list of its four parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple


class Node(NamedTuple):
    """One step of an expression.

    Kinds and their `args`: literal (value as text) · list (items) · name (name) · field (object, name) ·
    index (object, number) · call (function, arguments) · macro (name, list, variable, body) ·
    binary (operator, left, right) · unary (operator, operand) · cond (test, then, else).
    """

    kind: str
    start: int
    """Character of the text, from 0, that messages point at."""
    type: str
    """Filled in by the checker, empty before."""
    args: tuple[Any, ...]


MACROS = ("all", "exists", "exists_one", "filter", "map", "first", "flat", "group", "sort_by")
"""Methods that bind a variable: `list.all(i, …)`."""

MAX_DEPTH = 40
"""Deepest nesting of an expression; also keeps generated code within Python's own limits."""


def children(node: Node) -> Iterator[Node]:
    """Yield the nodes directly below a node."""
    for arg in node.args:
        if isinstance(arg, Node):
            yield arg
        elif isinstance(arg, tuple):
            yield from (item for item in arg if isinstance(item, Node))
