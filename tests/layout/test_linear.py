"""The work done grows in step with the text: counted in calls, not in seconds."""

from __future__ import annotations

import sys

import pytest

from perf_lint.layout import recognise
from perf_lint.readers import read_bytes

HEAD = "项目支出绩效目标表\n项目名称\t防汛\n年度总体目标\t保障安全\n一级指标\t二级指标\t三级指标\t指标值\n"
SHAPES = {
    "forms": ("", HEAD + "产出指标\t数量指标\t储备沙袋\t≥500条\n", 40),
    "rows": (HEAD, "产出指标\t数量指标\t储备沙袋\t≥500条\n", 400),
    "goal lines": ("项目支出绩效目标表\n项目名称\t防汛\n年度总体目标\t保障\n", "\t接着保障\n", 400),
    "lone cells": (HEAD + "产出指标\t数量指标\t储备、\t5条\n", "\t\t沙袋、\n", 400),
    "titles": ("", "项目支出绩效目标表\n", 400),
    "loose lines": (HEAD + "产出指标\t数量指标\t储备\t5条\n", "防汛工作\n", 400),
    "stacked cells": (HEAD.replace("\t", "\n"), "产出指标\n数量指标\n储备沙袋\n5条\n", 100),
    "prose": ("项目支出绩效目标表\n项目名称：防汛\n", "数量指标：储备沙袋≥500条；", 400),
    "glued lines": (
        "项目支出绩效目标表\n项目名称防汛\n一级指标二级指标三级指标指标值\n",
        "产出指标数量指标储备沙袋≥500条\n主管部门水利局实施单位水利站\n",
        200,
    ),
    "glued fields": ("绩效目标\n一级指标二级指标三级指标指标值\n", "项目名称防汛工作主管部门水利局", 600),
    "strung fields": ("绩效目标\n", "项目名称：防汛；主管部门：水利局；资金总额：5万元\n数量指标：储备≥5条\n", 200),
    "torn numbers": (HEAD.replace("\t", "\n"), "产出指标\n数量指标\n储备沙袋\n≥18.\n5公里\n", 100),
    "levels across": (HEAD, "产出指标\t\t效益指标\t\n数量指标\t\t社会效益指标\t\n沙袋\t5条\t用户\t3户\n", 200),
    "one wide row": (HEAD, "产出指标\t", 2000),
}


def calls(text: str) -> int:
    """Count the Python and library calls that reading a text takes."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    data = text.encode()
    recognise(read_bytes(data, "a.txt"))
    sys.setprofile(note)
    try:
        recognise(read_bytes(data, "a.txt"))
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", SHAPES)
def test_twice_the_text_is_at_most_twice_the_work(name: str):
    start, piece, times = SHAPES[name]
    once, twice = calls(start + piece * times), calls(start + piece * times * 2)
    assert twice <= once * 2.1


@pytest.mark.parametrize(
    "line",
    [
        "指标" * 300_000,
        "-" * 600_000 + "x",
        HEAD + "\t" * 600_000 + "x",
        HEAD + "(" * 300_000 + "\t[",
        " x" * 300_000,
        "1," * 300_000,
    ],
    ids=["words", "dashes", "tabs", "brackets", "blanks", "digits"],
)
def test_one_endless_line_takes_few_calls(line: str):
    assert calls(line) < 3 * len(line) + 10_000
