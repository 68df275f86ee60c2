"""Where a row belongs, how strongly, and why."""

from __future__ import annotations

import pytest

from perf_lint.facts import derive
from perf_lint.pack.example import build_forms


def placed(row, **form):
    (read,) = build_forms({"rows": [row], **form})
    found = derive(read.form).misplaced
    return [(p.row.name, p.level2, p.strength, p.reason) for p in found]


@pytest.mark.parametrize(
    ("row", "level2", "strength", "reason"),
    [
        ("数量指标|学员满意度|≥90%", "服务对象满意度指标", "strong", "名称是「满意度」，衡量的是服务对象的满意程度"),
        ("数量指标|群众满意度|满意", "服务对象满意度指标", "strong", "名称是「满意度」，衡量的是服务对象的满意程度"),
        ("社会效益指标|群众满意度|≥90%", "服务对象满意度指标", "weak", "名称是「满意度」，衡量的是服务对象的满意程度"),
        ("社会效益指标|维修及时率|≥90%", "时效指标", "strong", "名称以「及时率」结尾，衡量的是快慢"),
        ("质量指标|方案报送|2024年3月", "时效指标", "strong", "指标值「2024年3月」是时间"),
        ("时效指标|职工全年工资|4.2万元", "成本指标", "strong", "名称以「工资」结尾，指标值是金额"),
        ("质量指标|结案数|25件", "数量指标", "strong", "指标值「25件」是个数，说的是做了多少"),
        ("数量指标|发放正确性|100%", "质量指标", "strong", "名称以「正确性」结尾，衡量的是做得好不好"),
        ("数量指标|宣传覆盖率|是/否", "质量指标", "weak", "名称是比率，不是数量"),
        ("服务对象满意度指标|社会稳定指数|≥95%", "社会效益指标", "strong", "名称没有说谁对什么满意"),
        ("生态效益指标|社会稳定水平|提升", "社会效益指标", "weak", "「社会稳定」与生态环境无关"),
    ],
)
def test_evidence_names_level_strength_and_reason(row, level2, strength, reason):
    assert placed(row) == [(row.split("|")[1], level2, strength, reason)]


@pytest.mark.parametrize(
    "row",
    [
        "质量指标|安全事故起数|0起",
        "质量指标|错案件数|≤2件",
        "质量指标|获奖作品数量|≥3件",
        "数量指标|发放补助金额|60万元",
        "经济效益指标|节约办公费用|3万元",
        "可持续影响指标|提升群众满意度|明显",
        "可持续影响指标|管护期|2024-2030年",
        "服务对象满意度指标|受益群众|≥95%",
        "生态效益指标|垃圾清运对社会发展的影响|较好",
        "成本指标|无|无",
    ],
)
def test_near_misses_are_left_where_they_are(row):
    assert placed(row) == []


def test_target_level_is_one_of_the_forms_own_framework():
    row = "产出指标|数量指标|道路养护费|30万元"
    assert placed(row)[0][1] == "成本指标"
    assert placed(row, framework="cn-2021")[0][1] == "经济成本指标"


def test_row_without_known_level_is_not_judged():
    (read,) = build_forms({"rows": [{"name": "维修及时率", "value": "≥90%"}]})
    assert derive(read.form).misplaced == ()


def test_reason_is_given_in_english_too():
    (read,) = build_forms({"rows": ["数量指标|宣传覆盖率|90%"]})
    assert derive(read.form).misplaced[0].reason_en == "the name is a rate, not a quantity"
