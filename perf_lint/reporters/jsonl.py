"""Write a run as JSON lines: one record a finding, then one for each other list, the summary last."""

from __future__ import annotations

import json
from itertools import chain

from perf_lint.model.finding import Report
from perf_lint.model.words import Lang
from perf_lint.reporters.report_record import (
    SCHEMA,
    finding_record,
    not_evaluated_record,
    summary_record,
    suppressed_record,
)

SUFFIX = ".jsonl"


def render(report: Report, lang: Lang = "zh", **_: object) -> str:
    """Give one JSON object a line; `type` says which list it belongs to."""
    records = chain(  # one at a time: a province has hundreds of thousands
        ({"type": "finding"} | finding_record(finding) for finding in report.findings),
        ({"type": "suppressed"} | suppressed_record(item) for item in report.suppressed),
        ({"type": "not_evaluated"} | not_evaluated_record(item) for item in report.not_evaluated),
        [{"type": "summary", "schema": SCHEMA} | summary_record(report, lang)],
    )
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
