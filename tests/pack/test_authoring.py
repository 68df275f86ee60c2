"""What helps people who write rules: the template, the schema, the outcome of examples."""

import jsonschema
import pytest
import yaml

from perf_lint.pack import PackError
from perf_lint.pack.authoring import new_rule, rule_schema
from perf_lint.pack.catalogue import entries
from tests.pack.examples import run_all_examples
from tests.pack.packs import RULE, pack, rule

SAME_AS_NAME = "- good: {rows: [数量指标|培训人员数量|20人]}\n"


def test_a_new_rule_passes_its_own_examples(tmp_path):
    mine = pack(tmp_path / "mine", {"ABC123": new_rule("ABC123", "2026.2")})
    results = run_all_examples([mine], ["ABC123"])
    assert [(r.rule, r.number, r.kind, r.differences) for r in results] == [
        ("ABC123", 1, "bad", ()),
        ("ABC123", 2, "good", ()),
    ]


@pytest.mark.parametrize("code", ["abc123", "AB123", "ABC12", "../ABC123"])
def test_a_malformed_code_is_refused(code):
    with pytest.raises(PackError, match="三个字母加三位数字"):
        new_rule(code, "1")


def test_every_shipped_rule_meets_the_schema():
    check = jsonschema.Draft202012Validator(rule_schema())
    jsonschema.Draft202012Validator.check_schema(rule_schema())
    for entry in entries():
        text = entry.path.read_text("utf-8")
        as_an_editor_reads_it = yaml.load(text, yaml.SafeLoader)
        assert list(check.iter_errors(as_an_editor_reads_it)) == [], entry.path.name
    template = yaml.load(new_rule("ABC123", "1"), yaml.SafeLoader)
    assert check.is_valid(template)
    for wrong in ({"mesage": "x"}, {"severity": "fatal"}, {"code": "AB1"}, {"let": ["x"]}):
        assert not check.is_valid({**template, **wrong}), wrong


def differences(tmp_path, text):
    mine = pack(tmp_path / "mine", {"XYZ101": text})
    return [difference.zh for result in run_all_examples([mine]) for difference in result.differences]


def test_examples_that_do_what_they_say(tmp_path):
    assert differences(tmp_path, RULE.format(code="XYZ101")) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "6 个字",
            "9 个字",
            ["- 预期 indicators[0].name：9 个字", "+ 实际 indicators[0].name：名称有 6 个字（warning）"],
        ),
        (
            '"indicators[0].name"',
            '"indicators[0]"',
            ["- 预期 indicators[0]：6 个字", "+ 实际 indicators[0].name：名称有 6 个字（warning）"],
        ),
        (
            "6 个字}]",
            "6 个字, severity: error}]",
            ["- 预期 indicators[0].name：6 个字（error）", "+ 实际 indicators[0].name：名称有 6 个字（warning）"],
        ),
        (
            "培训人员数量|20人]}",
            "培训人员数量|20人, 数量指标|参加人员数量|9人]}",
            ["+ 实际 indicators[1].name：名称有 6 个字（warning）"],
        ),
        (
            "[数量指标|培训人数|20人]}",
            "[数量指标|培训人数合计|20人]}",
            ["+ 实际 indicators[0].name：名称有 6 个字（warning）"],
        ),
        ("[数量指标|培训人员数量|20人]", "[数量指标|培训|20人]", ["- 预期 indicators[0].name：6 个字"]),
        (
            "i.name != null",
            "form.year > 1",
            ["- 预期 indicators[0].name：6 个字", "! 未评估：缺少预算年度（若是有意，写 not_evaluated）"],
        ),
    ],
)
def test_examples_that_differ(tmp_path, old, new, expected):
    text = RULE.format(code="XYZ101")
    assert old in text
    assert differences(tmp_path, text.replace(old, new, 1))[: len(expected)] == expected


def test_a_good_example_may_say_why_nothing_can_be_decided(tmp_path):
    text = (
        rule(when="form.year > 2000")
        .replace("bad: {", "bad: {year: '2024', ")
        .replace("good: {", "good: {year: '2024', ")
    )
    undecided = "- good: {rows: [数量指标|培训人员数量|20人]}\n  not_evaluated: 缺少预算年度\n"
    assert differences(tmp_path, text + undecided) == []
    wrong = undecided.replace("预算年度", "总体目标")
    assert differences(tmp_path, text + wrong) == ["- 预期 未评估：缺少总体目标", "+ 实际 未评估：缺少预算年度"]


def test_an_example_with_its_own_parameters(tmp_path):
    text = RULE.format(code="XYZ101") + SAME_AS_NAME + "  params: {limit: '6'}\n"
    assert differences(tmp_path, text) == []


def test_a_rule_that_crashes_in_an_example_says_so(tmp_path):
    text = rule(assert_="'[1.5].map(x, x * 100000000000000000000000000000000000000000000000000000000000).size() > 0'")
    deep = text.replace("* 1", "* 1" + "0" * 200)
    assert differences(tmp_path, deep)[0].startswith("规则出错：Overflow")
