"""What running rules gives: findings at their places, what could not be decided, crashes that stay alone."""

import pytest

from perf_lint.engine import merged, run, run_across, run_single
from perf_lint.model.finding import Finding, Fix, NotEvaluated, Related, RuleCrash
from perf_lint.model.form import ReadForm, SourceMap
from perf_lint.model.place import Place
from perf_lint.pack import Change
from tests.engine.making import LONG, SHORT, forms, found, loaded
from tests.pack.packs import rule

PROJECT = {"project": "培训", "department": "教育局", "rows": [SHORT, LONG]}
HERE = Place("example", line=1)


def test_a_whole_finding(tmp_path):
    text = rule(
        related="'[form.indicators[0].name, form]'",
        show="'[i.name.size(), params.limit]'",
        repair="可以写作「培训人数」",
        level="\"'info'\"",
        fix="[{safety: unsafe, propose: '改为{form.indicators[0].name}', replace: 'form.indicators[0].name'}]",
    )
    outcome = found(loaded(tmp_path, XYZ101=text), PROJECT)
    assert outcome.not_evaluated == outcome.crashes == ()
    assert outcome.findings == (
        Finding(
            rule="XYZ101",
            name="name-too-long",
            severity="info",
            confidence="high",
            message="名称有 6 个字",
            show="6 + 4",
            at="indicators[1].name",
            place=HERE,
            form=1,
            project="培训",
            related=(Related("indicators[0].name", HERE), Related("", HERE)),
            fixes=(Fix("unsafe", "改为培训人数", "indicators[1].name", "培训人员数量", "培训人数"),),
            fingerprint=outcome.findings[0].fingerprint,
            text="培训人员数量",
            repair="可以写作「培训人数」",
            named="数量指标/培训人员数量.name",
        ),
    )
    english = found(loaded(tmp_path, XYZ101=text), PROJECT, lang="en").findings[0]
    assert (english.message, english.place) == ("6 characters", HERE)


def test_places_come_from_the_source_map(tmp_path):
    ((_, read),) = forms(PROJECT)
    places = {"indicators[1]": Place("a.txt", line=9), "indicators[1].name": Place("a.txt", line=9, char=5)}
    mapped = ReadForm(read.form, SourceMap(places, Place("a.txt", line=1)))
    (finding,) = run(loaded(tmp_path), [("a.txt", mapped)]).findings
    assert finding.place == Place("a.txt", line=9, char=5)


def test_what_is_missing_is_said_in_both_languages(tmp_path):
    pack = loaded(tmp_path, XYZ101=rule(when="form.year > 2000"))
    assert found(pack, PROJECT).not_evaluated == (
        NotEvaluated("XYZ101", "缺少预算年度", 1, "培训", "indicators[0]", HERE),
        NotEvaluated("XYZ101", "缺少预算年度", 1, "培训", "indicators[1]", HERE),
    )
    assert found(pack, PROJECT, lang="en").not_evaluated[0].reason == "form.year is missing"


def test_a_missing_value_in_an_unused_step_does_no_harm(tmp_path):
    with_step = rule(when=None) + "let: {差: form.funding.total.yuan - 1}\nwhen: i.name.size() > 4\n"
    outcome = found(loaded(tmp_path, XYZ101=with_step), PROJECT)
    assert [f.message for f in outcome.findings] == ["名称有 6 个字"]
    assert outcome.not_evaluated == ()


def test_a_step_that_cannot_be_computed_waits_until_it_is_used(tmp_path):
    step = "let: {差: form.funding.total.yuan - 1}\n"
    guarded = rule(when="form.funding.total != null && 差 > 0") + step
    outcome = found(loaded(tmp_path, XYZ101=guarded), PROJECT, {**PROJECT, "total": "1万元"})
    assert [f.place for f in outcome.findings] == [HERE]
    assert outcome.not_evaluated == ()
    unguarded = rule(when="差 > 0") + step
    outcome = found(loaded(tmp_path, XYZ101=unguarded), PROJECT)
    assert [n.reason for n in outcome.not_evaluated] == ["缺少项目资金的资金总额"] * 2


ENDLESS = (
    "form.indicators.all(a, form.indicators.all(b, form.indicators.all(c, form.indicators.all(d, d.name != '无'))))"
)


def test_a_crash_of_one_rule_stops_nothing_else(tmp_path):
    pack = loaded(tmp_path, XYZ101=rule(assert_=ENDLESS), XYZ102=rule("XYZ102"))
    many = {"rows": [LONG, *[SHORT] * 60]}
    outcome = found(pack, many, PROJECT)
    assert outcome.crashes == (RuleCrash("XYZ101", "a.txt", 1, "步数超过上限"),)
    assert [(f.rule, f.at) for f in outcome.findings] == [
        ("XYZ102", "indicators[0].name"),
        ("XYZ102", "indicators[1].name"),
    ]


