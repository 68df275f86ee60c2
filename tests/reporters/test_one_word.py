"""A field has one name, whether a report, the rule language or a rule's page speaks of it."""

import perf_lint.facts  # noqa: F401  # fills the vocabulary
from perf_lint.facts.vocabulary import TYPES
from perf_lint.pack.pages import HEADER
from perf_lint.reporters.fields import FIELDS, PARTS, heading

ON_PAGES = {"project": "project_name", "unit": "implementing_unit"}
"""What examples of rules call a field by a shorter key."""


def test_reports_and_the_rule_language_name_fields_alike():
    form = {path: words.zh for path, words in FIELDS.items() if "." not in path and path != "year"}
    assert {path: TYPES["Form"][path].doc for path in form} == form
    parts = {part: words.zh for part, words in PARTS.items()}
    assert {part: TYPES["Indicator"][part].doc for part in parts} == parts
    funding = {path.partition(".")[2]: words.zh for path, words in FIELDS.items() if path.startswith("funding.")}
    assert {name: TYPES["Funding"][name].doc for name in funding} == funding


def test_rule_pages_name_them_so_too():
    for key, shown in HEADER.items():
        field = ON_PAGES.get(key, key)
        if field in FIELDS:
            assert shown == FIELDS[field].zh
        elif field in TYPES["Form"] and field != "columns":
            assert shown == TYPES["Form"][field].doc


def test_a_head_begins_with_a_capital():
    assert heading("project_name", "en") == "Project name"
    assert heading("funding.total", "zh") == "资金总额"
    assert heading("basis", "zh") == "指标值确定依据"
