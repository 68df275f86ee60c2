"""Decisions of people: what they silence, and when they no longer do anything."""

import datetime as dt

import pytest

from perf_lint.engine.suppress import Decisions
from perf_lint.model.finding import Finding, Suppressed
from perf_lint.model.place import Place
from perf_lint.model.suppression import Suppression
from perf_lint.model.words import Words

TODAY = dt.date(2025, 6, 30)


def finding(rule="AMT201", file="表/a.docx", at="indicators[3].value", project="甲", fingerprint="f1"):
    return Finding(rule, "n", "error", "high", "m", "", at, Place(file), 1, project, fingerprint=fingerprint)


@pytest.mark.parametrize(
    ("conditions", "silenced"),
    [
        ({"rule": "AMT201"}, True),
        ({"rule": "AMT"}, True),
        ({"rule": "AMT202"}, False),
        ({"fingerprint": "f1"}, True),
        ({"fingerprint": "f2"}, False),
        ({"rule": "AMT", "file": "a.docx"}, True),
        ({"rule": "AMT", "file": "表/*"}, True),
        ({"rule": "AMT", "file": "*.xlsx"}, False),
        ({"rule": "AMT", "project": "甲"}, True),
        ({"rule": "AMT", "project": "乙"}, False),
        ({"rule": "AMT", "at": "indicators[3].value"}, True),
        ({"rule": "AMT", "at": "indicators[*].value"}, True),
        ({"rule": "AMT", "at": "indicators[3].name"}, False),
        ({"rule": "AMT", "expires": "2025-06-30"}, True),
        ({"rule": "AMT", "expires": "2025-06-29"}, False),
    ],
)
def test_conditions(conditions, silenced):
    decisions = Decisions([Suppression("核对过", **conditions)], TODAY)
    assert (decisions.on(finding()) is not None) == silenced
    assert bool(decisions.warnings()) == (not silenced)


def test_a_suppressed_finding_keeps_reason_approver_and_end():
    one = finding()
    why = Suppression("分两年支付", rule="AMT201", approver="王", expires="2026-01-01")
    decisions = Decisions([why], TODAY)
    assert decisions.on(one) == Suppressed(one, "分两年支付", "王", "2026-01-01")
    assert decisions.warnings() == ()


def test_unused_and_expired_ones_are_told():
    unused = Suppression("x", rule="VAL", file="b.txt", origin="perf-lint.yaml:4")
    over = Suppression("x", rule="AMT201", expires="2024-12-31", origin="perf-lint.yaml:9")
    decisions = Decisions([unused, over], TODAY)
    assert decisions.on(finding()) is None
    assert decisions.warnings() == (
        Words(
            "屏蔽已于 2024-12-31 到期：perf-lint.yaml:9 AMT201",
            "suppression expired on 2024-12-31: perf-lint.yaml:9 AMT201",
        ),
        Words(
            "屏蔽没有用到，可以删去：perf-lint.yaml:4 VAL b.txt",
            "suppression not used, it may go: perf-lint.yaml:4 VAL b.txt",
        ),
    )
