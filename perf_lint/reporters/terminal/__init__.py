"""Write a run for reading: in a terminal with calm colours, in a pipe as plain text of the same layout."""

from __future__ import annotations

from collections.abc import Iterator

from perf_lint.model.finding import Report
from perf_lint.model.words import Lang
from perf_lint.reporters.terminal.page import page
from perf_lint.reporters.terminal.style import texts

SUFFIX = ".txt"


def render(
    report: Report, lang: Lang = "zh", *, columns: int = 80, colour: bool = False, verbose: bool = False, **_: object
) -> str:
    """Give the report as lines of at most `columns`; `verbose` unfolds hints and lists clean forms too."""
    return "".join(pieces(report, lang, columns=columns, colour=colour, verbose=verbose))


def pieces(
    report: Report, lang: Lang = "zh", *, columns: int = 80, colour: bool = False, verbose: bool = False, **_: object
) -> Iterator[str]:
    """Give the report line by line."""
    return texts(page(report, lang, columns, verbose), colour)
