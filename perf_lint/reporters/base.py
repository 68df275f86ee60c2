"""Define the one error of writing reports."""

from __future__ import annotations

from perf_lint.model.words import Words


class ReportError(Exception):
    """A report that cannot be written, with the reason for people."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words
