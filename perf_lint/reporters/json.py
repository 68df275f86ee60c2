"""Write a run as one JSON document, `perf-lint/report@1`: a frozen format for other programs."""

from __future__ import annotations

import json

from perf_lint.model.finding import Report
from perf_lint.model.words import Lang
from perf_lint.reporters.report_record import report_record

SUFFIX = ".json"


def render(report: Report, lang: Lang = "zh", **_: object) -> str:
    """Give the report as indented JSON."""
    return json.dumps(report_record(report, lang), ensure_ascii=False, indent=1) + "\n"
