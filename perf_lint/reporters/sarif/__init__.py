"""Write a run as SARIF 2.1.0 (errata 01), the exchange format of static analysis."""

from __future__ import annotations

from collections.abc import Iterator

from perf_lint import __version__
from perf_lint.model.finding import Report
from perf_lint.model.words import Lang
from perf_lint.reporters.json_pieces import Members, json_pieces
from perf_lint.reporters.sarif.invocation import invocation
from perf_lint.reporters.sarif.places import uri
from perf_lint.reporters.sarif.results import results
from perf_lint.reporters.sarif.rules import descriptors

SUFFIX = ".sarif"
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report, lang: Lang = "zh", **_: object) -> str:
    """Give one SARIF log with one run."""
    return "".join(pieces(report, lang))


def pieces(report: Report, lang: Lang = "zh", **_: object) -> Iterator[str]:
    """Give the log result by result."""
    rules = descriptors(report, lang)
    index = {rule["id"]: at for at, rule in enumerate(rules)}
    files = {file.path: at for at, file in enumerate(report.files)}
    run = Members(
        tool={"driver": {"name": "perf-lint", "version": __version__, "language": _language(lang), "rules": rules}},
        language=_language(lang),
        columnKind="unicodeCodePoints",
        invocations=[invocation(report, index, lang)],
        artifacts=({"location": {"uri": uri(path)}} for path in files),
        results=results(report, index, files, lang),
    )
    yield from json_pieces(Members({"$schema": SCHEMA, "version": "2.1.0", "runs": iter([run])}))
    yield "\n"


def _language(lang: Lang) -> str:
    return "zh-CN" if lang == "zh" else "en-US"
