"""Write findings as a GitLab code quality report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from perf_lint.model.finding import Finding, Report
from perf_lint.model.words import Lang
from perf_lint.reporters.json_pieces import json_pieces
from perf_lint.reporters.places import place_words

SUFFIX = ".json"
SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report, lang: Lang = "zh", **_: object) -> str:
    """Give a JSON list; GitLab wants every fingerprint once, so a repeated one gets its number."""
    return "".join(pieces(report, lang))


def pieces(report: Report, lang: Lang = "zh", **_: object) -> Iterator[str]:
    """Give the list issue by issue."""
    yield from json_pieces(_issues(report, lang))
    yield "\n"


def _issues(report: Report, lang: Lang) -> Iterator[dict[str, Any]]:
    seen: Counter[str] = Counter()
    for finding in report.findings:
        seen[finding.fingerprint] += 1
        yield _issue(finding, seen[finding.fingerprint], lang)


def _issue(finding: Finding, number: int, lang: Lang) -> dict[str, Any]:
    place = finding.place
    where = "" if place.line is not None else f"{place_words(place, lang)} "
    # A line is obligatory; files without lines give the row of the table, or the first line.
    line = place.line or place.row or 1
    return {
        "description": f"{where}{finding.message}",
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint if number == 1 else f"{finding.fingerprint}-{number}",
        "severity": SEVERITIES[finding.severity],
        "location": {"path": place.file, "lines": {"begin": line}},
    }
