"""A rule by itself: its parameters, and what it says when something in a sentence is missing."""

from decimal import Decimal

import pytest

from perf_lint.expr.arithmetic import exact
from perf_lint.facts import derive
from perf_lint.pack import load
from perf_lint.pack.example import build_form
from perf_lint.pack.rule import param_value
from tests.pack.packs import pack, rule

FORM = derive(build_form({"rows": ["数量指标|培训人员数量|20人"]}))


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        ("int", "12", 12),
        ("int", -3, -3),
        ("decimal", "1.50", Decimal("1.50")),
        ("decimal", 0.5, Decimal("0.5")),
        ("money", "-100", Decimal(-100)),
        ("percent", "80%", Decimal("0.8")),
        ("percent", "0.8", Decimal("0.8")),
        ("string", "文字", "文字"),
        ("bool", "true", True),
        ("bool", False, False),
        ("list(string)", ["a", "b"], ("a", "b")),
    ],
)
def test_parameters_are_read_by_their_type(type_, text, value):
    assert param_value(type_, text) == value


@pytest.mark.parametrize(
    ("type_", "text", "cause"),
    [
        ("int", "1.5", "要的是整数，写的是「1.5」"),
        ("int", "一", "要的是数，写的是「一」"),
        ("decimal", "1e9", "要的是数"),
        ("decimal", "９", "要的是数"),
        ("decimal", "", "要的是数"),
        ("decimal", "1" * 31, "要的是数"),
        ("bool", "yes", "要的是 true 或 false"),
        ("list(string)", "a", "要的是文字的列表"),
        ("list(string)", [1], "要的是文字的列表"),
        ("string", None, "要的是 string"),
    ],
)
def test_parameters_of_another_type_are_refused(type_, text, cause):
    with pytest.raises(ValueError, match=cause):
        param_value(type_, text)


def detail(tmp_path, **changes):
    (checked,) = load([pack(tmp_path / "mine", {"XYZ101": rule(**changes)})], cache=False).rules
    with exact():
        ((item, missing),) = checked.run(FORM, (4,))
    assert missing is None
    return checked.detail(FORM, item, (4,), "zh")


def test_a_missing_value_in_a_sentence_leaves_a_blank(tmp_path):
    assert (
        detail(tmp_path, message="'{i.name}，{form.year}，{form.year + 1}'").message == "培训人员数量，（空），（空）"
    )


def test_what_cannot_be_computed_is_left_out(tmp_path):
    found = detail(
        tmp_path,
        at="form.funding.total",
        related="'[form.indicators[7].name, i.value]'",
        show="form.year + 1",
        repair="试试",
        repair_when="form.year > 1",
        level="form.goal",
        fix="[{safety: unsafe, propose: 改, replace: form.goal}, {propose: 看, when: form.year > 1}, {propose: 查, at: form}]",
    )
    assert found.at.path == "funding.total"
    assert found.related == []
    assert (found.show, found.repair, found.level) == ("", "", "warning")
    assert [(p.safety, p.text, p.at.path, p.new) for p in found.proposals] == [("display", "查", "", None)]


def test_places(tmp_path):
    def paths(text):
        return [ref.path for ref in detail(tmp_path, related=f"'{text}'").related]

    assert paths("i.value") == ["indicators[0].value"]
    assert paths("form.indicators") == ["indicators[0]"]
    assert paths("form.indicators.map(x, x.level2)") == ["indicators[0].level2"]
    assert paths("[form.goal, i] + [form.funding.fiscal]") == ["goal", "indicators[0]", "funding.fiscal"]
    assert paths("i.is_cost ? form.goal : form.purpose") == ["purpose"]
    assert paths("form.indicators.first(x, x.is_cost)") == []
