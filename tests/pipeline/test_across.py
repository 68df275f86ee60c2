import multiprocessing
import os

import pytest

from perf_lint.engine.run import Comparison
from perf_lint.model.finding import FileReport
from perf_lint.model.form import Form, Indicator, ReadForm, SourceMap
from perf_lint.model.place import Place
from perf_lint.pack.load import load
from perf_lint.pipeline import across as module
from perf_lint.pipeline.across import across
from perf_lint.pipeline.spool import Spool

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
    outcomes, said = across(PACK, FILES, "zh", many=many)
    return [(f.rule, f.place.file) for outcome in outcomes for f in outcome.findings], [words.zh for words in said]


def test_few_forms_are_all_compared():
    assert found(many=4) == ([("XRF608", "b")], [])


def test_many_forms_are_compared_within_their_unit_and_that_is_said():
    assert found(many=3) == ([("XRF608", "b")], ["共 4 张表，超过 3 张，跨表比较只在同一单位的表之间进行"])


def test_without_such_rules_nothing_is_read():
    outcomes, said = across(load(select=("AMT201",)), [None], "zh")
    assert (list(outcomes), said) == ([], ())


WHOLE = load()
UNITS = ("甲局", "乙局", "丙局")


def many_files():
    """Forms of three units with something for every rule to say, read from the disk one by one."""
    files = Spool(0)
    for number in range(24):
        made = file(f"{number:02}", f"第{number % 9}项工程", UNITS[number % 3])
        (form, source) = made.forms[0]
        rows = tuple(row._replace(name="水闸维修数量", value=f"{number // 4}座") for row in form.indicators)
        goal = "维修水闸，保障汛期安全运行，改善灌溉条件，使周边农户受益。"
        form = form._replace(
            indicators=rows, goal=goal, department="水务局" * (1 + number % 2), department_code="105001"
        )
        files.append(made._replace(forms=(ReadForm(form, source), ReadForm(form._replace(index=2), source))))
    return files


def outcomes(jobs, many=module.MANY):
    parts, said = across(WHOLE, many_files(), "zh", jobs, many)
    lists = [(*part.findings, *part.not_evaluated, *part.crashes) for part in parts]
    return lists, sorted(repr(entry) for entries in lists for entry in entries), said


@pytest.fixture
def forked(monkeypatch):
    monkeypatch.setattr(module, "WORTH", 2)


@pytest.mark.usefixtures("forked")
@pytest.mark.parametrize("many", [5, module.MANY])
@pytest.mark.parametrize("jobs", [2, 4])
def test_several_processes_find_the_same(jobs, many):
    _, expected, words = outcomes(1, many)
    assert len({entry.split("rule=")[1][:8] for entry in expected}) > 2
    parts, found, said = outcomes(jobs, many)
    assert (found, said) == (expected, words)
    assert len(parts) == (len(UNITS) if many == 5 else len(WHOLE.run_rules()))
    assert multiprocessing.active_children() == []


@pytest.mark.usefixtures("forked")
def test_what_a_process_could_not_do_is_done_here(monkeypatch):
    expected, here, whole = outcomes(1)[1], os.getpid(), Comparison.outcome

    def dying(self, rules):
        if os.getpid() != here and rules[0].code in ("XRF604", "XRF607"):
            os._exit(3)
        return whole(self, rules)

    monkeypatch.setattr(Comparison, "outcome", dying)
    assert outcomes(2)[1] == expected


@pytest.mark.usefixtures("forked")
def test_an_interrupt_leaves_no_process_behind():
    parts, _ = across(WHOLE, many_files(), "zh", 2)
    next(parts)
    parts.close()
    assert multiprocessing.active_children() == []


def test_few_forms_are_compared_in_one_process(monkeypatch):
    monkeypatch.setattr(multiprocessing, "get_context", None)
    assert len(outcomes(4)[0]) == 1
