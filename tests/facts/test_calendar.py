"""Dates that the calendar does not have are found wherever they stand, with the last day of their month."""

from __future__ import annotations

import pytest

from perf_lint.facts import derive
from perf_lint.facts.calendar import impossible_dates
from perf_lint.pack.example import build_form


def _dates(value: str, year: str = "2024") -> list[tuple[str, str, str | None]]:
    form = derive(build_form({"year": year, "rows": [f"时效指标|完成时间|{value}"]}))
    return [(date.path, date.reason, date.suggestion) for date in impossible_dates(form)]


@pytest.mark.parametrize(
    ("value", "reason", "suggestion"),
    [
        ("2024年6月31日前完成", "2024年6月只有 30 天", "2024年6月30日"),
        ("2023年2月29日", "2023年2月只有 28 天", "2023年2月28日"),
        ("2024年2月30日", "2024年2月只有 29 天", "2024年2月29日"),
        ("2024-11-31", "2024年11月只有 30 天", "2024年11月30日"),
        ("2024.9.31", "2024年9月只有 30 天", "2024年9月30日"),
        ("4月31日前", "4月只有 30 天", "4月30日"),
        ("2024 年 13 月", "一年只有 12 个月", None),
        ("2024年5月0日", "没有 0 日", None),
    ],
)
def test_impossible(value, reason, suggestion):
    assert _dates(value) == [("indicators[0].value", reason, suggestion)]


@pytest.mark.parametrize(
    "value",
    [
        "2024年6月30日前",
        "2024年2月29日",
        "2000年2月29日",
        "1-12月",
        "18个月",
        "24月",
        "2024年12月",
        "31日内",
        "每月31日前",
    ],
)
def test_possible(value):
    assert _dates(value) == []


def test_a_leap_day_without_a_year_belongs_to_the_budget_year():
    assert _dates("2月29日前", "2024") == []
    assert _dates("2月29日前", "2023") == [("indicators[0].value", "2月只有 28 天", "2月28日")]


def test_goal_period_and_names_are_read_too():
    form = derive(
        build_form(
            {"goal": "11月31日前完成", "period": "2024年1月1日-2024年6月31日", "rows": ["数量指标|9月31日前培训|3人"]}
        )
    )
    assert [date.path for date in impossible_dates(form)] == ["goal", "period", "indicators[0].name"]


def test_the_whole_field_is_repaired_where_the_date_stands_in_it_once():
    form = derive(build_form({"rows": ["时效指标|缴纳时间|2024年6月31日前完成", "时效指标|时间|2024 年 6 月 31 日"]}))
    assert [date.repaired for date in impossible_dates(form)] == ["2024年6月30日前完成", None]
