"""Write JSON piece by piece, byte for byte as `json.dumps(value, ensure_ascii=False, indent=1)` would."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any


class Members(dict[str, Any]):
    """An object with values that are too long to hold: iterators, or Members again."""


def json_pieces(value: Any, depth: int = 0) -> Iterator[str]:
    """Give a value's text; an iterator becomes a list whose items are made one at a time."""
    if isinstance(value, Members):
        pairs = value.items()
        entries = ((f"{json.dumps(name, ensure_ascii=False)}: ", member) for name, member in pairs)
        yield from _bracketed(("{", "}"), entries, depth)
    elif isinstance(value, Iterator):
        yield from _bracketed(("[", "]"), (("", item) for item in value), depth)
    else:
        # No text of JSON holds a line end of its own, so that every one here begins a line to be moved in.
        yield json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * depth)


def _bracketed(brackets: tuple[str, str], entries: Iterator[tuple[str, Any]], depth: int) -> Iterator[str]:
    opening, closing = brackets
    yield opening
    empty = True
    for name, value in entries:
        yield f"{'' if empty else ','}\n{' ' * (depth + 1)}{name}"
        yield from json_pieces(value, depth + 1)
        empty = False
    yield closing if empty else f"\n{' ' * depth}{closing}"
