"""Write a run as Markdown, for a merge request or a mail."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from perf_lint.model.finding import Finding, NotEvaluated, Report
from perf_lint.model.terms import SEVERITY_WORDS
from perf_lint.model.words import Lang, Words
from perf_lint.reporters.fields import field_words
from perf_lint.reporters.grouping import by_file, by_number, untold
from perf_lint.reporters.places import place_words
from perf_lint.reporters.remarks import TITLE, notes
from perf_lint.reporters.terminal.closing import closing
from perf_lint.reporters.terminal.phrases import NO_PROJECT, NOT_EVALUATED, UNREADABLE_TITLE
from perf_lint.text.width import visible

SUFFIX = ".md"
HEADING = Words("| 级别 | 位置 | 栏目 | 问题 | 规则 |", "| Severity | Place | Field | Finding | Rule |")
RULER = "| --- | --- | --- | --- | --- |"
WIDE = 10_000
"""More columns than any closing line takes."""
SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>|#~$"} | {"&": "&amp;"})


def render(report: Report, lang: Lang = "zh", **_: object) -> str:
    """Give the summary, then one table a form; a document's words stay text."""
    return "".join(pieces(report, lang))


def pieces(report: Report, lang: Lang = "zh", **_: object) -> Iterator[str]:
    """Give the text form by form."""
    counted = ["".join(span.text for span in line) for line in closing(report, lang, WIDE)]
    lines = [line for line in counted if not line.startswith("─")]
    parts = chain(lines, _forms(report, lang), _unreadable(report, lang), _notes(report, lang))
    for number, part in enumerate(parts):
        yield f"\n\n{part}" if number else part
    yield "\n"


def escaped(text: str) -> str:
    """Put a document's text on one line in which Markdown and HTML see nothing of their own."""
    return visible(text).translate(SPECIAL)


def _forms(report: Report, lang: Lang) -> Iterator[str]:
    for file, findings, not_evaluated in by_file(report):
        found, waiting = by_number(findings), by_number(not_evaluated)
        if 0 in found:
            yield _table(f"## {escaped(file.path)}", [_row(finding, "", lang) for finding in found[0]], lang)
        for read in file.forms:
            form = read.form
            name = form.project_name or form.title or NO_PROJECT.to(lang)
            rows = [_row(f, field_words(f.at, form, lang), lang) for f in found.get(form.index, [])]
            rows += [_waiting(item, lang) for item in waiting.get(form.index, [])]
            if rows:
                yield _table(f"## {escaped(name)}\n\n{escaped(file.path)} #{form.index}", rows, lang)


def _waiting(item: NotEvaluated, lang: Lang) -> str:
    cells = (NOT_EVALUATED.to(lang), escaped(place_words(item.place, lang)), "", escaped(item.reason), item.rule)
    return f"| {' | '.join(cells)} |"


def _table(heading: str, rows: list[str], lang: Lang) -> str:
    return "\n".join([f"{heading}\n", HEADING.to(lang), RULER, *rows])


def _row(finding: Finding, field: str, lang: Lang) -> str:
    arithmetic = f"<br>{escaped(finding.show)}" if finding.show and finding.show not in finding.message else ""
    cells = (
        SEVERITY_WORDS[finding.severity].to(lang),
        escaped(place_words(finding.place, lang)),
        escaped(field),
        escaped(finding.message) + arithmetic,
        finding.rule,
    )
    return f"| {' | '.join(cells)} |"


def _unreadable(report: Report, lang: Lang) -> Iterator[str]:
    listed = [
        f"- {escaped(file.path)}: {escaped(file.problem.to(lang))}"
        for file in untold(report)
        if file.problem is not None
    ]
    if listed:
        yield f"## {UNREADABLE_TITLE.to(lang)}\n\n" + "\n".join(listed)


def _notes(report: Report, lang: Lang) -> Iterator[str]:
    listed = [f"- {escaped(note.line(lang))}" for note in notes(report, lang)]
    if listed:
        yield f"## {TITLE.to(lang)}\n\n" + "\n".join(listed)
