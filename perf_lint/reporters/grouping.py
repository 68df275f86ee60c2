"""Sort the lists of a report by the file and form they speak of, in one pass, so that large runs stay linear."""

from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from perf_lint.model.finding import FileReport, Finding, NotEvaluated, Report
from perf_lint.reporters.counts import unusable

Entry = TypeVar("Entry", Finding, NotEvaluated)


class FileGroup(NamedTuple):
    """What a report says of one file."""

    file: FileReport
    findings: list[Finding]
    not_evaluated: list[NotEvaluated]


def by_file(report: Report) -> Iterator[FileGroup]:
    """Give a report file by file, in its order; only the part of one file is in memory.

    Raises ValueError, at the end, for entries that do not stand in the order of the files: none may vanish.
    """
    findings, waiting = _Ahead(report.findings), _Ahead(report.not_evaluated)
    for file in report.files:
        yield FileGroup(file, findings.of(file.path), waiting.of(file.path))
    for entry in (findings.next, waiting.next):
        if entry is not None:
            raise ValueError(f"{entry.rule} of {entry.place.file} is not in the order of the files")


def by_number(entries: Iterable[Entry]) -> dict[int, list[Entry]]:
    """Sort the entries of one file by the form that they speak of; 0 is the file as a whole."""
    numbered: dict[int, list[Entry]] = {}
    for entry in entries:
        numbered.setdefault(entry.form or 0, []).append(entry)
    return numbered


class _Ahead(Generic[Entry]):
    """Looks one entry ahead, to take those of one file after the other."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: Iterator[Entry] = iter(entries)
        self.next: Entry | None = next(self._entries, None)

    def of(self, path: str) -> list[Entry]:
        """Take the entries up to the first one of another file."""
        taken: list[Entry] = []
        while self.next is not None and self.next.place.file == path:
            taken.append(self.next)
            self.next = next(self._entries, None)
        return taken


def untold(report: Report) -> list[FileReport]:
    """Give the files that cannot be used and that no finding speaks of; the others are told already."""
    files = list(unusable(report.files))
    told = {finding.place.file for finding in report.findings if finding.form is None} if files else set()
    return [file for file in files if file.path not in told]
