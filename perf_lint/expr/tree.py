"""Hold an expression as plain data: nodes that survive JSON unchanged."""

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


def names(node: Node) -> Iterator[str]:
    """Yield every variable that an expression mentions, bound ones included."""
    if node.kind == "name":
        yield node.args[0]
    for child in children(node):
        yield from names(child)


def from_data(data: Any, depth: int = 0) -> Node:
    """Rebuild a node from its JSON form; raise ValueError where it is not one."""
    if depth > MAX_DEPTH * 2 or not isinstance(data, list) or len(data) != len(Node._fields):
        raise ValueError("not a node")
    kind, start, type_, args = data
    if not (isinstance(kind, str) and isinstance(start, int) and isinstance(type_, str) and isinstance(args, list)):
        raise ValueError("not a node")  # noqa: TRY004  # damage of data, not a wrong call
    return Node(kind, start, type_, tuple(_argument(arg, depth) for arg in args))


def _argument(arg: Any, depth: int) -> Any:
    if not isinstance(arg, list):
        return arg
    if len(arg) == len(Node._fields) and isinstance(arg[0], str):
        return from_data(arg, depth + 1)
    return tuple(from_data(item, depth + 1) for item in arg)
