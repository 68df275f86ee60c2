"""Write a run as JUnit XML: a suite a form, a case a finding, so that a build server shows it as tests."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from perf_lint.model.finding import FileReport, Finding, Report, Suppressed
from perf_lint.model.words import Lang, Words
from perf_lint.reporters.grouping import by_file, by_number
from perf_lint.reporters.places import place_words
from perf_lint.text.pattern import lazy_pattern

SUFFIX = ".xml"
FORBIDDEN = lazy_pattern(r"[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""What XML 1.0 cannot hold, not even escaped."""
READABLE = Words("文件可以读取", "file can be read")
CLEAN = Words("没有发现问题", "nothing found")


def render(report: Report, lang: Lang = "zh", **_: object) -> str:
    """Give the XML; hints are passed cases with a text, suppressed and unanswered rules are skipped ones."""
    return "".join(pieces(report, lang))


def pieces(report: Report, lang: Lang = "zh", **_: object) -> Iterator[str]:
    """Give the XML suite by suite; the totals at its head take a pass of their own."""
    totals = Counter(dict.fromkeys(("tests", *KINDS), 0))
    for suite in _suites(report, lang):
        totals.update({kind: int(suite.attrib[kind]) for kind in totals})
    root = Element("testsuites", {"name": "perf-lint"} | {kind: str(number) for kind, number in totals.items()})
    yield '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").removesuffix(" />")
    empty = True
    for suite in _suites(report, lang):
        indent(suite, level=1)
        yield f"{'>' if empty else ''}\n  {tostring(suite, encoding='unicode')}"
        empty = False
    yield " />\n" if empty else "\n</testsuites>\n"


def _suites(report: Report, lang: Lang) -> Iterator[Element]:
    suppressed: dict[tuple[str, int | None], list[Suppressed]] = {}
    for item in report.suppressed:
        suppressed.setdefault((item.finding.place.file, item.finding.form), []).append(item)
    for group in by_file(report):
        file, found, waiting = group.file, by_number(group.findings), by_number(group.not_evaluated)
        if file.problem is not None or 0 in found:
            yield _suite(file.path, _about_file(file, found.get(0, []), lang))
        for read in file.forms:
            number = read.form.index
            name = f"{file.path} #{number} {read.form.project_name or ''}".rstrip()
            cases = [_failure(finding, lang) for finding in found.get(number, [])]
            aside = suppressed.get((file.path, number), [])
            cases += [_skipped(item.finding.rule, file.path, item.reason) for item in aside]
            cases += [_skipped(answer.rule, file.path, answer.reason) for answer in waiting.get(number, [])]
            yield _suite(name, cases or [_case(CLEAN.to(lang), file.path)])


def _about_file(file: FileReport, findings: Sequence[Finding], lang: Lang) -> list[Element]:
    if file.problem is None:  # otherwise SRC001 only says the same once more
        return [_failure(finding, lang) for finding in findings]
    case = _case(READABLE.to(lang), file.path)
    SubElement(case, "error", message=_text(file.problem.to(lang)))
    return [case]


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


def _text(text: str) -> str:
    return FORBIDDEN.sub("\ufffd", text)
