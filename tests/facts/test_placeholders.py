"""Template text is told from what somebody wrote."""

from __future__ import annotations

import pytest

from perf_lint.facts import derive
from perf_lint.facts.placeholders import placeholders, text_placeholder, value_placeholder
from perf_lint.model.form import Form, Indicator


@pytest.mark.parametrize(
    "text",
    ["是/否", "□是 □否", "是或否", "有/无", ">90是/否", "≥90%（是/否）", "……", "…", "≥**个", "≥XX万元", "≥人", "≥%", "≥",
     "指标1：", "20××年", "≥____户", "达标/未达标"],
)  # fmt: skip
def test_values_left_from_the_template(text):
    assert value_placeholder(text)


@pytest.mark.parametrize(
    "text",
    ["是", "否", "≥90%", "≥良好", "达标", "优", "100%", "无", "—", "3×4米", "≥3万元/公里", "是否达标率≥90%", "2.5米*3米", "A/B级",
     "", "长期", "优/良/中/差", "全部完成"],
)  # fmt: skip
def test_values_that_somebody_wrote(text):
    assert value_placeholder(text) is None


@pytest.mark.parametrize("text", ["目标1：\n目标2：", "指标2:", "……", "（100字以内）", "请填写项目概况", "改造**户"])
def test_texts_left_from_the_template(text):
    assert text_placeholder(text)


@pytest.mark.parametrize(
    "text",
    ["目标1：开展培训", "撰写2000字以内的报告", "慰问王××等人", "改造3*4米站台", "C**级设备", "", "指标完成情况分析"],
)
def test_texts_that_somebody_wrote(text):
    assert text_placeholder(text) is None


def test_places_of_what_is_left():
    rows = (Indicator(name="……", value="……"), Indicator(label="指标2："), Indicator(name="培训人数", value="≥人"))
    form = derive(Form(1, goal="目标1：", project_name="XX项目", indicators=rows))
    assert [(one.path, one.label, one.text) for one in placeholders(form)] == [
        ("goal", "总体目标", "目标1："),
        ("indicators[0].name", "三级指标", "……"),
        ("indicators[0].value", "指标值", "……"),
        ("indicators[1]", "三级指标", "指标2："),
        ("indicators[2].value", "指标值", "≥人"),
    ]
