"""Say what is wrong with a configuration, and in which line."""

from __future__ import annotations

from perf_lint.model.words import Words


class ConfigError(Exception):
    """A configuration that cannot be used; `words` is the whole message, its place (file:line) in front."""

    def __init__(self, words: Words, file: str = "", line: int = 0) -> None:
        place = f"{file}:{line}" if file and line else file
        self.words = Words(f"{place}：{words.zh}", f"{place}: {words.en}") if place else words
        super().__init__(self.words.zh)


def unwritable(file: object, error: OSError) -> ConfigError:
    """Make the error for a file or folder that the system does not let us write."""
    from perf_lint.text.reasons import why

    reason = why(error)
    return ConfigError(Words(f"写不了 {file}（{reason.zh}）", f"cannot write {file} ({reason.en})"))
