"""Gather what the files of a run gave, in the order of the run and in bounded memory."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Any, TypeVar

from perf_lint.engine.outcome import Outcome, crash_rank, entry_rank
from perf_lint.model.finding import FileReport, Finding, NotEvaluated, RuleCrash
from perf_lint.pipeline.job import FileResult
from perf_lint.pipeline.sorter import Sorter
from perf_lint.pipeline.spool import Spool
from perf_lint.reporters.counts import FilesTally

Entry = TypeVar("Entry")
Rank = Callable[[Entry], tuple[Any, ...]]


class Gathered:
    """The results of a run so far: of its files one by one, and between its forms.

    What an interrupt leaves half taken of a file does not count: a file counts with all its findings or not at all.
    """

    def __init__(self, paths: Sequence[str]) -> None:
        """Expect results of the files at `paths`, in this order."""
        self.paths = paths
        order = {path: number for number, path in enumerate(paths)}
        self.files: Spool[FileReport] = Spool(tally=FilesTally())
        self._entry_rank, self._crash_rank = entry_rank(order), crash_rank(order)
        self._single, self._between = self._empty(), self._empty()

    def add(self, result: FileResult) -> None:
        """Take the result of the next file."""
        self._single.add(result.outcome)
        self.files.append(result.file)

    def add_between(self, outcome: Outcome) -> None:
        """Take what comparing forms with each other gave."""
        self._between.add(outcome)

    def drop_between(self) -> None:
        """Forget what comparing forms gave: it was not finished."""
        self._between = self._empty()

    def findings(self) -> Iterator[Finding]:
        """Give all findings in the order file, form, place, rule."""
        return self._finished(self._single.findings, self._between.findings, self._entry_rank)

    def not_evaluated(self) -> Iterator[NotEvaluated]:
        """Give what could not be evaluated, in the same order."""
        return self._finished(self._single.not_evaluated, self._between.not_evaluated, self._entry_rank)

    def crashes(self) -> Iterator[RuleCrash]:
        """Give the rules that crashed in the order file, form, rule."""
        return self._finished(self._single.crashes, self._between.crashes, self._crash_rank)

    def _finished(self, single: Iterable[Entry], between: Iterable[Entry], rank: Rank[Entry]) -> Iterator[Entry]:
        done = len(self.files)
        return takewhile(lambda entry: rank(entry)[0] < done, heapq.merge(single, between, key=rank))

    def _empty(self) -> _Found:
        return _Found(self._entry_rank, self._crash_rank)


class _Found:
    """Findings, what could not be evaluated and crashes, each sorted."""

    def __init__(self, entry_rank: Rank[Finding | NotEvaluated], crash_rank: Rank[RuleCrash]) -> None:
        self.findings: Sorter[Finding] = Sorter(entry_rank)
        self.not_evaluated: Sorter[NotEvaluated] = Sorter(entry_rank)
        self.crashes: Sorter[RuleCrash] = Sorter(crash_rank)

    def add(self, outcome: Outcome) -> None:
        self.findings.extend(outcome.findings)
        self.not_evaluated.extend(outcome.not_evaluated)
        self.crashes.extend(outcome.crashes)