def test_an_exception_is_the_rule_s_crash_and_takes_its_findings_along(tmp_path, monkeypatch):
    pack = loaded(tmp_path, XYZ101=rule(), XYZ102=rule("XYZ102"))
    broken = pack.rules[0]
    whole, calls = broken.detail, []

    def detail(*call):
        calls.append(call)
        return whole(*call) if len(calls) == 1 else 1 / 0

    monkeypatch.setattr(broken, "detail", detail)
    outcome = found(pack, {"rows": [LONG, LONG]})
    assert outcome.crashes == (RuleCrash("XYZ101", "a.txt", 1, "ZeroDivisionError: division by zero"),)
    assert [f.rule for f in outcome.findings] == ["XYZ102", "XYZ102"]


def test_order_is_file_form_place_rule(tmp_path):
    pack = loaded(tmp_path, XYZ102=rule("XYZ102"), XYZ101=rule())

    def mapped(path, index, lines):
        ((_, read),) = forms({"rows": [LONG] * len(lines)})
        places = {f"indicators[{n}]": Place(path, line=line) for n, line in enumerate(lines)}
        form = read.form.__class__(index=index, indicators=read.form.indicators)
        return path, ReadForm(form, SourceMap(places, Place(path, line=1)))

    given = [mapped("b.txt", 2, [30, 20]), mapped("b.txt", 1, [3]), mapped("a.txt", 1, [5])]
    order = [(f.place.file, f.form, f.place.line, f.rule) for f in run(pack, given).findings]
    assert order == [
        ("b.txt", 1, 3, "XYZ101"),
        ("b.txt", 1, 3, "XYZ102"),
        ("b.txt", 2, 20, "XYZ101"),
        ("b.txt", 2, 20, "XYZ102"),
        ("b.txt", 2, 30, "XYZ101"),
        ("b.txt", 2, 30, "XYZ102"),
        ("a.txt", 1, 5, "XYZ101"),
        ("a.txt", 1, 5, "XYZ102"),
    ]
    assert run(pack, given) == run(pack, given)


SAME = """\
code: XYZ201
name: same-name
title: 两张表里的同名指标
severity: warning
confidence: high
since: "1"
scope: run
each: forms.flat(f, f.indicators).group(i, i.name)
as: g
when: g.size() > 1
assert: g.all(i, i.value.text == g[0].value.text)
at: g[1].value
related: g[0].value
message: "{g[0].value.text} 与 {g[1].value.text}"
explain: {why: x, fix: x}
en: {title: x, message: x, why: x, fix: x}
examples:
- bad: {forms: [{rows: [数量指标|人数|1人]}, {rows: [数量指标|人数|2人]}]}
  expect: [{at: "indicators[0].value", form: 2, message: 1人 与 2人}]
- good: {forms: [{rows: [数量指标|人数|1人]}, {rows: [数量指标|人数|1人]}]}
"""


def test_a_rule_over_all_forms_points_into_each(tmp_path):
    pack = loaded(tmp_path, XYZ201=SAME, XYZ101=rule())
    given = [{"project": "甲", "rows": [SHORT]}, {"project": "乙", "rows": [LONG, "数量指标|培训人数|30人"]}]
    outcome = found(pack, *given)
    cross = [f for f in outcome.findings if f.rule == "XYZ201"]
    assert [(f.project, f.at, f.message, f.related) for f in cross] == [
        ("乙", "indicators[1].value", "20人 与 30人", (Related("indicators[0].value", HERE, project="甲"),))
    ]
    files = ["a.txt", "b.txt"]
    parts = [run_single(pack, forms(*given)[:1]), run_single(pack, forms(*given)[1:]), run_across(pack, forms(*given))]
    assert merged(parts, files) == outcome


def test_a_finding_switched_off_for_an_element(tmp_path):
    pack = loaded(tmp_path, [Change(("XYZ101",), severity="off", elements=("数量指标",))])
    assert found(pack, {"rows": [LONG, "质量指标|培训合格人员比例|≥95%"]}).findings[0].at == "indicators[1].name"


def test_parameters_by_file(tmp_path):
    pack = loaded(tmp_path, [Change(("XYZ101",), params={"limit": "6"}, files=("a.txt",))])
    assert [f.at for f in found(pack, {"rows": [LONG]}, {"rows": [SHORT, LONG]}).findings] == ["indicators[1].name"]


@pytest.mark.parametrize("applies", ["{framework: [cn-2021]}", "{kind: [self-evaluation]}", "{columns: [basis]}"])
def test_a_rule_for_other_forms_is_silent(tmp_path, applies):
    pack = loaded(tmp_path, XYZ101=rule(applies_to=applies))
    assert found(pack, {"rows": [LONG]}).findings == ()
    fitting = {
        "framework": "cn-2021",
        "kind": "self-evaluation",
        "rows": [{"level2": "数量指标", "name": "培训人员数量", "value": "20人", "basis": ""}],
    }
    assert len(found(pack, fitting).findings) == 1
