"""What goes wrong with one file is its result, whatever the number of processes."""

from __future__ import annotations

import pytest

from perf_lint.api import DEFAULTS, pack_of
from perf_lint.pipeline import gather
from perf_lint.readers.base import DEFAULT_LIMITS
from perf_lint.readers.inputs import Input

FORM = "项目支出绩效目标表\n项目名称\t防汛\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t沙袋\t≥5条\n".encode()
check_input = gather.check_input


def odd(item, *rest):
    if item.path == "怪.txt":
        raise ValueError("没有想到")
    if item.path == "大.txt":
        raise MemoryError
    return check_input(item, *rest)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_nobody_foresaw_costs_itself_only(jobs, monkeypatch):
    monkeypatch.setattr(gather, "check_input", odd)
    inputs = [Input(name, FORM) for name in ("怪.txt", "好.txt", "大.txt")]
    results = gather.results(inputs, lambda: pack_of(DEFAULTS), DEFAULT_LIMITS, "zh", jobs)
    assert [(one.file.path, one.file.problem and one.file.problem.zh) for one in results] == [
        ("怪.txt", "处理这个文件时出了意外（ValueError: 没有想到）"),
        ("好.txt", None),
        ("大.txt", "处理这个文件超过了内存上限"),
    ]
