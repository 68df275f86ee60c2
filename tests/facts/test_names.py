"""Names seen through their writing."""

from __future__ import annotations

import pytest

from perf_lint.facts import derive
from perf_lint.facts.names import entity_key, is_generic, level_name, project_subject
from perf_lint.pack.example import build_forms
from perf_lint.text.keys import bare_name_key, name_key, same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("矛盾纠纷 调处率。", "矛盾纠纷调处率"),
        ("培训人数（人）", "培训人数"),
        ("ＰＭ2.5浓度", "pm2.5浓度"),
        ("L吸毒人员数量", "吸毒人员数量"),
        ("“雪亮工程”摄像头数", "雪亮工程摄像头数"),
    ],
)
def test_writing_does_not_make_another_name(one, other):
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("A区改造面积", "B区改造面积"), ("道路（一期）", "道路（二期）"), ("培训人数", "培训人次"), ("5G基站", "4G基站")],
)
def test_what_tells_two_things_apart_stays(one, other):
    assert not same_name(one, other)


def test_keys():
    assert name_key("调处率 (%)。") == "调处率"
    assert bare_name_key("L吸毒人员") == "吸毒人员"
    assert bare_name_key("人员数量a") == "人员数量"
    assert bare_name_key("AB岗") == "ab岗"


def test_level_names():
    wrong = ["服务对象满意度指标", "社会效益", "数量 指标", "时效"]
    right = ["服务对象满意度", "满意度", "质量合格率", "资金使用效益", "指标完成率"]
    assert [level_name(name) for name in wrong + right] == [True] * 4 + [False] * 5


def test_entities_and_subjects():
    assert entity_key("沙湖区政法委 (11642300MB0W149971)") == entity_key("沙湖区政法委本级")
    assert entity_key("县公安局城关派出所") != entity_key("县公安局")
    assert project_subject("2024年扫黑除恶专项工作经费") == "扫黑除恶"
    assert project_subject("经费") == "经费"


def test_generic_names_say_nothing_of_one_project():
    assert [is_generic(name) for name in ("资金支付及时率", "培训人数", "服务对象满意度")] == [True] * 3
    assert [is_generic(name) for name in ("戒毒人员收治数量", "社会治安防控体系健全性")] == [False] * 2


def test_repeated_names_point_at_the_earlier_row():
    rows = ["数量指标|管控数量|5人", "质量指标|合格率|95%", "社会效益指标|管控数量。|5人", "数量指标|Z管控数量|6人"]
    (read,) = build_forms({"rows": rows})
    pairs = derive(read.form).repeated
    assert [(p.row.index, p.earlier.index, p.same_value) for p in pairs] == [(2, 0, True), (3, 0, False)]
