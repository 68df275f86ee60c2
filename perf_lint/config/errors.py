"""Say what is wrong with a configuration, and in which line."""

from __future__ import annotations

from perf_lint.model.words import Words


class ConfigError(Exception):
    """A configuration that cannot be used; `words` is the whole message, its place (file:line) in front."""

    def __init__(self, words: Words, file: str = "", line: int = 0) -> None:
        place = f"{file}:{line}" if file and line else file
        self.words = Words(f"{place}：{words.zh}", f"{place}: {words.en}") if place else words
        super().__init__(self.words.zh)
