"""Write findings as annotations of GitHub Actions: one workflow command a finding."""

from __future__ import annotations

from collections.abc import Iterator

from perf_lint.model.finding import Finding, Report
from perf_lint.model.words import Lang, Words
from perf_lint.reporters.grouping import untold
from perf_lint.reporters.places import place_words
from perf_lint.text.width import harmless

SUFFIX = ".txt"
LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
UNREADABLE = Words("读不了这个文件", "cannot read this file")


def render(report: Report, lang: Lang = "zh", **_: object) -> str:
    """Give one command a line; a finding in a file without lines names its cell in the message."""
    return "".join(pieces(report, lang))


def pieces(report: Report, lang: Lang = "zh", **_: object) -> Iterator[str]:
    """Give the commands one at a time."""
    for file in untold(report):
        if file.problem is not None:
            yield _command("error", {"file": file.path, "title": UNREADABLE.to(lang)}, file.problem.to(lang))
    for finding in report.findings:
        yield _annotation(finding, report, lang)


def _annotation(finding: Finding, report: Report, lang: Lang) -> str:
    place = finding.place
    rule = report.rules.get(finding.rule)
    title = f"{finding.rule} {rule.title if rule else finding.name}"
    fields = {"file": place.file}
    message = finding.message
    if place.line is not None:
        fields["line"] = str(place.line)
        if place.char is not None:
            fields["col"] = str(place.char)
    else:
        message = f"{place_words(place, lang)} {message}"
    if finding.show and finding.show not in message:
        message += f"\n{finding.show}"
    return _command(LEVELS[finding.severity], fields | {"title": title}, message)


def _command(level: str, fields: dict[str, str], message: str) -> str:
    listed = ",".join(f"{name}={_field(text)}" for name, text in fields.items())
    return f"::{level} {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    """Escape what ends a command, and take out what could steer the log that shows it."""
    lines = "\n".join(map(harmless, text.splitlines()))
    return lines.replace("%", "%25").replace("\n", "%0A")


def _field(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
