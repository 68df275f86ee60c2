"""The language against two independent implementations of CEL: the same answers, or a difference that is documented."""

import cel
import celpy
import pytest
from celpy.adapter import json_to_cel

from perf_lint.expr.parse import parse
from perf_lint.expr.program import Source, compile_part
from tests.expr.evaluating import LIMIT, checker, evaluate
from tests.expr.generating import VARIABLES, Generator

COUNT = 1300
TYPES = {bool: "bool", int: "int", str: "string"}


LATIN = str.maketrans("成本指标值", "cbzyx")
"""The Rust implementation counts bytes in size(); with letters it counts what the standard says."""


def ours(text, variables=VARIABLES):
    check = checker()
    check.variables.update({name: TYPES[type(value)] for name, value in variables.items()})
    tree = check.check(parse(text))
    lets = [(name, checker().check(parse(_literal(value)))) for name, value in variables.items()]
    return compile_part(Source("form", lets=lets), tree)(None, None, (), LIMIT)


def _literal(value):
    return f'"{value}"' if isinstance(value, str) else str(value).lower()


def expressions():
    for seed in range(COUNT):
        generator = Generator(seed)
        make = (generator.whole, generator.text, generator.truth)[seed % 3]
        yield make(1 + seed % 4)


def test_a_rust_cel_agrees_on_every_expression():
    variables = {name: value.translate(LATIN) if isinstance(value, str) else value for name, value in VARIABLES.items()}
    texts = list(dict.fromkeys(text.translate(LATIN) for text in expressions()))
    assert len(texts) > 1000
    answers = [(text, ours(text, variables), cel.evaluate(text, variables)) for text in texts]
    assert [(text, got, expected) for text, got, expected in answers if got != expected] == []


def test_a_python_cel_agrees_on_every_expression():
    environment = celpy.Environment()
    context = {name: json_to_cel(value) for name, value in VARIABLES.items()}
    texts = list(dict.fromkeys(expressions()))
    assert len(texts) > 1000
    answers = [(text, ours(text), environment.program(environment.compile(text)).evaluate(context)) for text in texts]
    assert [(text, got, expected) for text, got, expected in answers if got != expected] == []


@pytest.mark.parametrize(
    ("text", "here", "there"),
    [
        ("7 / 2", "3.5", "3"),
        ("-7 / 2", "-3.5", "-3"),
        ("1 == 1.0", "True", "True"),
        ("0.1 + 0.2 == 0.3", "True", "False"),
        ("1 / 0 == 1 && false", "除数为零", "False"),
        ("1 / 0 == 1 || true", "除数为零", "True"),
        ("size('成本')", "2", "6"),
        ("9223372036854775807 + 1", "9223372036854775808", "overflow"),
    ],
)
def test_documented_differences(text, here, there):
    try:
        other = str(cel.evaluate(text, {}))
    except (ValueError, RuntimeError, TypeError, OverflowError) as error:
        other = str(error)
    assert str(evaluate(text)) == here
    assert there.lower() in other.lower()
