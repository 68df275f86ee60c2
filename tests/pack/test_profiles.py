"""What an accountant, a hook and an auditor get; and the regional pack, where printed marks decide."""

import re
from pathlib import Path

import pytest

from perf_lint.engine.run import run
from perf_lint.pack import load
from perf_lint.pack.example import build_forms
from tests.pack.packs import pack, rule

PAGE = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text("utf-8")


@pytest.fixture(scope="module")
def shipped():
    return {name: load(profile=name, cache=False) for name in ("accountant", "hook", "auditor")}


def codes(loaded):
    return {made.code for made in loaded.rules}


def test_without_a_name_it_is_the_accountant_s(shipped):
    assert codes(load(cache=False)) == codes(shipped["accountant"])


def test_the_hook_leaves_out_what_is_not_certain_and_what_the_page_names(shipped):
    named = set(re.findall(r"`([A-Z]{3}\d{3})`", re.search(r"\| `hook` \|.*", PAGE)[0]))
    certain = {made.code for made in shipped["accountant"].rules if made.confidence == "high"}
    assert named
    assert codes(shipped["hook"]) == certain - named
    assert {made.confidence for made in shipped["hook"].rules} == {"high"}


def test_the_auditor_gets_all_that_the_accountant_gets(shipped):
    assert codes(shipped["accountant"]) <= codes(shipped["auditor"])


def test_previews_are_the_auditor_s_alone(tmp_path):
    rules = {
        "XYZ101": rule(),
        "XYZ102": rule("XYZ102", status="preview"),
        "XYZ103": rule("XYZ103", confidence="medium"),
        "XYZ104": rule("XYZ104", status="deprecated"),
    }
    mine = pack(tmp_path / "mine", rules)
    found = {name: sorted(codes(load([mine], profile=name, cache=False))) for name in ("accountant", "hook", "auditor")}
    assert found == {
        "accountant": ["XYZ101", "XYZ103"],
        "hook": ["XYZ101"],
        "auditor": ["XYZ101", "XYZ102", "XYZ103"],
    }


LEVELS = (
    ("数量指标", "培训人数", "≥60人"),
    ("质量指标", "培训合格率", "≥95%"),
    ("时效指标", "培训完成时间", "2025年11月30日前"),
    ("成本指标", "培训场地和讲课费", "4万元"),
    ("成本指标", "资料印刷费", "2万元"),
    ("社会效益指标", "教师业务水平提升率", "≥10%"),
    ("服务对象满意度指标", "参训教师满意度", "≥90%"),
)


def regional(marks, blank=()):
    """Check a form of the region; `marks` by second level, `blank` levels are printed and not filled."""
    rows = []
    for level, name, value in [*LEVELS, ("生态效益指标", "", ""), ("经济效益指标", "", "")]:
        row = {"level2": level, "name": name, "value": value}
        if level in blank:
            row = {"level2": level, "name": "", "value": ""}
        rows.append({**row, "mark": marks[level]} if level in marks else row)
    head = {"title": "项目支出绩效目标表", "project": "教师培训项目", "unit": "清河县教育局", "year": "2025"}
    text = {"total": "6万元", "goal": "培训教师60人以上，提高业务水平。", "framework": "cn-2015"}
    form = build_forms({**head, **text, "rows": rows})[0]
    return [(f.rule, f.severity) for f in run(load(["ningxia"], cache=False), [("表", form)], "zh").findings]


ALL = {level: "必填" for level, _, _ in LEVELS}
CHOICE = {"生态效益指标": "选", "经济效益指标": "选"}


def test_a_form_with_marks_is_held_to_its_marks():
    assert regional({**ALL, **CHOICE}) == []
    assert regional({**ALL, **CHOICE, "生态效益指标": "必填"}) == [("REQ101", "error")]
    assert regional({**ALL, **CHOICE, "质量指标": "选"}, blank=["质量指标"]) == []


def test_a_form_without_marks_is_told_so_and_held_to_the_general_requirements():
    assert regional({}) == [("REQ191", "info")]
    assert sorted(regional({}, blank=["质量指标"])) == [("REQ101", "error"), ("REQ191", "info")]
