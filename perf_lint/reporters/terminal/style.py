"""Hold styled lines and turn them into plain text or into text with colour codes."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

CODES = {
    "": "",
    "bold": "1",
    "dim": "2",
    "error": "1;31",
    "warning": "33",
    "info": "36",
    "good": "32",
    "sum": "1",
    "place": "34",
}
"""Plain colours of the terminal's own theme: they keep their contrast on light and dark grounds."""


class Span(NamedTuple):
    """A stretch of text in one style."""

    text: str
    style: str = ""


Line = tuple[Span, ...]
BLANK: Line = ()


def printed(lines: Iterable[Line], colour: bool) -> str:
    """Join lines into one text."""
    return "".join(texts(lines, colour))


def texts(lines: Iterable[Line], colour: bool) -> Iterator[str]:
    """Give each line as text, a line end behind it."""
    return (f"{_line(line, colour)}\n" for line in lines)


def _line(line: Line, colour: bool) -> str:
    if not colour:
        return "".join(span.text for span in line).rstrip()
    return "".join(_coded(span) for span in line)


def _coded(span: Span) -> str:
    code = CODES[span.style]
    return f"\x1b[{code}m{span.text}\x1b[0m" if code and span.text else span.text
