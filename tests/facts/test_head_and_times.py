"""The head's missing fields, deadlines in names, timing rows and traces of damage."""

from __future__ import annotations

import pytest

from perf_lint.facts import derive
from perf_lint.facts.damage import damage_in
from perf_lint.facts.deadlines import dated_values, name_deadline, tells_time
from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.header import missing_fields
from perf_lint.facts.unread import level_slip, unread_cells
from perf_lint.pack.example import build_form

WHOLE = {"project": "培训", "year": "2024", "total": "5万元", "goal": "培训干部"}


def _form(*rows: object, **more: object) -> FormFacts:
    return derive(build_form({"rows": list(rows), **more}))


@pytest.mark.parametrize(
    ("more", "missing"),
    [
        ({}, []),
        ({"unit": " "}, [("implementing_unit", "没有填写")]),
        ({"period": ""}, [("period", "没有填写")]),
        ({"department": "075001"}, [("department", "只有代码，没有部门名称")]),
        ({"department": "县公安局", "columns": ["department_code"]}, [("department", "只有部门名称，没有代码")]),
        ({"department": "县公安局"}, []),
        ({"goal": ""}, [("goal", "没有填写")]),
    ],
)
def test_missing_fields(more, missing):
    assert [(one.path, one.reason) for one in missing_fields(_form(**{**WHOLE, **more}))] == missing


def test_fields_that_every_form_has():
    assert [one.path for one in missing_fields(_form())] == ["project_name", "funding.total", "goal", "title"]


@pytest.mark.parametrize(
    ("name", "deadline"),
    [
        ("2024年12月底前完成培训", "2024年12月底前"),
        ("第三季度前开展检查", "第三季度前"),
        ("年底前完成支付", "年底前"),
        ("12月底前项目开工率", None),
        ("2024年度任务完成及时性", None),
        ("培训完成时间", None),
        ("当前库存量", None),
    ],
)
def test_deadlines_inside_names(name, deadline):
    assert name_deadline(_form(f"时效指标|{name}|100%").indicators[0]) == deadline


@pytest.mark.parametrize(
    ("row", "tells"),
    [
        ("维修及时率|85%", True), ("完成时间|2024年6月", True), ("响应时间|≤2小时", True), ("办理时限|15个工作日", True),
        ("工作完成情况|按时完成", True), ("社区监控率|≥90%", False), ("全年工资|4.2万元", False), ("宣传活动|5次", False),
        ("任务完成|是/否", None), ("任务|95", None), ("任务|", None),
    ],
)  # fmt: skip
def test_timing_rows_that_tell_a_time(row, tells):
    assert tells_time(_form(f"时效指标|{row}").indicators[0]) is tells


def test_dates_with_a_stated_year():
    form = _form("时效指标|完成时间|2023年8月前", "数量指标|批次|3批", "时效指标|完工|12月底前", period="2024年")
    found = [(one.path, one.start_year, one.end_year, one.timing) for one in dated_values(form)]
    assert found == [("period", 2024, 2024, True), ("indicators[0].value", 2023, 2023, True)]


@pytest.mark.parametrize(
    ("text", "piece"), [(r"$\geq$ 95%", r"$\geq$"), ("%=100", "%="), ("1o0%", "1o0"), ("95�", "�")]
)
def test_damage(text, piece):
    assert damage_in(text) == piece


@pytest.mark.parametrize("text", ["≥95%", "=100%", "$200", "100L", "5个", "C2C模式", "≤10‰"])
def test_sound_texts(text):
    assert damage_in(text) is None


@pytest.mark.parametrize(
    ("text", "level", "slip"),
    [
        ("质量指标质", "质量指标", True), ("质量指", "质量指标", True), ("质量", "质量指标", False), ("质量指标", "质量指标", False),
        ("社会公众或服务对象满意度指标", "服务对象满意度指标", False), ("时效指标", "质量指标", False), ("", "质量指标", False),
    ],
)  # fmt: skip
def test_slips_in_level_names(text, level, slip):
    row = {"level1": "产出指标", "level2": level, "level1_text": "", "level2_text": text, "name": "甲", "value": "1个"}
    assert level_slip(_form(row).indicators[0]) == (text if slip else None)


def test_unread_cells_have_their_places():
    assert [(cell.path, cell.text) for cell in unread_cells(_form(unread=["甲", "乙"]))] == [
        ("unread[0]", "甲"),
        ("unread[1]", "乙"),
    ]


def test_a_single_day_as_period_is_when_the_project_began():
    assert dated_values(_form(period="2021年1月")) == ()
    assert [one.end_year for one in dated_values(_form(period="2021年"))] == [2021]
