"""Count what a run found; every list of the report is in the sum, nothing vanishes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perf_lint.model.finding import FileReport, Finding, Report


class FilesTally:
    """What is asked of the files of a run without a look at each of them: a long list keeps one while it grows."""

    def __init__(self) -> None:
        self.forms = self.indicators = self.unread = 0
        self.unusable: list[int] = []
        """Which files have a problem, from 0."""
        self.remarked: list[int] = []
        """Which have remarks."""
        self.seen = 0

    def add(self, file: FileReport) -> None:
        """Count the next file."""
        if file.problem is not None:
            self.unusable.append(self.seen)
        if file.remarks:
            self.remarked.append(self.seen)
        for form, _ in file.forms:
            self.forms += 1
            self.indicators += len(form.indicators)
            self.unread += len(form.unread)
        self.seen += 1


class FindingsTally:
    """The same of the findings."""

    def __init__(self) -> None:
        self.severities: Counter[str] = Counter()
        self.forms = 0
        """How many forms have one."""
        self.seen = 0
        self._last: tuple[str, int | None] = "", None

    def add(self, finding: Finding) -> None:
        """Count the next finding; those of one form stand together."""
        self.severities[finding.severity] += 1
        about = finding.place.file, finding.form
        if about != self._last:
            self._last = about
            self.forms += finding.form is not None
        self.seen += 1


def of_files(files: Sequence[FileReport]) -> FilesTally:
    """Give the tally that the list kept, or make one."""
    kept = getattr(files, "tally", None)
    if isinstance(kept, FilesTally) and kept.seen == len(files):  # fewer or more only where an interrupt came between
        return kept
    made = FilesTally()
    for file in files:
        made.add(file)
    return made


def of_findings(findings: Sequence[Finding]) -> FindingsTally:
    """Give the tally that the list kept, or make one."""
    kept = getattr(findings, "tally", None)
    if isinstance(kept, FindingsTally) and kept.seen == len(findings):
        return kept
    made = FindingsTally()
    for finding in findings:
        made.add(finding)
    return made


def unusable(files: Sequence[FileReport]) -> Iterator[FileReport]:
    """Give the files that have a problem."""
    return (files[number] for number in of_files(files).unusable)


def remarked(files: Sequence[FileReport]) -> Iterator[FileReport]:
    """Give the files that have remarks."""
    return (files[number] for number in of_files(files).remarked)


class Counts(NamedTuple):
    """The figures of the closing line."""

    files: int
    unreadable: int
    forms: int
    clean_forms: int
    """Forms without any finding."""
    indicators: int
    error: int
    warning: int
    info: int
    suppressed: int
    not_evaluated: int
    unread: int
    crashes: int


def count(report: Report) -> Counts:
    """Count a report."""
    files, findings = of_files(report.files), of_findings(report.findings)
    return Counts(
        files=len(report.files),
        unreadable=len(files.unusable),
        forms=files.forms,
        clean_forms=files.forms - findings.forms,
        indicators=files.indicators,
        error=findings.severities["error"],
        warning=findings.severities["warning"],
        info=findings.severities["info"],
        suppressed=len(report.suppressed),
        not_evaluated=len(report.not_evaluated),
        unread=files.unread,
        crashes=len(report.crashes),
    )
