"""Rows about when and how much, as departments write them, are left alone by the rules on dates and amounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from perf_lint.engine.run import run
from perf_lint.pack.example import build_forms
from perf_lint.pack.load import load

ROWS = [
    line
    for line in Path(__file__).with_name("clean_rows_times_and_costs.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
FAMILIES = ("SRC", "AMT", "DAT", "REQ103", "REQ106")


@pytest.fixture(scope="module")
def pack():
    return load(cache=False)


@pytest.mark.parametrize("row", ROWS)
def test_right_row_is_left_alone(row, pack):
    form = {
        "year": "2024",
        "years": ["2024年"],
        "project": "甲",
        "goal": "完成12项",
        "total": "15.6万元",
        "rows": [row],
    }
    outcome = run(pack, [("rows", one) for one in build_forms(form)])
    own = [found for found in outcome.findings if found.rule.startswith(FAMILIES) and found.severity != "info"]
    assert [(found.rule, found.message) for found in own] == []
