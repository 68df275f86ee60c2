"""Help people who write rules: a template to start from, and a JSON Schema for their editor."""

from __future__ import annotations

from typing import Any

from perf_lint.model.words import Words
from perf_lint.pack.problem import PackError, Problem
from perf_lint.pack.rulefile import RuleFile
from perf_lint.text.pattern import lazy_pattern

CODE = lazy_pattern(r"[A-Z]{3}[0-9]{3}[a-z]?")
SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema"

TEMPLATE = """\
# yaml-language-server: $schema=rule.schema.json
# 上一行让编辑器边写边提示；rule.schema.json 由 perf-lint rules schema -o rule.schema.json 写出，没有也不影响。
# 写好之后运行 perf-lint rules test {code}.yaml；写法见 docs/write-a-rule.md。
code: {code}
name: say-what-is-wrong            # 英文短名，说出错在哪里
title: 一句话说出错在哪里
severity: warning                  # error 只给确定无疑的问题
confidence: medium                 # high 确定，medium 推断，low 线索
since: "{since}"
params:
  limit: {{type: int, default: "20", doc: 名称最多几个字}}
each: form.indicators              # 逐行检查；检查整张表就删去 each 和 as
as: i
let:
  字数: i.name.size()
when: 字数 > 0                     # 什么情况下才检查
assert: 字数 <= params.limit       # 什么情况才算对
at: i.name                         # 问题在哪个字段
message: 名称有 {{字数}} 个字，超过 {{params.limit}} 个字
explain:
  why: 为什么这是个问题。
  fix: 怎么改。
en:                                # 英文可以不写，英文报告里就用中文
  title: Say what is wrong in one sentence
  message: the name has {{字数}} characters, more than {{params.limit}}
  why: Why this is a problem.
  fix: What to do.
examples:
- bad: {{rows: [数量指标|对全县所有乡镇村组道路进行全面养护维修并建立台账|120公里]}}
  expect: [{{at: "indicators[0].name", message: 超过 20 个字}}]
- good: {{rows: [数量指标|养护农村公路里程|120公里]}}
"""


def new_rule(code: str, since: str) -> str:
    """Give the text of a new rule file that passes its own examples; raise PackError for a malformed code."""
    if not CODE.fullmatch(code):
        words = Words(
            f"规则编号「{code}」写法不对：三个字母加三位数字，例如 XYZ101",
            f"“{code}” is no rule code: three letters and three digits, such as XYZ101",
        )
        raise PackError([Problem("", 0, 0, words)])
    return TEMPLATE.format(code=code, since=since)


def rule_schema() -> dict[str, Any]:
    """Give the JSON Schema of a rule file, for editors."""
    schema: dict[str, Any] = _as_written(RuleFile.model_json_schema(by_alias=True))
    return {"$schema": SCHEMA_ID, **schema, "title": "perf-lint rule"}


def _as_written(part: Any) -> Any:
    """Let a plain text be written without quotes: YAML readers of editors take 20 for a number, true for a truth."""
    if isinstance(part, list):
        return [_as_written(item) for item in part]
    if not isinstance(part, dict):
        return part
    kept = {key: _as_written(value) for key, value in part.items() if key != "title" or isinstance(value, dict)}
    if kept.get("type") == "string" and not {"pattern", "enum"} & kept.keys():
        kept["type"] = ["string", "number", "boolean"]
    return kept
