"""Check the shape of a YAML file of a pack: unknown keys, missing ones, wrong kinds of values."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError

from perf_lint.model.words import Words
from perf_lint.pack.inputmethod import ime
from perf_lint.pack.problem import PackError, Problem, nearest
from perf_lint.pack.yamlfile import YamlFile

MESSAGES = {
    "string_type": Words("这里要写文字", "a text is wanted"),
    "list_type": Words("这里要写列表（每项以 - 开头）", "a list is wanted (each item after -)"),
    "dict_type": Words("这里要写 键: 值", "key: value is wanted"),
    "model_type": Words("这里要写 键: 值", "key: value is wanted"),
    "string_too_short": Words("这里不能空着", "this must not be blank"),
    "int_parsing": Words("这里要写整数", "a whole number is wanted"),
    "bool_parsing": Words("这里要写 true 或 false", "true or false is wanted"),
}
CHINESE = {
    "错误": "error", "警告": "warning", "提示": "info", "高": "high", "中": "medium", "低": "low", "确定": "high",
    "推断": "medium", "线索": "low", "正式": "stable", "试行": "preview", "停用": "deprecated", "整数": "int",
    "小数": "decimal", "金额": "money", "百分数": "percent", "比例": "percent", "文字": "string",
}  # fmt: skip
"""What people write for a choice that has an English name."""
PATTERNS = {
    "code": Words("规则编号是三个大写字母加三位数字，例如 JYJ101", "a code is three capitals and three digits: JYJ101"),
    "name": Words(
        "英文短名用小写字母、数字和 -，例如 cost-too-high", "a name is small letters, digits and -: cost-too-high"
    ),
}
"""What a text must look like, by the last part of its path."""
NOT_PAIRS = Words("文件应由 键: 值 组成", "the file must be made of key: value")


def validated(file: YamlFile, model: type[Any]) -> Any:
    """Check the shape of a file; raise PackError with every mistake in it."""
    if not isinstance(file.data, dict):
        hint = ime(file.data[:200]) if isinstance(file.data, str) else Words("", "")
        raise PackError([file.problem(Words(NOT_PAIRS.zh + hint.zh, NOT_PAIRS.en + hint.en), ())])
    try:
        return model.model_validate(file.data)
    except ValidationError as error:
        raise PackError([_problem(file, model, entry) for entry in error.errors()]) from None


def _problem(file: YamlFile, model: type[BaseModel], entry: Any) -> Problem:
    path = tuple(part for part in entry["loc"] if part != "[key]")
    if entry["type"] == "extra_forbidden":
        key = str(path[-1])
        hint = ime(key) if ime(key).zh else nearest(key, _keys_at(model, path[:-1]), otherwise=True)
        words = Words(f"不认识的键「{key}」{hint.zh}", f"unknown key “{key}”{hint.en}")
        return file.problem(words, path, key=True)
    if entry["type"] == "missing":
        return file.problem(Words(f"缺少「{path[-1]}」", f"“{path[-1]}” is missing"), path[:-1])
    blank = entry["type"] == "string_too_short"
    return file.problem(_words(entry, path), path, key=blank, length=_length(entry["input"]), offset=0)


def _words(entry: Any, path: tuple[Any, ...]) -> Words:
    kind, given, context = entry["type"], entry["input"], entry.get("ctx", {})
    hint = ime(given) if isinstance(given, str) else Words("", "")
    if kind == "literal_error":
        choices = [choice.strip("'") for choice in context["expected"].replace(" or ", ", ").split(", ")]
        meant = CHINESE.get(str(given), "")
        if meant in choices:
            hint = Words(f"，请写「{meant}」", f"; write “{meant}”")
        hint = hint if hint.zh else nearest(str(given), choices)
        return Words(
            f"「{given}」不在可选之列：{'、'.join(choices)}{hint.zh}",
            f"“{given}” is none of {', '.join(choices)}{hint.en}",
        )
    if kind == "string_pattern_mismatch":
        fits = Words(f"应合乎 {context['pattern']}", f"it must fit {context['pattern']}")
        wanted = PATTERNS.get(str(path[-1]) if path else "", fits)
        return Words(f"「{given}」写法不对：{wanted.zh}{hint.zh}", f"“{given}” is wrong: {wanted.en}{hint.en}")
    if kind == "string_too_long":
        limit = context["max_length"]
        return Words(f"太长，最多 {limit} 字", f"too long: {limit} characters at most")
    if kind == "string_type" and isinstance(given, dict | list):
        sign = "{" if isinstance(given, dict) else "["
        return Words(
            f"这里要写文字；以 {sign} 开头的要用引号括起来", f"a text is wanted; quote one that begins with {sign}"
        )
    said = MESSAGES.get(kind, Words(entry["msg"], entry["msg"]))
    return Words(said.zh + hint.zh, said.en + hint.en)


def _length(given: Any) -> int:
    return len(given) if isinstance(given, str) and "\n" not in given else 1


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
