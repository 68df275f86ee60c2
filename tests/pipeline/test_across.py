from perf_lint.model.finding import FileReport
from perf_lint.model.form import Form, Indicator, ReadForm, SourceMap
from perf_lint.model.place import Place
from perf_lint.pack.load import load
from perf_lint.pipeline.across import across

PACK = load(select=("XRF608",))


def file(path, project, unit):
    rows = (Indicator("产出指标", "数量指标", name="设备数量", value="3台"),)
    form = Form(1, year=2025, project_name=project, implementing_unit=unit, indicators=rows)
    return FileReport(path, "text", (ReadForm(form, SourceMap({}, Place(path, line=1))),))


FILES = [
    file("a", "图书购置", "甲局"),
    file("b", "图书购置", "甲局"),
    file("c", "图书购置", "乙局"),
    file("d", "修路", "乙局"),
]


def found(many):
    outcomes, said = across(PACK, FILES, sum(len(file.forms) for file in FILES), "zh", many)
    return [(f.rule, f.place.file) for outcome in outcomes for f in outcome.findings], [words.zh for words in said]


def test_few_forms_are_all_compared():
    assert found(many=4) == ([("XRF608", "b")], [])


def test_many_forms_are_compared_within_their_unit_and_that_is_said():
    assert found(many=3) == ([("XRF608", "b")], ["共 4 张表，超过 3 张，跨表比较只在同一单位的表之间进行"])


def test_without_such_rules_nothing_is_read():
    outcomes, said = across(load(select=("AMT201",)), [None], 1, "zh")
    assert (list(outcomes), said) == ([], ())
