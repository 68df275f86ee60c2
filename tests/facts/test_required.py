"""Levels are present, empty, absent, or not to be decided."""

from __future__ import annotations

from perf_lint.facts import derive
from perf_lint.facts.form_view import FormFacts
from perf_lint.facts.required import (
    empty_first_levels,
    empty_second_levels,
    first_levels,
    is_transfer,
    prints_marks,
    second_levels,
    standard_level,
)
from perf_lint.pack.example import build_form
from tests.facts.test_marks import example_forms


def _form(*rows: object, **more: object) -> FormFacts:
    return derive(build_form({"rows": list(rows), **more}))


def _second(form: FormFacts) -> dict[str, tuple[bool | None, str]]:
    return {level.name: (level.filled, level.path) for level in second_levels(form)}


def test_present_empty_and_absent_levels():
    form = _form("数量指标|人数|20人", "成本指标|无|无", "社会效益指标|影响|较大")
    levels = _second(form)
    assert levels["数量指标"] == (True, "indicators[0]")
    assert levels["成本指标"] == (False, "indicators[1]")
    assert levels["质量指标"] == (False, "indicators[0]")
    assert levels["服务对象满意度指标"] == (False, "indicators[2]")


def test_a_row_without_a_level_leaves_its_block_open():
    form = _form("数量指标|人数|20人", {"level1": "产出指标", "name": "培训费", "value": "2万元"})
    assert _second(form)["成本指标"][0] is None
    assert _second(form)["社会效益指标"][0] is False


def test_an_unread_cell_leaves_everything_open():
    assert _second(_form("数量指标|人数|20人", unread=["2024年10月底前完成"]))["质量指标"][0] is None
    assert _second(_form("数量指标|人数|20人"))["质量指标"][0] is False


def test_transfer_payments_are_told_by_their_title():
    assert is_transfer(_form(title="转移支付区域（项目）绩效目标表"))
    assert not is_transfer(_form(title="项目支出绩效目标表"))


def test_levels_of_the_framework_of_2021():
    form = _form("成本指标|经济成本指标|培训费|2万元", "数量指标|人数|20人")
    assert form.framework == "cn-2021"
    assert [(level.name, level.filled) for level in first_levels(form)] == [
        ("成本指标", True), ("产出指标", True), ("效益指标", False), ("满意度指标", False),
    ]  # fmt: skip


def test_an_unknown_framework_asks_for_nothing():
    form = _form("项目完成指标|数量指标|人数|20人", framework="other")
    assert (second_levels(form), first_levels(form)) == ((), ())


def test_marks_that_require():
    marked = _form({"level2": "数量指标", "mark": "必填硬性指标", "name": "人数", "value": "20人"})
    optional = _form({"level2": "数量指标", "mark": "选", "name": "人数", "value": "20人"})
    assert (prints_marks(marked), prints_marks(optional)) == (True, False)
    assert [level.name for level in second_levels(marked) if level.required_mark] == ["数量指标"]


def test_levels_without_content_are_those_that_no_row_fills():
    for model in example_forms():
        form = derive(model)
        filled = [row for row in form.indicators if not row.is_none]
        second = {standard_level(row.level1, row.level2) for row in filled}
        first = {row.level1 for row in filled}
        missing = [level.name for level in second_levels(form) if level.name not in second]
        assert [level.name for level in empty_second_levels(form)] == missing
        assert [level.name for level in empty_first_levels(form)] == [
            level.name for level in first_levels(form) if level.name not in first
        ]
