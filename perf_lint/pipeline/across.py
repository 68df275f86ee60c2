"""Run the rules that compare forms: over all forms of a run, or unit by unit where there are very many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from perf_lint.engine.outcome import Outcome
from perf_lint.engine.run import run_across
from perf_lint.facts import derive
from perf_lint.facts.peers import unit_key
from perf_lint.model.finding import FileReport
from perf_lint.model.form import ReadForm
from perf_lint.model.words import Lang, Words
from perf_lint.pack.pack import Pack

MANY = 5_000
"""With more forms than this, only forms of one unit are compared; bounds time and memory."""


def across(
    pack: Pack, files: Sequence[FileReport], total: int, lang: Lang, many: int = MANY
) -> tuple[Iterator[Outcome], tuple[Words, ...]]:
    """Compare the `total` forms of the files group by group, and say so where not all are compared with each other.

    The files may lie on disk, so they are not read again only to be counted.
    """
    if not pack.run_rules():
        return iter(()), ()
    if total <= many:
        return iter([run_across(pack, [(file.path, read) for file in files for read in file.forms], lang)]), ()
    said = Words(
        f"共 {total} 张表，超过 {many} 张，跨表比较只在同一单位的表之间进行",
        f"{total} forms are more than {many}: forms were compared within their unit only",
    )
    return (run_across(pack, group, lang) for group in _by_unit(files)), (said,)


def _by_unit(files: Sequence[FileReport]) -> Iterator[list[tuple[str, ReadForm]]]:
    """Give the forms of each unit that has at least two, one unit at a time."""
    units: dict[str, list[tuple[int, int]]] = {}
    for at, file in enumerate(files):
        for number, read in enumerate(file.forms):
            key = unit_key(derive(read.form))
            if key:
                units.setdefault(key, []).append((at, number))
    for places in units.values():
        if len(places) > 1:
            yield list(_at(files, places))


def _at(files: Sequence[FileReport], places: list[tuple[int, int]]) -> Iterator[tuple[str, ReadForm]]:
    """Give the forms at `places`, by file and number; a file with several is looked up once."""
    for at, same in groupby(places, itemgetter(0)):
        file = files[at]
        for _, number in same:
            yield file.path, file.forms[number]
