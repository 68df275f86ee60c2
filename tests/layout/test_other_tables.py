"""Tables that hold no form give none: accounts, lists of projects, targets of a plan that name no levels."""

from __future__ import annotations

import pytest

from perf_lint.layout import recognise
from perf_lint.readers import read_bytes

ACCOUNTS = """\
2025年部门收支总表
单位：万元
收入\t\t支出\t
项目\t预算数\t项目\t预算数
一、一般公共预算拨款\t1200\t一、本年支出\t1200
合计\t1200\t合计\t1200
"""
PLAN = """\
国民经济主要指标
指标\t单位\t目标值\t上年
地区生产总值\t亿元\t320\t300
财政收入\t亿元\t20\t18
"""
PROJECTS = """\
项目支出表
单位名称\t项目名称\t资金总额\t财政拨款\t其他资金
某局\t会议费\t20\t20\t0
某局\t培训费\t30\t30\t0
"""


@pytest.mark.parametrize("text", [ACCOUNTS, PLAN, PROJECTS, ACCOUNTS + "\n" + PLAN + "\n" + PROJECTS])
def test_no_form_is_made_of_other_tables(text: str):
    assert recognise(read_bytes(text.encode(), "budget.txt")) == ()


def test_a_bulk_export_without_a_title_is_still_read():
    text = "项目名称\t预算数（元）\t一级指标\t二级指标\t三级指标\t指标值\n会议费\t200000\t产出指标\t数量指标\t会议次数\t3次\n"
    (read,) = recognise(read_bytes(text.encode(), "budget.txt"))
    assert (read.form.project_name, read.form.indicators[0].value) == ("会议费", "3次")
