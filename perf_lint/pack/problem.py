"""Tell mistakes in pack files the way a compiler does: file:line:column, the line, a caret; in both languages."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from perf_lint.model.words import Lang, Words

WINDOW = 50
"""How many characters of a long line to show before a mistake; twice as many behind."""


class Problem(NamedTuple):
    """One mistake in a file of a pack; line and column count from 1, 0 where the mistake is in no file."""

    file: str
    line: int
    column: int
    words: Words
    source: str = ""
    """The line as written."""
    length: int = 1
    """How many characters to underline."""

    def render(self, lang: Lang = "zh") -> str:
        """Print the mistake with its line and a caret below it."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        message = self.words.to(lang)
        head = f"{place}: {message}" if place else message
        if not self.source.strip():
            return head
        start = max(0, self.column - 1 - WINDOW) if len(self.source) > 3 * WINDOW else 0
        source = self.source[start : start + 3 * WINDOW]
        at = self.column - 1 - start
        before = source[:at]
        indent = "".join("\t" if c == "\t" else "  " if _wide(c) else " " for c in before)
        marked = source[at : at + self.length]
        carets = "".join("^^" if _wide(c) else "^" for c in marked) or "^"
        return f"{head}\n  {source}\n  {indent}{carets}"


class PackError(Exception):
    """A pack cannot be used; `problems` holds every mistake found in it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(problem.render() for problem in problems))
        self.problems = problems

    @property
    def words(self) -> Words:
        """Give all mistakes, with their number in front where they are in files."""
        zh, en = ("\n".join(problem.render(lang) for problem in self.problems) for lang in ("zh", "en"))
        number = sum(problem.line > 0 for problem in self.problems)
        if not number:
            return Words(zh, en)
        counted = f"{number} mistakes" if number > 1 else "a mistake"
        return Words(f"规则文件有 {number} 处错误\n{zh}", f"{counted} in the rule files\n{en}")


def nearest(name: str, known: Sequence[str], otherwise: bool = False) -> Words:
    """Name the nearest known spelling, as the end of a sentence; else all of them if `otherwise`."""
    from perf_lint.text.spelling import near_name  # only for mistakes

    near = near_name(name, known)
    if not near.zh and otherwise and known:
        return Words(f"；可用：{'、'.join(known)}", f"; known are {', '.join(known)}")
    return near


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
