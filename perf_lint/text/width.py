"""Measure, cut and wrap text by the columns it takes in a terminal; full-width characters take two."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

NO_LINE_START = frozenset("，。；：、？！）》〉」』】〕”’…%‰℃,.;:?!)]}")
NO_LINE_END = frozenset("（《〈「『【〔“‘([{")


@lru_cache(maxsize=8192)
def char_width(char: str, ambiguous: int = 1) -> int:
    """Give the columns of one character; terminals differ on the ambiguous ones (“ ≥ ·): one column or two."""
    if unicodedata.category(char) in {"Mn", "Me", "Cf", "Cc"}:
        return 0
    kind = unicodedata.east_asian_width(char)
    return 2 if kind in {"W", "F"} else ambiguous if kind == "A" else 1


def width(text: str) -> int:
    """Give the columns of a text on one line, as most terminals draw it."""
    return len(text) if text.isascii() else sum(map(char_width, text))


def widest(text: str) -> int:
    """Give the columns where ambiguous characters take two, so that a line fits every terminal."""
    return len(text) if text.isascii() else sum(char_width(char, 2) for char in text)


def pad(text: str, columns: int) -> str:
    """Fill up with blanks on the right to at least `columns`."""
    return text + " " * (columns - width(text))


def cut(text: str, columns: int) -> str:
    """Shorten to at most `columns`, with … where something was left out."""
    if widest(text) <= columns:
        return text
    used = 2
    for index, char in enumerate(text):
        used += char_width(char, 2)
        if used > columns:
            return text[:index].rstrip() + "…"
    return text


def wrap(text: str, columns: int) -> list[str]:
    """Break into lines of at most `columns`: at blanks, and between full-width characters; numbers stay whole.

    A closing mark never begins a line, an opening one never ends it. Gives one empty line for an empty text.
    """
    lines: list[str] = []
    line, used = "", 0
    for piece in _pieces(text):
        rest = piece
        if line and used + widest(rest.rstrip()) > columns:
            lines.append(line.rstrip())
            line, used, rest = "", 0, rest.lstrip()
        left = widest(rest)
        while left > columns:
            head = _fitting(rest, columns)
            lines.append(head)
            rest = rest[len(head) :]
            left -= widest(head)
        line += rest
        used += left
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def visible(text: str) -> str:
    """Put a document's text on one line, runs of blanks as one, and take out what `harmless` takes out."""
    return harmless(" ".join(text.split()))


def harmless(text: str) -> str:
    """Take out control and direction characters, so that no file can steer the terminal that shows it."""
    if text.isprintable():
        return text
    from perf_lint.text.undecoded import readable

    return "".join(" " if char in "\n\t" else char for char in readable(text) if char in "\n\t" or _drawn(char))


def _drawn(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _pieces(text: str) -> list[str]:
    """Split into pieces that must not be broken; blanks stay at the end of theirs."""
    pieces: list[str] = []
    for char in text:
        if pieces and _joined(pieces[-1][-1], char):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def _joined(before: str, char: str) -> bool:
    if char == " ":
        return True
    if before == " ":
        return False
    if char in NO_LINE_START or before in NO_LINE_END:
        return True
    return char_width(before) == 1 and char_width(char) == 1


def _fitting(piece: str, columns: int) -> str:
    used = 0
    for index, char in enumerate(piece):
        used += char_width(char, 2)
        if used > columns:
            return piece[: max(index, 1)]
    return piece
