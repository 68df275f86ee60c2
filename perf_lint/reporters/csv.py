"""Write findings as a CSV table that a spreadsheet opens with every character right and no formula alive."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from perf_lint.model.finding import Finding, Report
from perf_lint.model.form import Form
from perf_lint.model.terms import SEVERITY_WORDS
from perf_lint.model.words import Lang, Words
from perf_lint.reporters.fields import field_words
from perf_lint.reporters.grouping import by_file
from perf_lint.reporters.places import place_words
from perf_lint.text.undecoded import readable

SUFFIX = ".csv"
MARK = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8."""
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")
COLUMNS = (
    Words("文件", "File"),
    Words("第几张表", "Form"),
    Words("项目", "Project"),
    Words("位置", "Place"),
    Words("栏目", "Field"),
    Words("原文", "As written"),
    Words("级别", "Severity"),
    Words("规则", "Rule"),
    Words("问题", "Finding"),
    Words("算式", "Arithmetic"),
    Words("怎么改", "What to do"),
    Words("指纹", "Fingerprint"),
)


def render(report: Report, lang: Lang = "zh", **_: object) -> str:
    """Give a heading row and one row a finding, lines ended as RFC 4180 says."""
    return "".join(pieces(report, lang))


def pieces(report: Report, lang: Lang = "zh", **_: object) -> Iterator[str]:
    """Give the table row by row."""
    writer = csv.writer(_Echo())
    yield MARK
    yield writer.writerow(words.to(lang) for words in COLUMNS)
    for file, findings, _waiting in by_file(report):
        forms = {read.form.index: read.form for read in file.forms}
        for finding in findings:
            cells = _row(finding, forms.get(finding.form or 0), report, lang)
            yield writer.writerow(inert(cell) for cell in cells)


class _Echo:
    """Lets a CSV writer give back the line that it would write."""

    def write(self, line: str) -> str:
        return line


def inert(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def _row(finding: Finding, form: Form | None, report: Report, lang: Lang) -> tuple[str, ...]:
    return (
        readable(finding.place.file),
        str(finding.form or ""),
        finding.project,
        place_words(finding.place, lang),
        field_words(finding.at, form, lang),
        finding.text or finding.place.snippet,
        SEVERITY_WORDS[finding.severity].to(lang),
        finding.rule,
        finding.message,
        finding.show,
        next(iter(report.to_do(finding)), ""),
        finding.fingerprint,
    )
