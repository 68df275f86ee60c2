"""Rows as departments write them: right ones stay silent, faulty ones are named by their rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from perf_lint.engine.run import run
from perf_lint.model.finding import Finding
from perf_lint.pack.example import build_forms
from perf_lint.pack.load import load

HERE = Path(__file__).parent
FAMILIES = ("LVL", "VAL", "XRF", "TXT")


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _findings(rows: list[str]) -> list[Finding]:
    (form,) = build_forms({"project": "综合项目", "goal": "完成12项任务", "year": "2024", "rows": rows})
    outcome = run(load(["core"]), [("rows", form)])
    assert outcome.crashes == ()
    return [finding for finding in outcome.findings if finding.rule.startswith(FAMILIES)]


def test_right_rows_give_no_error_and_no_warning():
    rows = _lines("clean_rows.txt")
    assert len(rows) > 130
    loud = [(finding.rule, finding.at, finding.message) for finding in _findings(rows) if finding.severity != "info"]
    assert loud == []


@pytest.mark.parametrize("line", _lines("faulty_rows.txt"))
def test_faulty_row_is_named_by_its_rule(line):
    code, row = line.split(" ", 1)
    found = _findings([row])
    assert code in {finding.rule for finding in found}
    assert {finding.severity for finding in found} <= {"warning", "info"}
    assert all(finding.at.startswith("indicators[0]") for finding in found)
