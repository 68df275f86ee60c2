"""Read the word lists that a pack brings itself: `words/<name>.yaml` beside its rules."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from perf_lint.model.words import Words
from perf_lint.pack.locate import word_files
from perf_lint.pack.problem import PackError, Problem
from perf_lint.pack.rulefile import Strict
from perf_lint.pack.shape import validated
from perf_lint.pack.yamlfile import read_yaml
from perf_lint.text.data import rules_dir

Lists = Mapping[str, tuple[str, ...]]
"""Entries by the name of the list."""
Word = Annotated[str, StringConstraints(min_length=1, max_length=100)]


class WordFile(Strict):
    """A word list as written: where it comes from, and its entries."""

    source: str = ""
    entries: list[Word] = Field(min_length=1, max_length=5000)


def own_lists(folder: Path, pack: str) -> Lists:
    """Give the lists of one pack (the shipped ones are no pack's); raise PackError with every mistake."""
    if folder.parent == rules_dir():
        return {}
    found, problems = {}, []
    for path in word_files(folder):
        name = f"{pack}/words/{path.name}"
        try:
            _check_name(path.stem, name)
            file: WordFile = validated(read_yaml(path, name), WordFile)
            found[path.stem] = tuple(dict.fromkeys(file.entries))
        except PackError as error:
            problems += error.problems
    if problems:
        raise PackError(problems)
    return found


def _check_name(stem: str, shown: str) -> None:
    if not stem.replace("-", "").replace("_", "").isalnum():
        words = Words("词表的文件名只能用字母、数字和 -", "a word list is named by letters, digits and -")
        raise PackError([Problem(shown, 0, 0, words)])
