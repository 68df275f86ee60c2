"""Forms of a run against each other."""

from __future__ import annotations

import random

from perf_lint.facts import derive, peer_forms, peer_rows
from perf_lint.model.form import Form, Indicator
from perf_lint.pack.example import build_forms
from perf_lint.text.near import likeness, near_pairs, shingles

GOAL = "完成全县农村公路日常养护工作，及时修补坑槽和破损路面，保障道路安全畅通，切实提高沿线群众的出行满意度"


def forms(*entries):
    return [derive(read.form) for read in build_forms({"forms": list(entries)})]


def told(matches):
    return [(m.kind, m.form.index, m.path, [f.index for f in m.forms], [r.path for r in m.rows]) for m in matches]


def test_conflict_points_at_both_rows_and_is_told_once_per_target():
    targets = {"戒毒康复": 26, "信访": 30, "辅警": 26, "监控电费": 30, "抚慰金": 31}
    run = forms(
        *(
            {"unit": "县公安局", "year": "2024", "project": name, "rows": [f"数量指标|戒毒人员收治数量|{n}人"]}
            for name, n in targets.items()
        )
    )
    assert told(peer_rows.target_conflicts(run)) == [
        ("conflict", 2, "indicators[0]", [1], ["indicators[0]"]),
        ("conflict", 5, "indicators[0]", [1], ["indicators[0]"]),
    ]


def test_counts_of_a_series_of_projects_do_not_conflict_but_their_rates_do():
    def run(value, other):
        entries = (("甲镇道路硬化", value), ("乙镇道路硬化", other))
        rows = (
            {"unit": "县交通局", "project": name, "rows": [f"质量指标|道路硬化抽检|{text}"]} for name, text in entries
        )
        return len(peer_rows.target_conflicts(forms(*rows)))

    assert run("3公里", "5公里") == 0
    assert run("≥90%", "≥95%") == 1


def test_conflicts_of_one_year_are_told_beside_forms_of_another():
    years = (
        ("2023", "公卫服务", "≥90%"),
        ("2024", "公卫服务", "≥92%"),
        ("2024", "精防管理", "≥85%"),
        ("2023", "精防管理", "≥90%"),
    )
    run = forms(
        *(
            {"unit": "县卫健局", "year": year, "project": name, "rows": [f"质量指标|电子健康档案建档率|{value}"]}
            for year, name, value in years
        )
    )
    assert told(peer_rows.target_conflicts(run)) == [("conflict", 3, "indicators[0]", [2], ["indicators[0]"])]


def test_years_of_use_belong_to_each_project():
    uses = (("公路养护", "≥8年"), ("道路硬化", "≥10年"), ("桥梁改造", "≥50年"))
    rows = ({"unit": "甲", "project": name, "rows": [f"可持续影响指标|公路设计使用年限|{n}"]} for name, n in uses)
    assert peer_rows.target_conflicts(forms(*rows)) == ()


def test_different_units_of_count_do_not_conflict():
    run = forms(
        {"unit": "甲", "project": "戒毒", "rows": ["数量指标|戒毒人员收治情况|26人"]},
        {"unit": "甲", "project": "收治", "rows": ["数量指标|戒毒人员收治情况|≥80%"]},
    )
    assert peer_rows.target_conflicts(run) == ()


def test_copied_row_lists_the_other_forms():
    row = ["可持续影响指标|社会治安防控体系健全性|健全"]
    run = forms(*({"unit": "县公安局", "project": name, "rows": row} for name in ("信访", "监控电费", "抚慰金")))
    assert told(peer_rows.copied_rows(run)) == [("copied", 2, "indicators[0]", [1, 3], ["indicators[0]"] * 2)]


def test_goals():
    other = GOAL.replace("满意度", "幸福感")
    run = forms(
        {"project": "公路养护", "goal": GOAL},
        {"project": "图书购置", "goal": other},
        {"project": "公路养护", "goal": GOAL},
        {"project": "电费", "goal": "支付全县交通信号灯和监控设备的电费，保证设备昼夜运行"},
    )
    assert told(peer_forms.copied_goals(run)) == [("near", 2, "", [1], [])]


def test_repeated_project_needs_unit_and_year():
    same = {"unit": "县公安局", "year": "2024", "project": "禁毒经费"}
    run = forms(same, {**same, "unit": "县公安局本级"}, {**same, "year": "2025"}, {**same, "unit": "乡镇"})
    assert told(peer_forms.repeated_projects(run)) == [("twice", 2, "", [1], [])]


def test_variants_are_told_once_each():
    code = "11642300MB0W149971"
    names = ("区委政法委", "区委员会政法委", "区委政法委", "区委员会政法委")
    run = forms(*({"department": f"{name} ({code})", "department_code": code} for name in names))
    assert [match.form.index for match in peer_forms.department_variants(run)] == [2]


def test_near_pairs_find_what_is_alike_and_nothing_else():
    generator = random.Random(7)
    texts = ["".join(generator.choice("甲乙丙丁戊己庚辛壬癸子丑寅卯") for _ in range(80)) for _ in range(300)]
    texts[200] = texts[100][:70] + "午未申酉"
    assert list(near_pairs(texts, 0.75)) == [(100, 200)]
    assert likeness(shingles(texts[100]), shingles(texts[200])) > 0.75
    assert likeness(frozenset(), frozenset()) == 0


def test_boilerplate_shared_by_thousands_is_not_compared_pair_by_pair():
    texts = [f"{GOAL}，第{n}号项目实施{n * 7919 % 1000}处" for n in range(3000)]
    assert list(near_pairs(texts, 0.999)) == []


def test_rows_that_nobody_shares_change_nothing(monkeypatch):
    rng = random.Random(3)
    names = (
        "农村公路养护里程",
        "农村公路（养护）里程",
        "戒毒人员收治数量",
        "无",
        "受益群众满意度",
        "参训学员到课率",
        "年度",
    )
    values = ("5公里", "8公里", "≥90%", "20人", "30人", "无", "长期")

    def rows():
        levels = ("数量指标", "质量指标", "服务对象满意度指标")
        return [f"{rng.choice(levels)}|{rng.choice(names)}|{rng.choice(values)}" for _ in range(4)]

    projects = ("公路养护", "戒毒康复", "校园食堂", "河道清淤")
    runs = [
        [{"unit": f"单位{rng.randint(1, 3)}", "project": rng.choice(projects), "rows": rows()} for _ in range(12)]
        for _ in range(20)
    ]

    def answers():
        both = (peer_rows.target_conflicts, peer_rows.copied_rows)
        return [told(compare(forms(*run))) for run in runs for compare in both]

    quick = answers()
    monkeypatch.setattr(
        peer_rows,
        "shared_rows",
        lambda run: [
            (form, form.indicators[n]) for form in run for n in peer_rows.specific(form) if form.indicators[n].is_filled
        ],
    )
    assert quick == answers()
    assert sum(map(len, quick)) > 40


def test_a_row_is_the_same_whether_it_is_asked_for_alone_or_with_the_others() -> None:
    rows = tuple(Indicator(name=name, value="3个") for name in ("甲", "乙", "丙"))
    alone = derive(Form(1, indicators=rows))
    second = alone.rows[1]
    assert alone.rows[1] is second
    assert alone.indicators[1] is second
    assert [row.index for row in alone.indicators] == [0, 1, 2]
    assert alone.rows[2] is alone.indicators[2]
