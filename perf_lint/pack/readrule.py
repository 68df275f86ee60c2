"""Read one rule file into plain checked data; tell every mistake in it at once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from perf_lint.expr.errors import RefusedError
from perf_lint.expr.program import names
from perf_lint.model.words import Words
from perf_lint.pack.checkrule import RuleChecker
from perf_lint.pack.example import ExampleError, build_forms
from perf_lint.pack.problem import PackError, Problem, nearest
from perf_lint.pack.rule import read_param
from perf_lint.pack.rulefile import RuleFile
from perf_lint.pack.shape import validated
from perf_lint.pack.wordfile import Lists
from perf_lint.pack.yamlfile import YamlFile, read_yaml

DECIDING = ("each", "let", "when", "assert")
"""The trees that every run needs; the others say what was found, and wait as text until something is."""
AT_LEAST = {
    "bad": Words("examples 里至少要有一个错误示例（bad）", "examples needs at least one bad one"),
    "good": Words("examples 里至少要有一个正确示例（good）", "examples needs at least one good one"),
}
ONE_KIND = Words("每个示例写 bad 或 good，二者选一", "an example is either bad or good")
NO_EXPECT = Words("bad 示例要写 expect：预期在哪里报什么", "a bad example needs expect: where, and what is said")
EXPECT = Words("good 示例不能有 expect", "a good example has no expect")
ODD = Words(
    "示例的写法不对：值都写成文字，行写成 rows 列表",
    "not the notation of examples: values are texts, rows is a list",
)


def read_rule(
    path: Path, pack: str, authorities: Mapping[str, str], name: str = "", lists: Lists = MappingProxyType({})
) -> dict[str, Any]:
    """Read and check a rule file; raise PackError with every mistake. `lists` are the pack's own word lists."""
    file = read_yaml(path, name)
    rule = validated(file, RuleFile)
    problems = _whole(rule, file, authorities, path)
    checker = RuleChecker(rule, file, lists)
    trees = checker.check()
    problems += checker.problems
    if problems:
        raise PackError(sorted(set(problems), key=lambda problem: (problem.line, problem.column)))
    return {**_data(rule, trees, pack, authorities), "words": {used: lists[used] for used in checker.used_lists}}


def _whole(rule: RuleFile, file: YamlFile, authorities: Mapping[str, str], path: Path) -> list[Problem]:
    problems = []
    if path.stem != rule.code:
        words = Words(
            f"文件名是 {path.name}，code 却是 {rule.code}；两者要相同",
            f"the file is {path.name}, but the code is {rule.code}; they must be the same",
        )
        problems.append(file.problem(words, ("code",)))
    if rule.severity == "error" and rule.confidence != "high":
        words = Words("error 只用于 confidence: high 的规则", "error is only for rules with confidence: high")
        problems.append(file.problem(words, ("severity",)))
    for number, basis in enumerate(rule.basis):
        if basis.ref not in authorities:
            near = nearest(basis.ref, list(authorities))
            words = Words(
                f"pack.yaml 的 authorities 里没有「{basis.ref}」{near.zh}",
                f"the authorities of pack.yaml have no “{basis.ref}”{near.en}",
            )
            problems.append(file.problem(words, ("basis", number, "ref")))
    for name, param in rule.params.items():
        try:
            read_param(param.model_dump())
        except RefusedError as error:
            problems.append(file.problem(error.words, ("params", name, "default")))
    return problems + _examples(rule, file)


def _examples(rule: RuleFile, file: YamlFile) -> list[Problem]:
    problems: list[Problem] = []
    if rule.scope == "pipeline":
        return problems
    for wanted, words in AT_LEAST.items():
        if not any(getattr(example, wanted) is not None for example in rule.examples):
            problems.append(file.problem(words, ("examples",)))
    for number, example in enumerate(rule.examples):
        here = ("examples", number)
        if (example.bad is None) == (example.good is None):
            problems.append(file.problem(ONE_KIND, here))
            continue
        if example.bad is not None and not example.expect:
            problems.append(file.problem(NO_EXPECT, here))
        if example.good is not None and example.expect:
            problems.append(file.problem(EXPECT, (*here, "expect")))
        which = "bad" if example.bad is not None else "good"
        try:
            build_forms(getattr(example, which))
        except ExampleError as error:
            problems.append(file.problem(error.words, (*here, which, *error.path), key=True))
        except (ValueError, TypeError, AttributeError):
            problems.append(file.problem(ODD, (*here, which)))
        problems += [
            file.problem(Words(f"没有参数「{key}」", f"no parameter “{key}”"), (*here, "params", key), key=True)
            for key in example.params
            if key not in rule.params
        ]
    return problems


def _data(rule: RuleFile, trees: dict[str, Any], pack: str, authorities: Mapping[str, str]) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "pack": pack,
        "title": [rule.title, rule.en.title if rule.en else rule.title],
        "severity": rule.severity,
        "confidence": rule.confidence,
        "status": rule.status,
        "since": rule.since,
        "applies_to": rule.applies_to.model_dump(),
        "basis": [authorities[basis.ref] + (f"，{basis.note}" if basis.note else "") for basis in rule.basis],
        "params": {name: param.model_dump() for name, param in rule.params.items()},
        "scope": rule.scope,
        "as": rule.as_ or "",
        "listed": _listed(trees.get("each")),
        "explain": rule.explain.model_dump(),
        "explain_en": (rule.en or rule.explain).model_dump(include={"why", "fix", "not_a_problem_when"}),
        "used": {key: sorted(set(names(tree))) for key, tree in _deciding(trees)},
        "trees": {name: tree for name, tree in trees.items() if name in DECIDING},
        "said": json.dumps({name: tree for name, tree in trees.items() if name not in DECIDING}, ensure_ascii=False),
    }


def _listed(each: Any) -> str:
    """Name the attribute of the form that `each` goes through; empty where it is anything else."""
    match each:
        case ("field", _, _, (("name", _, "Form", ("form",)), name)):
            return str(name)
    return ""


def _deciding(trees: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Give the trees that decide, each step for itself."""
    for name in DECIDING:
        if name == "let":
            yield from ((f"let.{step}", tree) for step, tree in trees.get("let", ()))
        elif name in trees:
            yield name, trees[name]
