"""Expressions and stored trees of strangers: they stop, and they reach nothing."""

import json

import pytest

from perf_lint.expr.check import Checker
from perf_lint.expr.errors import BudgetError, ExprError, UnsafeTreeError
from perf_lint.expr.parse import parse
from perf_lint.expr.program import Source, compile_decide, compile_part
from tests.expr.evaluating import checker, evaluate


@pytest.mark.parametrize(
    "text",
    [
        "form.__class__",
        "form.model",
        "form.goal.__len__()",
        "__import__('os')",
        "open('x')",
        "eval('1')",
        "form.goal.format(form)",
        "'{0.__class__}'.format(form)",
        "[].append(1)",
        "lambda: 1",
        "print",
        "form.funding.__dict__",
    ],
)
def test_nothing_of_python_can_be_named(text):
    with pytest.raises(ExprError):
        checker().check(parse(text))


def node(kind, *args, type_=""):
    return [kind, 0, type_, list(args)]


FORM = node("name", "form", type_="Form")


@pytest.mark.parametrize(
    "tree",
    [
        node("field", FORM, "__class__"),
        node("field", FORM, "goal; import os"),
        node("field", FORM, "model"),
        node("name", "__builtins__"),
        node("name", ["form"]),
        node("call", "__import__", [node("literal", "os", type_="string")], 0),
        node("call", "wan", [FORM], 7),
        node("call", "wan", [FORM], -1),
        node("call", "wan", [], 0),
        node("call", "matches", [FORM, FORM], 0),
        node("call", "matches", [FORM, node("literal", "(a+)+", type_="string")], 0),
        node("binary", "or __import__('os')", FORM, FORM),
        node("binary", "**", FORM, FORM, type_="int"),
        node("unary", "~", FORM),
        node("literal", "os.getcwd()", type_="int"),
        node("literal", 3, type_="string"),
        node("literal", "1e999999999", type_="int"),
        node("macro", "reduce", node("list", []), "x", FORM),
        node("macro", "all", node("list", []), ["x"], FORM),
        node("exec", "1"),
        ["name"],
        "form",
        None,
        [],
        node("list", 5),
        node("field", "form", "goal"),
    ],
    ids=lambda tree: json.dumps(tree)[:40],
)
def test_a_forged_tree_is_refused_before_it_runs(tree):
    with pytest.raises(UnsafeTreeError):
        compile_part(Source("form"), tree)
    with pytest.raises(UnsafeTreeError):
        compile_decide(Source("form", check=tree))


def test_a_forged_tree_cannot_be_endless():
    tree = FORM
    for _ in range(5000):
        tree = node("unary", "!", tree)
    with pytest.raises(UnsafeTreeError):
        compile_part(Source("form"), tree)


def test_a_forged_root_is_refused():
    with pytest.raises(UnsafeTreeError):
        compile_part(Source("__builtins__"), FORM)


def loops(depth, size):
    text = "1"
    for level in range(depth):
        text = f"[{', '.join(['0'] * size)}].map(x{level}, {text})"
    return text


def test_loops_end_at_the_step_limit():
    assert len(evaluate(loops(2, 20), limit=420)) == 20
    with pytest.raises(BudgetError):
        evaluate(loops(2, 20), limit=419)


def doubled(start, operator, times):
    check = Checker({}, {})
    lets, name = [("a0", check.check(parse(start)))], "a0"
    check.variables["a0"] = lets[0][1].type
    for step in range(1, times):
        tree = check.check(parse(f"{name} {operator} {name}"))
        name = f"a{step}"
        lets.append((name, tree))
        check.variables[name] = tree.type
    return compile_part(Source("form", lets=lets), check.check(parse(name)))


@pytest.mark.parametrize(("start", "operator"), [("'abc'", "+"), ("[1]", "+"), ("12345", "*")])
def test_nothing_grows_without_bound(start, operator):
    with pytest.raises(BudgetError):
        doubled(start, operator, 40)(None, None, (), 1000)


def test_decimals_do_not_grow_without_bound():
    from decimal import Overflow

    from perf_lint.expr.arithmetic import exact

    with exact(), pytest.raises(Overflow):
        doubled("12345.5", "*", 40)(None, None, (), 1000)


@pytest.mark.parametrize(
    ("pattern", "cause"),
    [
        ("(a+)+$", "正则里不能在重复之中再重复"),
        ("(a|a)*b", "正则里不能在重复之中再重复"),
        ("(ab)+", "* 和 + 前面只能是单个字符"),
        ("(?:a{1,9}){1,9}", "正则里不能在重复之中再重复"),
        ("(a)\\\\1", "不能用反向引用"),
        ("(?=a)", "不能用反向引用和前后断言"),
        ("(?<!a)b", "不能用反向引用和前后断言"),
        ("a*b*c*d*", "最多 3 处"),
        ("a{1,1000}", "重复次数最多 50"),
        ("(", "正则有误"),
        ("[", "正则有误"),
        ("a" * 301, "正则太长"),
    ],
)
def test_slow_patterns_are_refused_when_loaded(pattern, cause):
    with pytest.raises(ExprError) as caught:
        checker().check(parse(f"matches('x', '{pattern}')"))
    assert cause in caught.value.words.zh


def test_long_texts_are_not_matched():
    long = "a" * 30_000
    assert str(evaluate("matches(params.t, r'a*b')", None, {"t": long})) == "文字太长，无法匹配"
    assert evaluate("matches(params.t, r'b')", None, {"t": long}) is False
