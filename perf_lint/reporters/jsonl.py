"""Write a run as JSON lines: one record a finding, then one for each other list, the summary last."""

from __future__ import annotations

import json
from collections.abc import Iterator

from perf_lint.model.finding import Report
from perf_lint.model.words import Lang
from perf_lint.reporters.report_record import SCHEMA, record_lists, summary_record

SUFFIX = ".jsonl"
_line = json.JSONEncoder(ensure_ascii=False).encode
TYPES = {"findings": "finding", "suppressed": "suppressed", "not_evaluated": "not_evaluated"}


def render(report: Report, lang: Lang = "zh", **_: object) -> str:
    """Give one JSON object a line; `type` says which list it belongs to."""
    return "".join(pieces(report, lang))


def pieces(report: Report, lang: Lang = "zh", **_: object) -> Iterator[str]:
    """Give the lines one at a time: a province has hundreds of thousands."""
    for name, records in record_lists(report).items():
        type_ = TYPES[name]
        for record in records:
            yield _line({"type": type_, **record}) + "\n"
    yield _line({"type": "summary", "schema": SCHEMA, **summary_record(report, lang)}) + "\n"
