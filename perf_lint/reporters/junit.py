"""Write a run as JUnit XML: a suite a form, a case a finding, so that a build server shows it as tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from perf_lint.model.finding import FileReport, Finding, Report
from perf_lint.model.words import Lang, Words
from perf_lint.reporters.grouping import Grouped, Key, by_form
from perf_lint.reporters.places import place_words
from perf_lint.text.pattern import lazy_pattern

SUFFIX = ".xml"
FORBIDDEN = lazy_pattern(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""What XML 1.0 cannot hold, not even escaped."""
READABLE = Words("文件可以读取", "file can be read")
CLEAN = Words("没有发现问题", "nothing found")


def render(report: Report, lang: Lang = "zh", **_: object) -> str:
    """Give the XML; hints are passed cases with a text, suppressed and unanswered rules are skipped ones."""
    grouped = by_form(report)
    suites = [suite for file in report.files for suite in _suites(file, grouped, lang)]
    root = Element("testsuites", {"name": "perf-lint"} | _totals(suites))
    root.extend(suites)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suites(file: FileReport, grouped: Grouped, lang: Lang) -> Iterator[Element]:
    whole = grouped.findings.get((file.path, 0), [])
    if file.problem is not None or whole:
        cases = [_failure(finding, lang) for finding in whole]
        if file.problem is not None:
            case = _case(READABLE.to(lang), file.path)
            SubElement(case, "error", message=_text(file.problem.to(lang)))
            cases.append(case)
        yield _suite(file.path, cases)
    for read in file.forms:
        name = f"{file.path} #{read.form.index} {read.form.project_name or ''}".rstrip()
        cases = list(_cases((file.path, read.form.index), grouped, lang))
        yield _suite(name, cases or [_case(CLEAN.to(lang), file.path)])


def _cases(key: Key, grouped: Grouped, lang: Lang) -> Iterator[Element]:
    for finding in grouped.findings.get(key, []):
        yield _failure(finding, lang)
    for item in grouped.suppressed.get(key, []):
        yield _skipped(item.finding.rule, key[0], item.reason)
    for answer in grouped.not_evaluated.get(key, []):
        yield _skipped(answer.rule, key[0], answer.reason)


def _failure(finding: Finding, lang: Lang) -> Element:
    place = place_words(finding.place, lang)
    case = _case(f"{finding.rule} {place}", finding.place.file)
    body = "\n".join(part for part in (f"{place} {finding.message}", finding.show, finding.text) if part)
    if finding.severity == "info":
        SubElement(case, "system-out").text = _text(body)
        return case
    failure = SubElement(case, "failure", message=_text(finding.message), type=finding.severity)
    failure.text = _text(body)
    return case


def _skipped(rule: str, path: str, reason: str) -> Element:
    case = _case(rule, path)
    SubElement(case, "skipped", message=_text(reason))
    return case


def _case(name: str, path: str) -> Element:
    return Element("testcase", {"name": _text(name), "classname": _text(path)})


def _suite(name: str, cases: Sequence[Element]) -> Element:
    suite = Element("testsuite", {"name": _text(name)})
    suite.extend(cases)
    counts = {kind: sum(case.find(tag) is not None for case in cases) for kind, tag in KINDS.items()}
    suite.attrib.update({"tests": str(len(cases))} | {kind: str(number) for kind, number in counts.items()})
    return suite


KINDS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def _totals(suites: Sequence[Element]) -> dict[str, str]:
    return {kind: str(sum(int(suite.attrib[kind]) for suite in suites)) for kind in ("tests", *KINDS)}


def _text(text: str) -> str:
    return FORBIDDEN.sub("\ufffd", text)
