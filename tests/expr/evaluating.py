"""Evaluate one expression on a small form made of plain namespaces."""

from decimal import Decimal
from types import SimpleNamespace

from perf_lint.expr.check import Checker
from perf_lint.expr.errors import Unknown
from perf_lint.expr.labels import labels
from perf_lint.expr.parse import parse
from perf_lint.expr.program import Source, compile_part
from perf_lint.facts.vocabulary import TYPES

LIMIT = 10_000


def checker(params=None, root="form"):
    labels()
    fields = {type_: {name: entry.type for name, entry in entries.items()} for type_, entries in TYPES.items()}
    fields["params"] = params or {}
    return Checker(fields, {root: "Form" if root == "form" else "list(Form)", "params": "params"})


def evaluate(text, form=None, params=None, limit=LIMIT):
    """Give the value of an expression, or the Chinese reason (as `Unknown` text) why there is none."""
    given = params or {}
    types = {name: _type(value) for name, value in given.items()}
    tree = checker(types).check(parse(text))
    compiled = compile_part(Source("form", params=tuple(given)), tree)
    try:
        return compiled(form, None, tuple(given.values()), limit)
    except Unknown as unknown:
        return Missing(unknown.reason.zh)


class Missing(str):
    """The reason of an answer "not evaluated"."""

    __slots__ = ()


def amount(yuan, path="funding.total"):
    return SimpleNamespace(yuan=None if yuan is None else Decimal(yuan), text=str(yuan), path=path)


def row(name="", value=None, index=0, **more):
    """Make an indicator row; `value` holds attributes of its value, or None for none at all."""
    inner = None if value is None else SimpleNamespace(path=f"indicators[{index}].value", **value)
    return SimpleNamespace(name=name, value=inner, path=f"indicators[{index}]", **more)


def form(rows=(), total=None, **more):
    funding = SimpleNamespace(total=total, path="funding")
    return SimpleNamespace(indicators=tuple(rows), funding=funding, path="", **more)


def _type(value):
    return {bool: "bool", int: "int", Decimal: "decimal", str: "string"}.get(type(value), "list(string)")
