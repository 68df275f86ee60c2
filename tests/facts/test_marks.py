"""Marks only say which rows need not be asked: with and without them every fact is the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from benchmarks.linearity import files
from perf_lint import api
from perf_lint.facts import FormFacts, derive, marks
from perf_lint.facts.indicator_view import IndicatorFacts
from perf_lint.facts.marks import LISTED_MARKS, is_plain, mark, marks_of_name, marks_of_value
from perf_lint.facts.noticed import LISTS
from perf_lint.facts.vocabulary import TYPES
from perf_lint.model.form import Form, Indicator
from perf_lint.pack.catalogue import entries
from perf_lint.pack.example import build_forms
from perf_lint.pipeline.job import read_forms
from perf_lint.text.wordlists import word_list

ODD = [
    Indicator(
        "产出指标", "数量指标", "产出指标", "数量指标", None, "指标1", "组织组织培训次数", "共3次，每次2万元，共计6万元"
    ),
    Indicator(
        "产出指标", "质量指标", "", "质量指标", "必填", None, "和准确率", "2月30日", "应对（突发事件", direction="反向"
    ),
    Indicator("效益指标", "社会效益指标", "社会效益", "社会效益指标", None, "指标3", "群众满意", "90%", "群众满意度"),
]
"""What few examples hold, so that it meets other names, values and levels often enough."""


def example_forms() -> Iterator[Form]:
    """Give the forms of all rules' examples: each holds something that a rule asks of."""
    for entry in entries():
        for example in entry.file.examples:
            yield from (read.form for read in build_forms(example.good or example.bad or {}))


def recombined(rows: list[Indicator], rng: random.Random) -> Form:
    """Put names, values, levels and other columns of different rows together."""

    def row() -> Indicator:
        base, named, valued = rng.choice(rows), rng.choice(rows), rng.choice(rows)
        others = rng.choice(rows) if rng.random() < 0.3 else base
        value = valued.value if rng.random() < 0.9 else named.name
        described = others.description if rng.random() < 0.8 else rng.choice((rng.choice(rows).name, value))
        return base._replace(
            name=named.name, value=value, label=others.label, description=described,
            direction=others.direction, weight=others.weight,
        )  # fmt: skip

    found = [row() for _ in range(rng.randint(1, 14))]
    return Form(1, year=2024, framework=rng.choice(("cn-2015", "cn-2021", None)), indicators=tuple(found))


@pytest.fixture(scope="module")
def forms() -> list[Form]:
    rng = random.Random(7)
    examples = list(example_forms())
    rows = [row for form in examples for row in form.indicators]
    rows += ODD * (len(rows) // 30)
    made = [recombined(rows, rng) for _ in range(400)]
    generated = [read.form for item in files(40, seed=3) for read in read_forms(item, api.DEFAULT_LIMITS).forms]
    return [*examples, *made, *generated]


def plain(thing: Any, depth: int = 2) -> Any:
    """Give what rules can see of a fact, so that two of them can be compared."""
    if isinstance(thing, list | tuple):
        return [plain(item, depth) for item in thing]
    if not hasattr(thing, "TYPE"):
        return thing
    if isinstance(thing, IndicatorFacts | FormFacts) or not depth:
        return thing.path
    return {name: plain(getattr(thing, name), depth - 1) for name in TYPES[thing.TYPE]}


def everything(form: Form) -> dict[str, Any]:
    facts = derive(form)
    return {name: plain(getattr(facts, name)) for name in TYPES["Form"]}


def test_every_fact_is_the_same_when_every_row_is_asked(forms: list[Form], monkeypatch: pytest.MonkeyPatch):
    quick = [everything(form) for form in forms]
    monkeypatch.setattr(FormFacts, "asked", lambda form, _: list(form.indicators))
    assert quick == [everything(form) for form in forms]


@pytest.mark.parametrize("name", LISTS)
def test_each_list_is_exercised(forms: list[Form], name: str):
    assert any(getattr(derive(form), name) for form in forms)


def test_a_list_holds_what_its_question_holds_of(forms: list[Form]):
    for form in forms:
        facts = derive(form)
        for name, (asks, filled) in LISTS.items():
            rows = [row for row in facts.indicators if not filled or row in facts.filled]
            assert getattr(facts, name) == tuple(row for row in rows if asks(row) not in (None, False)), name


def test_a_list_is_empty_where_no_row_opens_it(forms: list[Form]):
    for form in forms:
        facts = derive(form)
        for name, bits in LISTED_MARKS.items():
            assert facts.marked[0] & bits or getattr(facts, name) == ()


def test_a_test_that_is_not_given_leaves_the_question_open():
    bit = mark(name=lambda row: "率" in row.name)
    rate, count = (IndicatorFacts(Indicator(name=name, value="5"), 0) for name in ("合格率", "人数"))
    assert [marks_of_name(row, row.name) & bit for row in (rate, count)] == [bit, 0]
    assert [marks_of_value(row, "5", "number") & bit for row in (rate, count)] == [bit, bit]


def test_nothing_odd_is_asked_of_a_plain_value():
    units = [
        "%",
        *(unit for unit in word_list("count-units") if len(unit) < 3),
        "元",
        "万元",
        "以上",
        "共计",
        "左右",
        "年",
    ]
    texts = [
        sign + number + unit
        for sign in ("", "≥", "≤")
        for number in ("0", "5", "98.5", "120000", "９")
        for unit in units
    ]
    rows = [IndicatorFacts(Indicator(name="合格率", value=text), 0) for text in texts]
    plain_rows = [row for row in rows if is_plain(row.value_text, row.value.kind)]
    assert len(plain_rows) > 500
    assert [row.value_text for row in plain_rows for _, test in marks._tests["odd"] if test(row)] == []
