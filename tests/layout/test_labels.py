"""Labels and level names are recognised in all their spellings, and nothing else is."""

from __future__ import annotations

import pytest

from perf_lint.layout.labels import column_role, read_label
from perf_lint.layout.levels import read_level
from perf_lint.text.wordfile import load_words, parse_words


@pytest.mark.parametrize(
    ("text", "role", "rest", "unit"),
    [
        ("项 目 名 称", "project_name", "", ""),
        ("专项（项目）名称：", "project_name", "", ""),
        ("项目名称：防汛物资", "project_name", "防汛物资", ""),
        ("一、项目名称", "project_name", "", ""),
        ("主管部门及代码", "department", "", ""),
        ("年度资金总额（万元）：", "total", "", "万元"),
        ("年度资金总额(含本级) 3 万元", "total", "3 万元", ""),
        ("其中：财政拨款 1,200.50万元", "fiscal", "1,200.50万元", ""),
        ("1.当年财政拨款", "fiscal", "", ""),
        ("项目资金(万)", "block", "", "万元"),
        ("12月底", "step", "", ""),
        ("注：本表一式两份", "注", "本表一式两份", ""),
    ],
)
def test_spellings(text: str, role: str, rest: str, unit: str):
    label = read_label(text)
    assert label is not None
    assert (label.role if label.kind != "notes" else label.text, label.rest, label.unit) == (role, rest, unit)
    assert not label.damaged


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("2024年预算（万元）", "total"),
        ("2025年度绩效目标", "goal"),
        ("当年度目标", "goal"),
        ("年度目标2", "goal"),
        ("年初设定目标", "goal"),
        ("实施周期总目标", "long_term_goal"),
        ("年度目标完成情况", "actual_goal"),
        ("当年金额（万元）", "total"),
        ("实施周期资金总额", "long_total"),
        ("立项依据及主要内容", "summary"),
        ("政策（项目）主管部门", "department"),
        ("单位自评意见", "notes"),
        ("审核人签字：", "notes"),
    ],
)
def test_labels_are_understood_by_their_parts(text: str, role: str):
    label = read_label(text, tolerant=False)
    assert label is not None
    assert (label.role, label.damaged) == (role, False)


@pytest.mark.parametrize(
    "text",
    [
        "征求群众意见",
        "全年接待游客人次",
        "当年资金支付率",
        "年度目标完成率",
        "2024年重点任务完成率",
        "2024年12月底前",
        "2024年中央财政补助资金",
        "中期评估报告数量",
        "专家评审次数",
        "项目资金使用合规率",
        "政策知晓率",
        "单位：万元",
    ],
)
def test_names_and_values_are_no_labels(text: str):
    assert read_label(text, tolerant=False) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("财政投款", "fiscal"),
        ("项目各称", "project_name"),
        ("主管部们", "department"),
        ("绩效日标", "goal"),
        ("年度总体日标", "goal"),
    ],
)
def test_one_slip_is_forgiven_and_said(text: str, role: str):
    label = read_label(text)
    assert label is not None
    assert (label.role, label.damaged) == (role, True)
    assert read_label(text, tolerant=False) is None


@pytest.mark.parametrize(
    "text",
    [
        "项目完成率",
        "资金到位率",
        "县水务局",
        "≥95%",
        "2024年",
        "财政供养人员",
        "目标",
        "年度工作计划完成率",
        "单位成本",
    ],
)
def test_other_texts_are_no_header_labels(text: str):
    label = read_label(text)
    assert label is None or label.kind == "blocks"


@pytest.mark.parametrize(
    ("text", "first", "second", "mark"),
    [
        ("数量指标 (必填硬性指标)", None, "数量指标", "必填硬性指标"),
        ("质量", None, "质量指标", None),
        ("可持 续影 响指标", None, "可持续影响指标", None),
        ("产出指标（50分）", "产出指标", None, None),
        ("★时效指标", None, "时效指标", "★"),
        ("成本指标", "成本指标", "成本指标", None),
        ("项目效果指标", "效果指标", None, None),
        ("社会公众或服务对象满意度", None, "社会公众或服务对象满意度指标", None),
        ("（一）数量指标", None, "数量指标", None),
        ("一、产出", "产出指标", None, None),
        ("社会效益目标", None, "社会效益指标", None),
    ],
)
def test_levels(text: str, first: str | None, second: str | None, mark: str | None):
    level = read_level(text)
    assert level is not None
    assert (level.first, level.second, level.mark, level.damaged) == (first, second, mark, False)


@pytest.mark.parametrize(
    "text",
    [
        "质量达标率",
        "绩效指标",
        "群众满意度",
        "数量",
        "成本控制率",
        "三级指标",
        "1.公众满意度",
        "管理效益指标",
        "生态效率指标",
    ],
)
def test_names_that_only_look_like_levels(text: str):
    level = read_level(text)
    assert (level is not None) == (text == "数量")


def test_columns():
    headings = ["一级指标", "指标内容", "指标值（或计划水平）", "计量单位", "绩效标准", "自评得分", "目标值(A)", "天气"]
    roles = ["level1", "name", "value", "unit", "basis", "score", "value", None]
    assert [column_role(text) for text in headings] == roles


def test_columns_are_understood_by_their_parts():
    headings = [
        "当年度指标值",
        "实施周期目标值",
        "2024年目标值",
        "目标值及单位",
        "三级指标及目标值",
        "绩效指标值说明",
        "权重分值",
    ]
    roles = ["value", "long_term_value", "value", "value", "name_value", "description", "weight"]
    assert [column_role(text) for text in headings] == roles
    assert [column_role(text) for text in ("当年完成率", "满意度和知晓率", "单位成本", "目标完成率")] == [None] * 4


@pytest.mark.parametrize("name", ["labels", "levels"])
def test_word_files_are_the_yaml_that_everyone_else_reads(name: str):
    import yaml

    from perf_lint.text.data import rules_dir

    text = (rules_dir() / "words" / f"{name}.yaml").read_text(encoding="utf-8")
    assert load_words(name) == yaml.safe_load(text)


def test_word_file_mistakes_name_their_line():
    with pytest.raises(ValueError, match=r"words\.yaml:2"):
        parse_words("a: [b, c]\n? odd\n", "words.yaml")
    with pytest.raises(ValueError, match=r"words\.yaml:2"):
        parse_words("a: b\nc: [d,\n  e\n", "words.yaml")
