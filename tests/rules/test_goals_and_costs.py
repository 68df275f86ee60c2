"""Goals with sums in them and blocks of costs, as departments write them: right ones stay silent, wrong ones do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from perf_lint.engine.run import run
from perf_lint.pack.example import build_forms
from perf_lint.pack.load import load

HERE = Path(__file__).parent
LEVELS = ("数量指标|", "经济效益指标|")
PLAIN = {"project": "综合保障项目", "year": "2024", "period": "2024年"}


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _loud(data: dict[str, object]) -> list[str]:
    outcome = run(load(["core"]), [("form", form) for form in build_forms(data)])
    assert outcome.crashes == ()
    return [f"{found.rule} {found.severity}" for found in outcome.findings if found.severity != "info"]


def _goal(line: str) -> dict[str, object]:
    total, goal = line.split("|", 1)
    return {**PLAIN, "goal": goal, "total": f"{total}万元", "rows": ["数量指标|完成事项数|≥1项"]}


def _costs(line: str) -> dict[str, object]:
    head, rows = line.split(" @ ")
    data: dict[str, object] = {**PLAIN, "goal": "完成相关建设任务和服务保障"}
    items = {}
    for part in head.split(";"):
        key, amount = part.split("=", 1)
        if key.startswith("i:"):
            items[key[2:]] = amount
        else:
            data[key] = amount
    marked = [row if row.startswith(LEVELS) else f"成本指标|{row}" for row in rows.split(" ; ")]
    return {**data, "rows": marked, **({"items": items} if items else {})}


@pytest.mark.parametrize("line", _lines("clean_goals.txt"))
def test_a_right_goal_is_left_alone(line: str) -> None:
    assert _loud(_goal(line)) == []


@pytest.mark.parametrize("line", _lines("faulty_goals.txt"))
def test_a_wrong_sum_in_a_goal_is_found(line: str) -> None:
    assert _loud(_goal(line)) == ["AMT206 warning"]


@pytest.mark.parametrize("line", _lines("clean_costs.txt"))
def test_right_costs_are_left_alone(line: str) -> None:
    assert _loud(_costs(line)) == []


@pytest.mark.parametrize("line", _lines("faulty_costs.txt"))
def test_wrong_costs_are_found(line: str) -> None:
    costs, expected = line.split(" :: ")
    assert expected in _loud(_costs(costs))
