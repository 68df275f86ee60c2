"""The tutorial's rule is a rule that works, and its outputs are what is printed."""

import re
from pathlib import Path

import pytest

from perf_lint.pack.problem import PackError
from tests.pack.examples import run_all_examples
from tests.pack.packs import pack

TEXT = (Path(__file__).parents[2] / "docs" / "write-a-rule.md").read_text("utf-8")
RULE = re.search(r"run by the tests -->\n```yaml\n(.*?)```", TEXT, re.DOTALL)[1]


def test_the_rule_passes_its_examples(tmp_path):
    results = run_all_examples([pack(tmp_path / "mine", {"JYJ101": RULE})])
    assert [result.differences for result in results] == [()] * 6


def test_the_slip_gives_the_printed_difference(tmp_path):
    wrong = RULE.replace("目标 >= params.least", "目标 > params.least")
    results = run_all_examples([pack(tmp_path / "mine", {"JYJ101": wrong})])
    told = [(result.number, line.zh) for result in results for line in result.differences]
    assert told == [(3, "+ 实际 indicators[0].value：满意度目标是 ≥80%，低于 80%（warning）")]
    assert told[0][1] in TEXT


def test_the_misspelling_gives_the_printed_message(tmp_path):
    wrong = RULE.replace("value.share\n", "value.shares\n")
    with pytest.raises(PackError) as caught:
        run_all_examples([pack(tmp_path / "mine", {"JYJ101": wrong})])
    assert str(caught.value).removeprefix("mine/") in TEXT
