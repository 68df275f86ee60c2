"""Vague words, sentences, measures, directions, ranges, spellings."""

from __future__ import annotations

import pytest

from perf_lint.facts import derive
from perf_lint.facts.goals import goal_parts
from perf_lint.facts.management import management_term
from perf_lint.facts.measures import expected_measure
from perf_lint.facts.name_numbers import number_in_name
from perf_lint.facts.polarity import polarity_of
from perf_lint.facts.ranges import is_part_of_whole
from perf_lint.facts.wording import is_sentence, vague_word
from perf_lint.pack.example import build_forms


def first_row(text, **fields):
    level2, name, value = text.split("|")
    (read,) = build_forms({"rows": [{"level2": level2, "name": name, "value": value, **fields}]})
    return derive(read.form).indicators[0]


def test_vague_words():
    assert vague_word("进一步保障") == "进一步"
    assert vague_word("健全") == "健全"
    assert [vague_word(text) for text in ("优良", "达标", "提高5%", "无", "")] == [None] * 5


def test_sentences_set_no_standard():
    assert is_sentence("对符合条件的申请人发放司法救助费")
    for fine in ("达到国家现行质量验收标准", "按合同约定完成全部内容", "提高", "全年培训50人以上不少于3期"):
        assert not is_sentence(fine)


@pytest.mark.parametrize(
    ("name", "measure"),
    [
        ("矛盾纠纷调处率(%)", "rate"),
        ("培训人数（人）", "people"),
        ("治安拘留人次", "visits"),
        ("巡查次数", "times"),
        ("检修频率", "times"),
        ("案件数量", "count"),
        ("病床周转率", None),
        ("视频分辨率", None),
        ("工作效率", None),
        ("联动机制", None),
    ],
)
def test_expected_measure(name, measure):
    assert expected_measure(name) == measure


@pytest.mark.parametrize(
    ("name", "polarity"),
    [
        ("交通违法违规发生数", "bad"),
        ("极端案事件发生率", "bad"),
        ("执法投诉率", "bad"),
        ("意识形态问题", "bad"),
        ("吸毒人员复吸发现率", None),
        ("投诉办结率", "good"),
        ("查处违法案件数", None),
        ("隐患整改数量", None),
        ("事故下降率", None),
        ("受理举报数量", None),
        ("培训人数", None),
        ("安全生产无事故天数", None),
        ("无重大安全责任事故", None),
        ("未发生重大安全责任事故", None),
        ("零投诉天数", None),
        ("屋面防渗漏", None),
        ("防溺水事故", None),
        ("拆除违建", None),
        ("无错漏", None),
        ("森林防火事故数", "bad"),
        ("人防设施失窃数", "bad"),
        ("无证驾驶事故数", "bad"),
        ("零星事故数", "bad"),
        ("反映问题投诉数", "bad"),
        ("未办结率", "bad"),
        ("超时办结率", "bad"),
        ("超期办结率", "bad"),
        ("违规整改率", "good"),
        ("错误纠正率", "good"),
        ("漏洞修补率", "good"),
        ("问卷无应答率", "bad"),
        ("零申报率", None),
        ("违规办理率", None),
        ("恶意注册率", None),
        ("到馆率、参保率和", None),
        ("处方错配率", "bad"),
        ("预警漏发率", "bad"),
        ("用户停电时间", "bad"),
        ("清除死株数", None),
        ("因公牺牲人数", None),
        ("近视学生人数", None),
        ("近视率", "bad"),
    ],
)
def test_polarity(name, polarity):
    assert polarity_of(name) == polarity


def test_direction_column_speaks_where_the_name_does_not():
    assert first_row("社会效益指标|案件数量|≥5件", direction="反向").direction_conflict == "floor"
    assert first_row("质量指标|投诉率|≥5%", direction="正向").direction_conflict == "floor"
    assert first_row("社会效益指标|办件占比|≤5%", direction="正向指标").direction_conflict == "ceiling"
    assert first_row("社会效益指标|办件占比|≤5%", direction="=").direction_conflict is None


