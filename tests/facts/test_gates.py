"""A look at single characters decides which texts are read closer; it never hides what a closer look finds."""

from __future__ import annotations

import random
import re
from decimal import Decimal
from itertools import product

import pytest

from perf_lint.facts import calendar, claims, derive, goals, placeholders, prose_claims, slips, text_totals
from perf_lint.facts.goals import goal_is_vague
from perf_lint.facts.placeholders import text_placeholder, value_placeholder
from perf_lint.facts.slips import unpaired
from perf_lint.model.form import Amount, Form, Funding

LEFT = (
    "水费20万元、电费55万元",
    "340人每人1.4万元",
    "340人*1.4万元",
    "340人，1.4万元/人",
    "340人，人均1.2万元",
    "培训",
)
RIGHT = (
    *("，合计75万元", "，共计76万元", "，共476万元", "，总计80万元", "，小计75万元", "，共需477万元", "，总需80万元"),
    *("，总额480万元", "，全年478万元", "，计479万元", "=476万元", "＝477万元", "。", "，支付3万元", "，补助5人"),
)
MARKS = (
    "（",
    ")",
    "【",
    "“",
    "」",
    "〈",
    "\u2329",
    "**",
    "xx",
    "×",
    "○○",
    "张",
    "请填写",
    "(100字以内)",
    "此处",
    "项",
    "%",
)
GOALS = (
    "目标1：",
    "任务12",
    "万元",
    "项",
    "2.",
    "③",
    "（3）",
    "完成",
    "培训",
    "第5",
    "120",
    "人",
    "²",
    " ",
    "推进工作",
)
ALWAYS = re.compile("")


def made(pieces: tuple[str, ...], seed: int) -> list[str]:
    rng = random.Random(seed)
    return ["".join(rng.choices(pieces, k=rng.randint(2, 9))) for _ in range(3000)]


def computed(texts: list[str]) -> list[object]:
    found = []
    for number, text in enumerate(texts):
        field = ("goal", "purpose")[number % 2]
        form = derive(Form(1, **{field: text}, funding=Funding(total=Amount("500万元", Decimal(5_000_000)))))
        told = (*claims.claims(form), *text_totals.text_totals(form))
        found.append([(claim.path, claim.text, claim.computed, claim.stated, claim.ok) for claim in told])
    return found


def test_no_sum_is_overlooked(monkeypatch: pytest.MonkeyPatch):
    texts = ["".join(pieces) for pieces in product(LEFT, RIGHT, ("", "按时完成", LEFT[1]))]
    quick = computed(texts)
    assert sum(map(bool, quick)) > 50
    monkeypatch.setattr(claims, "_COMPUTES", ALWAYS)
    monkeypatch.setattr(prose_claims, "TOLD", ALWAYS)
    monkeypatch.setattr(text_totals, "PRICED", ALWAYS)
    assert quick == computed(texts)


def test_no_template_text_and_no_lone_bracket_is_overlooked(monkeypatch: pytest.MonkeyPatch):
    texts = made(MARKS, 2)

    def answers() -> list[object]:
        for kept in (text_placeholder, value_placeholder, unpaired):
            kept.cache_clear()
        return [(text_placeholder(text), value_placeholder(text), unpaired(text)) for text in texts]

    quick = answers()
    monkeypatch.setattr(placeholders, "_TWICE", ALWAYS)
    monkeypatch.setattr(placeholders, "_ASIDES", "")
    monkeypatch.setattr(slips, "_SIGNS", re.compile("(?s)."))
    assert quick == answers()


def test_a_number_that_counts_something_makes_no_goal_vague(monkeypatch: pytest.MonkeyPatch):
    texts = made(GOALS, 3)
    quick = [goal_is_vague(derive(Form(1, goal=text))) for text in texts]
    monkeypatch.setattr(goals, "is_measured", lambda _: False)
    assert quick == [goal_is_vague(derive(Form(1, goal=text))) for text in texts]


def test_a_number_is_measured_by_what_stands_beside_it():
    beside = re.compile(r"(?<![\d\s标务第.．])\d+(?=[万亿元%％个人次])")
    texts = made((*GOALS, "\u3000", "．5", "7次", "%", "亿"), 4)
    assert [goals.is_measured(text) for text in texts] == [beside.search(text) is not None for text in texts]


def test_the_marks_of_a_goal_are_found_from_their_first_characters():
    texts = made((*GOALS, "一、", "目标", "任务", "十）", "1.5", "٣.", "目 ", "第2."), 5)
    found = [[mark.span() for mark in goals._marks(text)] for text in texts]
    assert found == [[mark.span() for mark in goals._MARK.finditer(text)] for text in texts]
    assert sum(map(len, found)) > 3000


def test_a_date_has_its_month_or_one_sign_twice():
    whole = re.compile(r"(?s)月|([-./－．／]).*\1")
    texts = made((*"月-./－．／", "2024", "年", "\n", "完成", "12"), 6)
    assert [calendar.may_be_dated(text) for text in texts] == [whole.search(text) is not None for text in texts]
