"""What expressions mean: numbers, texts, lists, and above all what a missing value does."""

import datetime as dt
from decimal import Decimal
from types import SimpleNamespace

import pytest

from tests.expr.evaluating import Missing, amount, evaluate, form, row

D = Decimal


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3 - 4", 3),
        ("(1 + 2) * 3", 9),
        ("2 - 3 - 4", -5),
        ("7 / 2", D("3.5")),
        ("1 / 3", D("0.3333333333333333333333333333")),
        ("0.1 + 0.2 == 0.3", True),
        ("1 == 1.0", True),
        ("-7 % 3", -1),
        ("7 % -3", 1),
        ("-7.5 % 2", D("-1.5")),
        ("- -3", 3),
        ("!true || !false", True),
        ("1 < 2 && 2 <= 2 && 3 > 2 && 3 >= 3 && 1 != 2", True),
        ("'a' + \"b\" + r'\\d'", "ab\\d"),
        ("'\\u4e2d\\n\\''", "中\n'"),
        ("true ? 'x' : 'y'", "x"),
        ("false ? 1 : true ? 2 : 3", 2),
        ("2 in [1, 2] && !(3 in [1, 2])", True),
        ("[1, 2] + [3]", [1, 2, 3]),
        ("[1, 2.5][1]", D("2.5")),
        ("'产' < '效'", True),
        ("[3, 1, 2].sort()", [1, 2, 3]),
        ("['b', 'a', 'b'].distinct().join('、')", "b、a"),
        ("[1, 2, 3].sum() + sum([0.5])", D("6.5")),
        ("max([1, 4, 2]) - min([1, 4, 2]) + max(1, 2)", 5),
        ("size([]) + '三字名'.size()", 3),
        ("[1, 2, 3].map(x, x * x)", [1, 4, 9]),
        ("[1, 2, 3].filter(x, x % 2 == 1)", [1, 3]),
        ("[].all(x, false) && ![].exists(x, true)", True),
        ("[1, 2].all(x, x > 0) && ![1, 2].all(x, x > 1)", True),
        ("[1, 2, 2].exists_one(x, x == 1) && ![1, 2, 2].exists_one(x, x == 2)", True),
        ("[1, 2, 3].first(x, x > 1)", 2),
        ("[1, 2].first(x, x > 5)", None),
        ("[1, 2].flat(x, [x, x])", [1, 1, 2, 2]),
        ("['aa', 'b', 'cc'].group(x, x.size())", [["aa", "cc"], ["b"]]),
        ("['bb', 'a', 'cc'].sort_by(x, x.size())", ["a", "bb", "cc"]),
        ("[1, 2].map(甲, [3, 4].map(乙, 甲 * 乙))", [[3, 4], [6, 8]]),
        ("1 // 注释\n + 1", 2),
    ],
)
def test_values(text, expected):
    got = evaluate(text)
    assert got == expected
    assert type(got) is type(expected)


EMPTY = form(rows=[row("", None)], total=None)
GAPPED = form(rows=[row("甲", {"yuan": D(3)}), row("乙", {"yuan": None}, 1)], total=amount(None), goal=None, year=2024)


@pytest.mark.parametrize(
    ("text", "subject", "expected"),
    [
        ("form.goal == null", GAPPED, True),
        ("form.goal != null", GAPPED, False),
        ("form.funding.total.yuan == null", EMPTY, True),
        ("form.funding.total.yuan > 0", EMPTY, Missing("缺少项目资金的资金总额")),
        ("form.funding.total.yuan > 0", GAPPED, Missing("缺少项目资金的资金总额的金额（元）")),
        ("form.goal + '。'", GAPPED, Missing("缺少总体目标")),
        ("form.goal.size()", GAPPED, Missing("缺少总体目标")),
        ("size(form.goal) > 3 || true", GAPPED, Missing("缺少总体目标")),
        ("true || size(form.goal) > 3", GAPPED, True),
        ("false && form.goal == 'x'", GAPPED, False),
        ("form.goal == 'x' ? 1 : 2", GAPPED, Missing("缺少总体目标")),
        ("form.goal == null ? '无' : form.goal", GAPPED, "无"),
        ("(form.goal == null ? form.goal : '有') == null", GAPPED, True),
        ("default(form.goal, '无')", GAPPED, "无"),
        ("has(form.goal) || has(form.year)", GAPPED, True),
        ("form.goal in ['a']", GAPPED, False),
        ("!(form.goal in ['a'])", GAPPED, True),
        ("form.indicators.map(i, i.value.yuan)", GAPPED, Missing("缺少指标值的金额（元）")),
        ("form.indicators.map(i, i.value.yuan)", EMPTY, Missing("缺少指标值")),
        ("form.indicators.filter(i, i.value.yuan != null).map(i, i.value.yuan).sum()", GAPPED, D(3)),
        ("form.indicators.group(i, i.value.yuan).size()", GAPPED, 1),
        ("[form.goal]", GAPPED, Missing("缺少总体目标")),
        ("[1][1]", GAPPED, Missing("列表没有这一项")),
        ("[1][-1]", GAPPED, Missing("列表没有这一项")),
        ("1 / (form.year - 2024)", GAPPED, Missing("除数为零")),
        ("max([])", GAPPED, Missing("列表为空，没有最大或最小的一项")),
        ("form.indicators.first(i, i.name == '丙').name + 'x'", GAPPED, Missing("缺少符合条件的一项")),
        ("last(['a', 'b'])", GAPPED, "b"),
        ("find('abc', r'x') == null", GAPPED, True),
    ],
)
def test_missing_values(text, subject, expected):
    got = evaluate(text, subject)
    assert (type(got), got) == (type(expected), expected)


def test_dates_compare_and_come_apart():
    day = dt.date(2024, 6, 30)
    subject = form(rows=[row("完工", {"end": day, "start": None})])
    assert evaluate("form.indicators[0].value.end < date(2024, 7, 1)", subject) is True
    assert evaluate("form.indicators[0].value.end.month() == 6", subject) is True
    assert evaluate("days_between(date(2024, 2, 28), date(2024, 3, 1))") == 2
    assert evaluate("date(2023, 2, 29) == null") is True
    assert evaluate("date(2023, 2, 29) < date(2024, 1, 1)") == Missing("date(…) 没有结果")
    assert evaluate("days_in_month(2024, 2) + days_in_month(2023, 2)") == 57


def test_parameters():
    params = {"limit": 3, "share": D("0.5"), "names": ("a", "b"), "on": True}
    assert evaluate("params.on && 3 <= params.limit && params.share < 1 && 'b' in params.names", None, params) is True


def test_arithmetic_stays_exact_beyond_28_digits():
    from perf_lint.expr.arithmetic import exact

    with exact():
        assert evaluate("1000000000000000000000000000000.01 - 0.01") == D("1000000000000000000000000000000.00")
        assert evaluate("1 / 7 * 7 == 1") is False
        assert evaluate("1 * 7 / 7 == 1") is True


def test_objects_keep_their_identity():
    one = row("甲", {"yuan": D(1)})
    subject = SimpleNamespace(indicators=(one,), path="")
    assert evaluate("form.indicators[0]", subject) is one