def test_rates_that_may_exceed_the_whole():
    assert [is_part_of_whole(name) for name in ("群众满意度", "验收合格率", "死亡率")] == [True] * 3
    open_ones = (
        "产值增长率",
        "毛入学率",
        "拨备覆盖率",
        "任务完成率",
        "费用控制率",
        "床位使用率",
        "未知率",
        "耕地保有率",
    )
    assert [is_part_of_whole(name) for name in open_ones] == [False] * len(open_ones)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("质量指标|合格率|≥120%", "over"),
        ("质量指标|合格率|≤100%", "idle"),
        ("质量指标|合格率|≥0%", "idle"),
        ("质量指标|合格率|90%-105%", "over"),
        ("质量指标|合格率|100%", None),
        ("质量指标|合格率|≥99.9%", None),
        ("质量指标|增长率|≥120%", None),
    ],
)
def test_ranges(row, problem):
    assert first_row(row).range_problem == problem


@pytest.mark.parametrize(
    ("row", "unit"),
    [
        ("质量指标|准确率|1人", "人"),
        ("数量指标|拘留人次|9人", "人"),
        ("数量指标|参训人数|9人次", "人次"),
        ("数量指标|巡查次数|≥95%", "%"),
        ("质量指标|优良率|提高2个百分点", None),
        ("社会效益指标|死亡率|≤5‰", None),
        ("数量指标|信访数量|下降10%", None),
        ("质量指标|到位率|是/否", None),
    ],
)
def test_unit_conflicts(row, unit):
    assert first_row(row).unit_conflict == unit


@pytest.mark.parametrize(
    ("row", "unit", "measure"),
    [
        ("数量指标|慰问户数|30人", "人", "户数"),
        ("数量指标|慰问户数（户）|30户", None, "户数"),
        ("数量指标|用户数|500人", None, "个数"),
        ("数量指标|落户数|20人", None, "个数"),
        ("数量指标|购置车辆数|3公里", "公里", "台数"),
        ("数量指标|安置房套数|12人", "人", "套数"),
        ("数量指标|安置房套数|120户", None, "套数"),
        ("数量指标|印发册数|50户", "户", "份数"),
        ("数量指标|演出场数|12人", "人", "场数"),
        ("数量指标|家庭农场数|20户", None, "个数"),
        ("数量指标|绿化面积|5公里", "公里", "面积"),
        ("数量指标|绿化面积|5亩", None, "面积"),
        ("数量指标|养护里程|5亩", "亩", "长度"),
        ("数量指标|养护里程|5公里", None, "长度"),
    ],
)
def test_a_name_that_says_what_it_counts_has_units_it_cannot_mean(row, unit, measure):
    found = first_row(row)
    assert (found.unit_conflict, found.measure_zh) == (unit, measure)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("群众知晓率达90%,营造氛围", "90%"),
        ("成活率达到85%以上", "85%以上"),
        ("满意度≥90%", "90%"),
        ("开展培训5次", "5次"),
        ("占比5%以上的村覆盖率", None),
        ("每月巡查2次", None),
        ("第2次", None),
        ("2024年培训", None),
        ("人均培训3次", None),
    ],
)
def test_numbers_in_names(name, number):
    assert number_in_name(name) == number


def test_spelling_keeps_the_meaning():
    assert first_row("质量指标|知晓率|达90%以上").usual_spelling == "≥90%"
    assert first_row("质量指标|合格率|>=９５％").usual_spelling == "≥95%"
    assert first_row("质量指标|合格率|≥95%").usual_spelling is None
    assert first_row("时效指标|办结时限|5个工作日以内").usual_spelling is None


def test_management_terms():
    assert management_term("资金的使用率") == "资金使用率"
    assert management_term("抚恤金发放及时率") is None


def test_goal_parts_follow_their_numbers():
    assert goal_parts("目标1: 修路; 目标2: 架桥。") == ("修路", "架桥")
    assert goal_parts("①修路②架桥") == ("修路", "架桥")
    assert goal_parts("标准为6.03万元，1.4万元合计2050.20万元") == ()
    assert goal_parts("1.修路3.5公里；2.架桥2座；5.其他") == ("修路3.5公里", "架桥2座；5.其他")


def test_vague_goal_is_told_by_what_is_left():
    def vague(project, goal):
        (read,) = build_forms({"project": project, "goal": goal})
        return derive(read.form).goal_is_vague

    assert vague("扫黑除恶工作经费", "保障扫黑除恶工作正常有序开展") is True
    assert vague("扫黑除恶工作经费", "核查涉黑线索，整治重点行业乱象") is False
    assert vague("公路养护", "完成养护430公里") is False
    assert vague("公路养护", "") is None
