"""Lay out the whole report: forms in document order, then what stands outside them, then the closing line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perf_lint.model.finding import FileReport, Finding, NotEvaluated, Report
from perf_lint.model.form import Form, ReadForm
from perf_lint.model.place import Place
from perf_lint.model.words import Lang
from perf_lint.reporters.grouping import by_file, by_number
from perf_lint.reporters.places import place_words
from perf_lint.reporters.terminal import phrases
from perf_lint.reporters.terminal.blocks import finding_lines
from perf_lint.reporters.terminal.closing import closing, trouble
from perf_lint.reporters.terminal.folded import info_lines, not_evaluated_lines, unread_lines
from perf_lint.reporters.terminal.style import BLANK, Line, Span
from perf_lint.text.width import visible, widest, wrap


def page(report: Report, lang: Lang, columns: int, verbose: bool) -> Iterator[Line]:
    """Give the lines of a report."""
    layout = Layout(report, lang, columns, verbose)
    for file, findings, not_evaluated in by_file(report):
        found, waiting = by_number(findings), by_number(not_evaluated)
        yield from layout.file(file, found.get(0, []))
        for read in file.forms:
            number = read.form.index
            yield from layout.form(file, read, found.get(number, []), waiting.get(number, []))
    yield from trouble(report, lang, columns)
    yield from closing(report, lang, columns)


class Layout:
    """Lay out files and forms in one language and width."""

    def __init__(self, report: Report, lang: Lang, columns: int, verbose: bool) -> None:
        self.report = report
        self.lang = lang
        self.columns = columns
        self.verbose = verbose

    def file(self, file: FileReport, findings: list[Finding]) -> Iterator[Line]:
        """Give the findings about a file as a whole."""
        if not findings:
            return
        yield (Span(visible(file.path), "bold"),)
        yield BLANK
        yield from self._findings(findings, None)

    def form(
        self, file: FileReport, read: ReadForm, findings: list[Finding], waiting: list[NotEvaluated]
    ) -> Iterator[Line]:
        """Give a form's heading and all that is to say of it; nothing for a form with nothing to say."""
        covered = frozenset(finding.at for finding in findings)
        unread = unread_lines(read, covered, self.lang, self.columns)
        if not (findings or waiting or unread or self.verbose):
            return
        if findings or unread:
            yield from self._heading(file, read)
            yield BLANK
        else:
            yield from self._short_heading(file, read)
        yield from self._findings(findings, read.form)
        folded = [*not_evaluated_lines(waiting, self.lang, self.columns), *unread]
        yield from folded
        if folded:
            yield BLANK

    def _findings(self, findings: list[Finding], form: Form | None) -> Iterator[Line]:
        hints = [] if self.verbose else [finding for finding in findings if finding.severity == "info"]
        told: set[str] = set()
        for finding in findings:
            if finding.severity != "info" or self.verbose:
                to_do = next(iter(self.report.to_do(finding)), "")
                yield from finding_lines(finding, "" if to_do in told else to_do, form, self.lang, self.columns)
                told.add(to_do)
                yield BLANK
        yield from info_lines(hints, self.report.rules.values(), self.lang, self.columns)
        if hints:
            yield BLANK

    def _heading(self, file: FileReport, read: ReadForm) -> Iterator[Line]:
        """Give the project's name, then unit, year, file and where in it the form begins."""
        form = read.form
        yield from ((Span(line, "bold"),) for line in wrap(self._name(form), self.columns))
        year = f"{form.year}年" if self.lang == "zh" else str(form.year)
        unit = form.implementing_unit or form.department or ""
        start = _start(read.source.place("title"), self.lang)
        parts = (unit, year if form.year else "", file.path, self._number(form), start)
        yield from ((Span(line, "dim"),) for line in packed(parts, self.columns))

    def _short_heading(self, file: FileReport, read: ReadForm) -> Iterator[Line]:
        """Give name, file and number on one line where they fit: for a form of which there is little to say."""
        name, where = self._name(read.form), f"  {visible(file.path)} · {self._number(read.form)}"
        if widest(name + where) <= self.columns:
            yield (Span(name, "bold"), Span(where, "dim"))
        else:
            yield from self._heading(file, read)

    def _name(self, form: Form) -> str:
        return visible(form.project_name or form.title) or phrases.NO_PROJECT.to(self.lang)

    def _number(self, form: Form) -> str:
        return f"第 {form.index} 张表" if self.lang == "zh" else f"form {form.index}"


def packed(parts: Sequence[str], columns: int) -> list[str]:
    """Join parts with middle dots, beginning a new line before a part that does not fit."""
    lines: list[str] = []
    for part in filter(None, map(visible, parts)):
        joined = f"{lines[-1]} · {part}" if lines else part
        if lines and widest(joined) <= columns:
            lines[-1] = joined
        else:
            lines += wrap(part, columns)
    return lines


def _start(place: Place, lang: Lang) -> str:
    """Say where a form begins, where that helps to find it in the file."""
    if place.line is None and place.page is None and place.cell is None and place.table is None:
        return ""
    words = place_words(place, lang)
    return f"自{words}起" if lang == "zh" else f"from {words}"
