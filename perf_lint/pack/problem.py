"""Tell mistakes in pack files the way a compiler does: file:line:column, the line, a caret."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class Problem(NamedTuple):
    """One mistake in a file of a pack; line and column count from 1, 0 where the mistake is in no file."""

    file: str
    line: int
    column: int
    message: str
    source: str = ""
    """The line as written."""
    length: int = 1
    """How many characters to underline."""

    def render(self) -> str:
        """Print the mistake with its line and a caret below it."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        head = f"{place}: {self.message}" if place else self.message
        if not self.source.strip():
            return head
        before = self.source[: self.column - 1]
        indent = "".join("\t" if c == "\t" else "  " if _wide(c) else " " for c in before)
        marked = self.source[self.column - 1 : self.column - 1 + self.length]
        carets = "".join("^^" if _wide(c) else "^" for c in marked) or "^"
        return f"{head}\n  {self.source}\n  {indent}{carets}"


class PackError(Exception):
    """A pack cannot be used; `problems` holds every mistake found in it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(problem.render() for problem in problems))
        self.problems = problems


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
