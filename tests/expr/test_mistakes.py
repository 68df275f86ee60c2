"""What the language says of mistakes, and where it points."""

import pytest

from perf_lint.expr.errors import ExprError
from perf_lint.expr.parse import parse
from tests.expr.evaluating import checker


def mistake(text):
    with pytest.raises(ExprError) as caught:
        checker({"limit": "int"}).check(parse(text))
    return caught.value.words.zh, caught.value.start, caught.value.length


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 +", ("表达式没有写完", 3, 1)),
        ("1 2", ("这里不应出现「2」", 2, 1)),
        ("a = 1", ("「=」要写两个：==", 2, 1)),
        ("true & false", ("「&」要写两个：&&", 5, 1)),
        ("true and false", ("「and」请写作 &&", 5, 3)),
        ("max（1，2）", ("全角符号「（」，请改为半角「(」", 3, 1)),
        ("'abc", ("引号没有成对", 0, 1)),
        ("'\\d'", ('不认识的转义 \\d；正则请写成 r"…"', 1, 2)),
        ("1 ; 2", ("这里不能有「;」", 2, 1)),
        ("[1].all(1, true)", ("写法是 all(变量, 表达式)", 4, 3)),
        ("[1].map(x)", ("写法是 map(变量, 表达式)", 4, 3)),
        ("x" * 4001, ("表达式太长：4001 字，最多 4000 字", 0, 1)),
        ("!" * 60 + "true", ("嵌套超过 40 层", 41, 1)),
    ],
)
def test_what_cannot_be_read(text, expected):
    assert mistake(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from.goal", ("没有名称「from」，是否想写「form」？", 0, 4)),
        ("form.goals", ("没有绩效目标表的字段「goals」，是否想写「goal」？", 5, 5)),
        ("form.indicators.goal", ("指标行的列表没有「goal」这样的字段", 16, 4)),
        ("params.limits", ("没有参数「limits」，是否想写「limit」？", 7, 6)),
        ("siez([1])", ("没有函数「siez」，是否想写「size」？", 0, 4)),
        ("wan('a')", ("wan 不接受（文字），写法是 wan(decimal) -> string", 0, 3)),
        ("wan(1, 2)", ("wan 不接受（整数、整数），写法是 wan(decimal) -> string", 0, 3)),
        ("1 == 'a'", ("整数 == 文字：两边的类型合不到一起", 2, 2)),
        ("'a' < 1", ("文字 < 整数：两边的类型合不到一起", 4, 1)),
        ("1 + 'a'", ("整数 + 文字：两边的类型合不到一起", 2, 1)),
        ("true < false", ("是否 < 是否：两边的类型合不到一起", 5, 1)),
        ("1 && true", ("整数 && 是否：两边的类型合不到一起", 2, 2)),
        ("'a' in 'abc'", ("文字 in 文字：两边的类型合不到一起", 4, 2)),
        ("1 < null", ("整数 < 空值：两边的类型合不到一起", 2, 1)),
        ("!1", ("这里要的是是否，得到的是整数", 1, 1)),
        ("-'a'", ("这里要的是数，得到的是文字", 1, 1)),
        ("1 ? 2 : 3", ("这里要的是是否，得到的是整数", 0, 1)),
        ("true ? 1 : 'a'", ("? : 的两边一个是整数，一个是文字", 11, 1)),
        ("[1, 'a']", ("列表里混有整数和文字", 4, 1)),
        ("form[0]", ("绩效目标表不能用 [ ] 取第几项", 4, 1)),
        ("[1]['a']", ("这里要的是整数，得到的是文字", 4, 1)),
        ("form.all(i, true)", (".all(…) 前面要是列表，得到的是绩效目标表", 5, 3)),
        ("[1].all(x, 1)", ("这里要的是是否，得到的是整数", 11, 1)),
        ("[1].map(x, [2].map(x, x))", ("变量「x」已经用过，换一个名字", 15, 3)),
        ("[1].flat(x, x)", (".flat(…) 里要得到列表，得到的是整数", 4, 1)),
        ("matches('a', form.goal)", ("matches 的第 2 个参数要直接写成文字", 18, 1)),
        ("words('no-such-list')", ("没有词表「no-such-list」（words/no-such-list.yaml）", 6, 14)),
        ("words('../core/pack')", ("词表名「../core/pack」只能用字母、数字和 -", 6, 14)),
    ],
)
def test_what_does_not_fit(text, expected):
    assert mistake(text) == expected


def test_loops_nest_five_deep_and_no_deeper():
    def nested(depth):
        text = "1"
        for level in range(depth):
            text = f"[1].map(x{level}, {text})"
        return text

    checker().check(parse(nested(5)))
    assert mistake(nested(6))[0] == "循环嵌套超过 5 层"
