"""Say what is wrong with an expression, and what could not be known while one ran."""

from __future__ import annotations

from perf_lint.model.words import Lang, Words


class ExprError(Exception):
    """A mistake in an expression, at character `start` of its text (from 0)."""

    def __init__(self, words: Words, start: int, length: int = 1) -> None:
        super().__init__(words.zh)
        self.words = words
        self.start = start
        self.length = max(length, 1)


class RefusedError(ValueError):
    """A text that cannot mean what it should: a pattern, the name of a word list, a parameter."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.zh)
        self.words = words


class Unknown(Exception):  # noqa: N818  # an answer of the language, not a failure
    """The answer "not evaluated": something that the rule needs is missing."""

    def __init__(self, reason: Words) -> None:
        super().__init__(reason.zh)
        self.reason = reason

    def to(self, lang: Lang) -> str:
        """Give the reason in `lang`."""
        return self.reason.to(lang)


class BudgetError(Exception):
    """A rule took more steps than it may."""


class UnsafeTreeError(Exception):
    """A stored tree is not one that the checker could have made."""
