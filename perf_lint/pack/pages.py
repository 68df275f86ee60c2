"""Write the page of a rule, and the list of all rules, from the rule files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from perf_lint.model.terms import CONFIDENCE_WORDS, SEVERITY_WORDS
from perf_lint.pack.catalogue import Entry
from perf_lint.pack.example import build_forms
from perf_lint.pack.rule import param_value
from perf_lint.pack.rulefile import Example
from perf_lint.pack.testing import outcome

STATUSES = {"stable": "", "preview": "试行", "deprecated": "停用"}
AREAS = {
    "SRC": "读取", "REQ": "完整", "AMT": "金额", "DAT": "日期与年度", "LVL": "指标归类", "VAL": "指标值",
    "XRF": "前后一致", "TXT": "文字与标识",
}  # fmt: skip
HEADER = {
    "title": "表名", "year": "年度", "years": "表中所写年度", "project": "项目名称", "project_code": "项目编码",
    "department": "主管部门", "department_code": "主管部门代码", "unit": "实施单位", "attribute": "项目属性",
    "period": "项目期", "goal": "总体目标", "long_term_goal": "实施期目标", "purpose": "资金用途", "kind": "表的种类",
    "framework": "框架", "total": "资金总额", "fiscal": "财政拨款", "other": "其他资金", "items": "资金明细",
    "header_unit": "表头单位", "plan": "资金支出计划", "columns": "栏目", "unread": "未读格",
}  # fmt: skip
NOTICE = "<!-- 由 rules/ 生成，请改规则文件，不要改这里。 -->"


def pages(entries: Sequence[Entry]) -> dict[str, str]:
    """Give every page by file name: one for each code, and the index."""
    by_code: dict[str, list[Entry]] = {}
    for entry in entries:
        by_code.setdefault(entry.rule.code, []).append(entry)
    found = {f"{code}.md": _page(same) for code, same in by_code.items()}
    return {"index.md": _index(by_code), **found}


def _index(by_code: Mapping[str, Sequence[Entry]]) -> str:
    lines = [NOTICE, "# 规则", "", f"共 {len(by_code)} 个编号。级别和把握可以按规则、按文件调整。", ""]
    for area in sorted({code[:3] for code in by_code}, key=lambda a: (list(AREAS).index(a) if a in AREAS else 99, a)):
        lines += [
            f"## {area} {AREAS.get(area, '')}".rstrip(),
            "",
            "| 编号 | 问题 | 级别 | 把握 | 规则包 |",
            "|---|---|---|---|---|",
        ]
        for code, same in by_code.items():
            if code[:3] != area:
                continue
            rule = same[0].rule
            packs = "、".join(entry.rule.pack for entry in same)
            level, sure = SEVERITY_WORDS[rule.severity].zh, CONFIDENCE_WORDS[rule.confidence].zh
            lines.append(f"| [{code}]({code}.md) | {rule.title.zh} | {level} | {sure} | {packs} |")
        lines.append("")
    return "\n".join(lines)


def _page(same: Sequence[Entry]) -> str:
    first = same[0]
    lines = [NOTICE, f"# {first.rule.code} {first.rule.title.zh}", ""]
    for entry in same:
        if len(same) > 1:
            lines += [f"# 规则包 {entry.rule.pack}", ""]
        lines += _body(entry)
    return "\n".join(lines)


def _body(entry: Entry) -> list[str]:
    rule, file = entry.rule, entry.file
    lines = [" · ".join(_facts(entry)), ""]
    lines += ["## 为什么", "", file.explain.why, ""]
    if entry.authorities:
        lines += ["## 依据", ""]
        for basis, authority in zip(file.basis, entry.authorities, strict=True):
            issuer = f"，{authority.issuer}" if authority.issuer else ""
            note = f"：{basis.note}" if basis.note else ""
            lines.append(f"- {authority.printed()}{issuer}{note}")
        lines.append("")
    for which, title in (("bad", "错误的写法"), ("good", "正确的写法")):
        shown = [(example, getattr(example, which)) for example in file.examples if getattr(example, which) is not None]
        if shown:
            lines += [f"## {title}", ""]
            for example, data in shown:
                lines += _example(entry, example, data)
    lines += ["## 怎么改", "", file.explain.fix, ""]
    if file.explain.not_a_problem_when:
        lines += ["## 不算问题的情况", "", file.explain.not_a_problem_when, ""]
    if file.params:
        lines += ["## 参数", "", "| 名称 | 类型 | 默认 | 说明 |", "|---|---|---|---|"]
        for name, param in file.params.items():
            default = "、".join(param.default) if isinstance(param.default, list) else param.default
            lines.append(f"| `{name}` | {param.type} | {default} | {param.doc} |")
        lines.append("")
    lines += [f"规则文件：`rules/{rule.pack}/{rule.code}.yaml`", ""]
    return lines


def _facts(entry: Entry) -> list[str]:
    rule = entry.rule
    facts = [
        f"`{rule.name}`",
        SEVERITY_WORDS[rule.severity].zh,
        f"把握：{CONFIDENCE_WORDS[rule.confidence].zh}",
        f"规则包 {rule.pack}",
    ]
    facts += [STATUSES[rule.status]] if STATUSES[rule.status] else []
    facts += [f"适用 {'、'.join(sorted(rule.frameworks))}"] if rule.frameworks else []
    return [*facts, f"自 {entry.file.since}"]


def _example(entry: Entry, example: Example, data: Mapping[str, Any]) -> list[str]:
    number = 1 + sum(
        e.bad is not None if example.bad is not None else e.good is not None for e in _before(entry, example)
    )
    lines = [f"**例 {number}**" + (f"　{example.note}" if example.note else ""), ""]
    for number, form in enumerate(data.get("forms", [data]), 1):
        lines += [f"第 {number} 张表：", ""] if "forms" in data else []
        lines += _form(form)
    if example.bad is not None:
        params = {
            name: param_value(entry.rule.data["params"][name]["type"], example.params.get(name, param.default))
            for name, param in entry.file.params.items()
        }
        for got in outcome(entry.rule, build_forms(data), tuple(params.values()))[0]:
            lines.append(f"> **{SEVERITY_WORDS[got.severity].zh}** `{got.at}` {got.message}")
            lines.append(">")
        lines[-1:] = [""]
    return lines


def _before(entry: Entry, example: Example) -> list[Example]:
    return entry.file.examples[: next(n for n, other in enumerate(entry.file.examples) if other is example)]


def _form(data: Mapping[str, Any]) -> list[str]:
    lines = []
    for key, value in data.items():
        if key != "rows":
            lines.append(f"- {HEADER.get(key, key)}：{_plain(value)}")
    rows = data.get("rows", [])
    if rows:
        lines += [""] if lines else []
        lines += ["| 级次 | 三级指标 | 指标值 |", "|---|---|---|"]
        lines += [f"| {' | '.join(_cells(row))} |" for row in rows]
    return [*lines, ""]


def _cells(row: str | Mapping[str, str]) -> list[str]:
    if isinstance(row, str):
        parts = [part.strip() for part in row.split("|")]
        return [" / ".join(parts[:-2]), parts[-2], parts[-1]]
    level = " / ".join(filter(None, (row.get("level1"), row.get("level2"))))
    rest = [f"{key}: {value}" for key, value in row.items() if key not in ("level1", "level2", "name", "value")]
    name = row.get("name", "") + (f"（{'，'.join(rest)}）" if rest else "")
    return [_cell(level), _cell(name), _cell(row.get("value", ""))]


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return "，".join(f"{key} {text}" for key, text in value.items())
    return "、".join(map(str, value)) if isinstance(value, list) else str(value) or "（空白）"
