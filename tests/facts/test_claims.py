"""Arithmetic in goal and purpose: right statements are right, wrong ones show what they should be, the rest is left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_lint.facts import derive
from perf_lint.facts.claims import claims
from perf_lint.model.form import Form


def _claims(goal: str) -> list[tuple[str, Decimal, Decimal | None, bool]]:
    return [(claim.text, claim.computed, claim.stated, claim.ok) for claim in claims(derive(Form(1, goal=goal)))]


@pytest.mark.parametrize(
    "goal",
    [
        "年租用光纤534条,每年4800元,共计256.32万元。",
        "1、340名辅警，每人每年人员经费保障标准为6.03万元，合计年保障2050.20万元。",
        "公用经费保障340人*1.4万元=476万元。",
        "聘用三百名护林员，每人每月800元，共计288万元",
        "聘用5名讲解员，每人每月3000元，共计12个月，合计18万元",
        "十二个社区，每个社区五万元，共计六十万元",
        "每年4800元，534条，合计256.32万元",
        "按每亩1200元标准补贴3000亩，合计360万元",
        "50台*0.35万元+20台*0.2万元=21.5万元",
        "40人*200元*12月=9.6万元=96000元",
        "补助3户×3.33万元=9.99万元，约10万元",
        "1/3承担：100人×0.333万元=33.3万元",
        "水费20万元、电费55万元和取暖费15万元，合计90万元",
        "保洁服务费33万元（2.75万元/月×12个月=33万元）",
        "18名临聘人员，人均4.9万元，合计87.84万元",
    ],
)
def test_right_arithmetic_is_right(goal):
    found = _claims(goal)
    assert found
    assert all(ok for *_, ok in found)


@pytest.mark.parametrize(
    ("goal", "text", "computed", "stated"),
    [
        ("租用光纤534条,每年4800元,共计265.32万元。", "534条 × 4800元", 2563200, 2653200),
        ("340人*1.4万元=467万元", "340人 × 1.4万元", 4760000, 4670000),
        ("聘用三百名护林员，每人每月800元，共计280万元", "三百名 × 800元 × 12", 2880000, 2800000),
        ("会议费2万元+培训费3万元=6万元", "2万元 + 3万元", 50000, 60000),
        ("十二个社区，每个社区五万元，共计六十五万元", "十二个社区 × 五万元", 600000, 650000),
        ("10人×12个月×3000元/月=35万元", "10人 × 12个月 × 3000元/月", 360000, 350000),
        ("按照每村5万元标准，补助20个村，合计110万元", "20个村 × 5万元", 1000000, 1100000),
        ("水费20万元、电费55万元、取暖费15万元，合计95万元", "20万元 + 55万元 + 15万元", 900000, 950000),
        ("按4.4万元/月支付物业费12个月，合计58.2万元", "12个月 × 4.4万元/月", 528000, 582000),
        ("会议1次，参会700人，人均300元，合计24万元", "700人 × 300元", 210000, 240000),
        ("服务费33万元（2.75万元/月×12个月=35万元）", "2.75万元/月 × 12个月", 330000, 350000),
        ("运维电站32座（总装机9.6兆瓦），每座1.2万元，合计34.8万元", "32座 × 1.2万元", 384000, 348000),
        ("14个社区每个社区3万元，合计45万元", "14个社区 × 3万元", 420000, 450000),
        ("修路5公里，每公里80万元，共计500万元", "5公里 × 80万元", 4000000, 5000000),
    ],
)
def test_wrong_arithmetic_says_what_it_should_be(goal, text, computed, stated):
    assert _claims(goal) == [(text, Decimal(computed), Decimal(stated), False)]


@pytest.mark.parametrize(
    "goal",
    [
        "培训2期，每人每天200元，共计4万元",
        "(10+5)人*2万元=30万元",
        "340人*1.4=476万元",
        "补助20户，每户3万元，县级承担50%，共计30万元",
        "聘用护林员30人，每人每年1.2万元，购买保险，共计40万元",
        "聘用护林员30人，每人每年1.2万元及管理费用，合计40万元",
        "10人每人2万元，5人每人1万元，共计25万元",
        "开展培训3期，共计120人次",
        "按〔2020〕214号文件，3个社区各补助1万元，共3万元",
        "比例为3:2，A=B+C",
        "中央资金20万元、省级资金15万元，合计安排40万元",
        "项目总投资90万元，其中土建50万元、设备30万元，合计90万元",
        "水费20万元、电费55万元等，合计95万元",
        "为4.86万名学生筛查2轮，每生每轮5元，合计48.6万元",
        "带动300户，户均增收2000元，合计安排90万元",
        "",
    ],
)
def test_what_cannot_be_checked_is_left_alone(goal):
    assert [claim for claim in _claims(goal) if not claim[3]] == []


def test_every_claim_points_at_its_field():
    form = derive(Form(1, goal="2人*3万元=6万元", purpose="5台*2万元=10万元"))
    assert [(claim.path, claim.ok) for claim in claims(form)] == [("goal", True), ("purpose", True)]
