"""Write a run as one JSON document, `perf-lint/report@1`: a frozen format for other programs."""

from __future__ import annotations

from collections.abc import Iterator

from perf_lint.model.finding import Report
from perf_lint.model.words import Lang
from perf_lint.reporters.json_pieces import json_pieces
from perf_lint.reporters.report_record import report_record

SUFFIX = ".json"


def render(report: Report, lang: Lang = "zh", **_: object) -> str:
    """Give the report as indented JSON."""
    return "".join(pieces(report, lang))


def pieces(report: Report, lang: Lang = "zh", **_: object) -> Iterator[str]:
    """Give the report record by record."""
    yield from json_pieces(report_record(report, lang))
    yield "\n"
