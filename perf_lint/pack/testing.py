"""Run the examples of a rule and say how the outcome differs from what the rule file expects."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from perf_lint.expr.arithmetic import exact
from perf_lint.facts import derive
from perf_lint.model.form import ReadForm
from perf_lint.model.words import Words
from perf_lint.pack.example import build_forms
from perf_lint.pack.rule import Rule, param_value
from perf_lint.pack.rulefile import Example, RuleFile

EXPECTED = Words("- 预期", "- expected")
ACTUAL = Words("+ 实际", "+ got")
NOTED = Words("!", "!")
NOTHING = Words("", "")
INTENDED = Words("（若是有意，写 not_evaluated）", " (if that is meant, write not_evaluated)")


class Got(NamedTuple):
    """One finding of an example."""

    form: int
    at: str
    message: str
    severity: str


class ExampleResult(NamedTuple):
    """How one example of a rule went; `differences` is empty where all is as expected."""

    rule: str
    number: int
    """Which example, from 1."""
    kind: str
    differences: tuple[Words, ...]


def run_examples(rule: Rule, file: RuleFile) -> list[ExampleResult]:
    """Run every example of a rule."""
    return [_run(rule, example, number) for number, example in enumerate(file.examples, 1)]


def _run(rule: Rule, example: Example, number: int) -> ExampleResult:
    data: Mapping[str, Any] = example.bad if example.bad is not None else example.good or {}
    kind = "bad" if example.bad is not None else "good"
    forms = build_forms(data)
    params = {
        name: param_value(rule.data["params"][name]["type"], example.params[name]) if name in example.params else value
        for name, value in rule.params.items()
    }
    try:
        got, unknown = outcome(rule, forms, tuple(params.values()))
    except Exception as error:  # noqa: BLE001  # a rule's crash is what the example shows
        said = f"{type(error).__name__}: {error}"
        return ExampleResult(rule.code, number, kind, (Words(f"规则出错：{said}", f"the rule failed: {said}"),))
    return ExampleResult(rule.code, number, kind, tuple(_differences(example, got, unknown)))


def outcome(rule: Rule, forms: tuple[ReadForm, ...], params: tuple[Any, ...]) -> tuple[list[Got], list[str]]:
    """Run one rule alone on forms: its findings, and the reasons why it could not decide."""
    facts = [derive(form.form) for form in forms if rule.fits(form.form)]
    owners = {id(fact): fact.index for fact in facts}
    got, unknown = [], []
    roots: list[Any] = [facts] if rule.scope == "run" else list(facts)
    for root in roots:
        with exact():
            for item, missing in rule.run(root, params, len(forms)):
                if missing is not None:
                    unknown.append(missing.reason.zh)
                    continue
                detail = rule.detail(root, item, params, "zh")
                rule.detail(root, item, params, "en")
                form = detail.at.owner(owners, root.index if rule.scope != "run" else 1)
                got.append(Got(form, detail.at.path, detail.message, detail.level))
    return got, unknown


def _differences(example: Example, got: list[Got], unknown: list[str]) -> list[Words]:
    left = list(got)
    lines = []
    for wanted in example.expect:
        fits: Callable[[Got], bool] = lambda g, w=wanted: (  # type: ignore[misc]  # noqa: E731
            g.form == w.form and g.at == w.at and w.message in g.message and w.severity in (None, g.severity)
        )
        match = next(filter(fits, left), None)
        if match is not None:
            left.remove(match)
        else:
            lines.append(_line(EXPECTED, wanted.form, wanted.at, wanted.message, wanted.severity or ""))
    lines += [_line(ACTUAL, extra.form, extra.at, extra.message, extra.severity) for extra in left]
    if example.not_evaluated:
        if not any(example.not_evaluated in reason for reason in unknown):
            lines.append(_undecided(EXPECTED, example.not_evaluated))
            lines += [_undecided(ACTUAL, reason) for reason in unknown]
    elif unknown and (lines or not got):
        lines += [_undecided(NOTED, reason, INTENDED) for reason in unknown]
    return lines


def _line(head: Words, form: int, at: str, message: str, severity: str) -> Words:
    zh = f"{head.zh} {f'第 {form} 张表 ' if form != 1 else ''}{at}：{message}{f'（{severity}）' if severity else ''}"
    en = f"{head.en} {f'form {form} ' if form != 1 else ''}{at}: {message}{f' ({severity})' if severity else ''}"
    return Words(zh, en)


def _undecided(head: Words, reason: str, tail: Words = NOTHING) -> Words:
    return Words(f"{head.zh} 未评估：{reason}{tail.zh}", f"{head.en} not evaluated: {reason}{tail.en}")
