"""Read one rule file into plain checked data; tell every mistake in it at once."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from perf_lint.pack.checkrule import RuleChecker
from perf_lint.pack.example import ExampleError, build_forms
from perf_lint.pack.problem import PackError, Problem
from perf_lint.pack.rule import read_param
from perf_lint.pack.rulefile import RuleFile
from perf_lint.pack.yamlfile import YamlFile, read_yaml

MESSAGES = {
    "missing": "缺少「{key}」",
    "string_type": "这里要写文字",
    "list_type": "这里要写列表（每项以 - 开头）",
    "dict_type": "这里要写 键: 值",
    "model_type": "这里要写 键: 值",
    "string_too_short": "这里不能空着",
    "string_too_long": "太长，最多 {max_length} 字",
    "int_parsing": "这里要写整数",
    "bool_parsing": "这里要写 true 或 false",
}


def read_rule(path: Path, pack: str, authorities: Mapping[str, str], name: str = "") -> dict[str, Any]:
    """Read and check a rule file; raise PackError with every mistake."""
    file = read_yaml(path, name)
    rule = validated(file, RuleFile)
    problems = _whole(rule, file, authorities, path)
    checker = RuleChecker(rule, file)
    trees = checker.check()
    problems += checker.problems
    if problems:
        raise PackError(sorted(set(problems), key=lambda problem: (problem.line, problem.column)))
    return _data(rule, trees, pack, authorities)


def validated(file: YamlFile, model: type[Any]) -> Any:
    """Check the shape of a file; raise PackError with every mistake in it."""
    if not isinstance(file.data, dict):
        raise PackError([file.problem("文件应由 键: 值 组成", ())])
    try:
        return model.model_validate(file.data)
    except ValidationError as error:
        raise PackError([_problem(file, model, entry) for entry in error.errors()]) from None


def _problem(file: YamlFile, model: type[BaseModel], entry: Any) -> Problem:
    path = tuple(part for part in entry["loc"] if part != "[key]")
    kind, context = entry["type"], entry.get("ctx", {})
    if kind == "extra_forbidden":
        return file.problem(_unknown_key(str(path[-1]), _keys_at(model, path[:-1])), path, key=True)
    if kind == "literal_error":
        return file.problem(
            f"「{entry['input']}」不在可选之列：{context['expected'].replace(' or ', '、').replace(', ', '、')}", path
        )
    if kind == "string_pattern_mismatch":
        return file.problem(f"「{entry['input']}」写法不对，应合乎 {context['pattern']}", path)
    message = MESSAGES.get(kind, entry["msg"])
    if kind == "string_type" and isinstance(entry["input"], dict | list):
        bracket = "{{" if isinstance(entry["input"], dict) else "["
        message = f"这里要写文字；以 {bracket} 开头的要用引号括起来"
    return file.problem(
        message.format(key=path[-1] if path else "", **context), path[:-1] if kind == "missing" else path
    )


def _unknown_key(key: str, known: list[str]) -> str:
    near = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
    return f"不认识的键「{key}」" + (f"，是否想写「{near[0]}」？" if near else f"；可用：{'、'.join(known)}")


def _keys_at(model: type[BaseModel], path: tuple[Any, ...]) -> list[str]:
    """Give the keys allowed at a path, following models through lists and mappings."""
    current: Any = model
    for part in path:
        if isinstance(part, int):
            continue
        fields = getattr(current, "model_fields", {})
        field = next((f for name, f in fields.items() if (f.alias or name) == part), None)
        if field is None:
            continue
        current = _model_in(field.annotation) or current
    return [field.alias or name for name, field in getattr(current, "model_fields", {}).items()]


def _model_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found is not None:
            return found
    return None


def _whole(rule: RuleFile, file: YamlFile, authorities: Mapping[str, str], path: Path) -> list[Problem]:
    problems = []
    if path.stem != rule.code:
        problems.append(file.problem(f"文件名是 {path.name}，code 却是 {rule.code}", ("code",)))
    if rule.severity == "error" and rule.confidence != "high":
        problems.append(file.problem("error 只用于 confidence: high 的规则", ("severity",)))
    for number, basis in enumerate(rule.basis):
        if basis.ref not in authorities:
            near = difflib.get_close_matches(basis.ref, authorities, n=1)
            hint = f"，是否想写「{near[0]}」？" if near else ""
            problems.append(
                file.problem(f"pack.yaml 的 authorities 里没有「{basis.ref}」{hint}", ("basis", number, "ref"))
            )
    for name, param in rule.params.items():
        try:
            read_param(param.model_dump())
        except ValueError as error:
            problems.append(file.problem(str(error), ("params", name, "default")))
    return problems + _examples(rule, file)


def _examples(rule: RuleFile, file: YamlFile) -> list[Problem]:
    problems: list[Problem] = []
    if rule.scope == "pipeline":
        return problems
    for wanted, what in (("bad", "错误示例（bad）"), ("good", "正确示例（good）")):
        if not any(getattr(example, wanted) is not None for example in rule.examples):
            problems.append(file.problem(f"examples 里至少要有一个{what}", ("examples",)))
    for number, example in enumerate(rule.examples):
        here = ("examples", number)
        if (example.bad is None) == (example.good is None):
            problems.append(file.problem("每个示例写 bad 或 good，二者选一", here))
            continue
        if example.bad is not None and not example.expect:
            problems.append(file.problem("bad 示例要写 expect：预期在哪里报什么", here))
        if example.good is not None and example.expect:
            problems.append(file.problem("good 示例不能有 expect", (*here, "expect")))
        which = "bad" if example.bad is not None else "good"
        try:
            build_forms(getattr(example, which))
        except ExampleError as error:
            problems.append(file.problem(error.message, (*here, which, *error.path), key=True))
        except (ValueError, TypeError, AttributeError):
            problems.append(file.problem("示例的写法不对：值都写成文字，行写成 rows 列表", (*here, which)))
        problems += [
            file.problem(f"没有参数「{key}」", (*here, "params", key))
            for key in example.params
            if key not in rule.params
        ]
    return problems


def _data(rule: RuleFile, trees: dict[str, Any], pack: str, authorities: Mapping[str, str]) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "pack": pack,
        "title": [rule.title, rule.en.title],
        "severity": rule.severity,
        "confidence": rule.confidence,
        "status": rule.status,
        "since": rule.since,
        "applies_to": rule.applies_to.model_dump(),
        "basis": [authorities[basis.ref] + (f"，{basis.note}" if basis.note else "") for basis in rule.basis],
        "params": {name: param.model_dump() for name, param in rule.params.items()},
        "scope": rule.scope,
        "as": rule.as_ or "",
        "explain": rule.explain.model_dump(),
        "explain_en": rule.en.model_dump(include={"why", "fix", "not_a_problem_when"}),
        "trees": trees,
    }
