"""Run the rules that compare forms: over all forms of a run, or unit by unit where there are very many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from perf_lint.engine.outcome import Outcome
from perf_lint.engine.run import Comparison, run_across
from perf_lint.facts import derive
from perf_lint.facts.peers import unit_key
from perf_lint.model.finding import FileReport
from perf_lint.model.form import ReadForm
from perf_lint.model.words import Lang, Words
from perf_lint.pack.pack import Pack
from perf_lint.reporters.counts import of_files

MANY = 5_000
"""With more forms than this, only forms of one unit are compared; bounds time and memory."""
WORTH = 500
"""Fewer forms than this are compared before other processes have started."""
NO_LIMIT = 1 << 40
"""Bytes: what one process may do to compare forms, several may."""
PATIENCE = 10 * 86_400.0
"""Seconds: comparing a province may take its time."""

Task = TypeVar("Task")
Place = tuple[int, int]
"""Which file, and which form of it."""


def across(
    pack: Pack, files: Sequence[FileReport], lang: Lang, jobs: int = 1, many: int = MANY
) -> tuple[Iterator[Outcome], tuple[Words, ...]]:
    """Compare the forms of the files group by group, and say so where not all are compared with each other.

    With up to `jobs` processes, where these can be forked off; what each gives does not depend on their number.
    """
    rules = pack.run_rules()
    if not rules:
        return iter(()), ()
    total = of_files(files).forms
    if total <= many:
        forms = Comparison(pack, [(file.path, read) for file in files for read in file.forms], lang)
        if jobs > 1 and total >= WORTH:
            return _shared(lambda rule: forms.outcome([rules[rule]]), range(len(rules)), jobs), ()
        return iter([forms.outcome(rules)]), ()
    said = Words(
        f"共 {total} 张表，超过 {many} 张，跨表比较只在同一单位的表之间进行",
        f"{total} forms are more than {many}: forms were compared within their unit only",
    )
    return _shared(lambda places: run_across(pack, list(_at(files, places)), lang), _by_unit(files), jobs), (said,)


def _shared(job: Callable[[Task], Outcome], tasks: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    """Do the tasks, over several processes where these can be forked off with all that the job holds."""
    if jobs <= 1 or len(tasks) <= 1:
        yield from map(job, tasks)
        return
    from perf_lint.pipeline.pool import Bounds, Failure, forks, run

    if not forks():
        yield from map(job, tasks)
        return
    for task, outcome in zip(tasks, run(tasks, lambda: job, Bounds(jobs, PATIENCE, NO_LIMIT)), strict=True):
        yield job(task) if isinstance(outcome, Failure) else outcome


def _by_unit(files: Sequence[FileReport]) -> list[list[Place]]:
    """Give the places of the forms of each unit that has at least two, most forms first."""
    units: dict[str, list[Place]] = {}
    for at, file in enumerate(files):
        for number, read in enumerate(file.forms):
            key = unit_key(derive(read.form))
            if key:
                units.setdefault(key, []).append((at, number))
    return sorted((places for places in units.values() if len(places) > 1), key=len, reverse=True)


def _at(files: Sequence[FileReport], places: list[Place]) -> Iterator[tuple[str, ReadForm]]:
    """Give the forms at `places`; a file with several is looked up once."""
    for at, same in groupby(places, itemgetter(0)):
        file = files[at]
        for _, number in same:
            yield file.path, file.forms[number]
