"""Write the tables of functions, macros and fields that the description of the language holds."""

from __future__ import annotations

from perf_lint.expr.labels import labels
from perf_lint.expr.registry import FUNCTIONS
from perf_lint.expr.types import CHINESE
from perf_lint.facts.vocabulary import TYPES

FUNCTIONS_BEGIN, FUNCTIONS_END = "<!-- functions -->", "<!-- /functions -->"
FIELDS_BEGIN, FIELDS_END = "<!-- fields -->", "<!-- /fields -->"


def with_reference(text: str) -> str:
    """Put the current tables between the markers of a page."""
    labels()
    text = _between(text, FUNCTIONS_BEGIN, FUNCTIONS_END, function_table())
    return _between(text, FIELDS_BEGIN, FIELDS_END, field_tables())


def function_table() -> str:
    """Give the functions with their signatures as a Markdown table."""
    lines = ["| 写法 | 说明 | in English |", "|---|---|---|"]
    for name in sorted(FUNCTIONS, key=str.lower):
        lines += [f"| `{entry.signature}` | {entry.zh} | {entry.en} |" for entry in FUNCTIONS[name]]
    return "\n".join(lines)


def field_tables() -> str:
    """Give the fields of every type that rules can see, as Markdown tables."""
    lines = []
    for type_ in sorted(TYPES, key=lambda name: (name not in CHINESE, name)):
        title = f"{type_}（{CHINESE[type_]}）" if type_ in CHINESE else type_
        lines += [f"### {title}", "", "| 字段 | 类型 | 含义 |", "|---|---|---|"]
        lines += [f"| `{name}` | {entry.type} | {entry.doc} |" for name, entry in sorted(TYPES[type_].items())]
        lines.append("")
    return "\n".join(lines).rstrip()


def _between(text: str, begin: str, end: str, content: str) -> str:
    head, found, rest = text.partition(begin)
    if not found or end not in rest:
        raise ValueError(f"the page lacks {begin} … {end}")
    return f"{head}{begin}\n{content}\n{end}{rest.partition(end)[2]}"
