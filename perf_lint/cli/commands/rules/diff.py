"""`perf-lint rules diff`: say how two packs, or two versions of one, differ rule by rule."""

from __future__ import annotations

from typing import Any

import click

from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language_option
from perf_lint.cli.streams import write
from perf_lint.model.words import Lang, Words

FIELDS = {
    "severity": Words("级别", "severity"),
    "confidence": Words("把握", "confidence"),
    "status": Words("状态", "status"),
    "title": Words("标题", "title"),
    "applies_to": Words("适用", "applies to"),
    "params": Words("参数", "parameters"),
    "basis": Words("依据", "basis"),
    "trees": Words("判断", "logic"),
    "explain": Words("说明", "explanation"),
}
"""What is compared; short values are shown, long ones only named."""
SHOWN = ("severity", "confidence", "status")


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say("比较两个规则包（或一个包的两个版本）有哪些规则不同。", "Compare two packs, or two versions of one.")
    params: list[click.Parameter] = [
        click.Argument(["old"], metavar=say("旧规则包", "OLD")),
        click.Argument(["new"], metavar=say("新规则包", "NEW")),
        language_option(say),
    ]
    return Command("diff", say=say, callback=diff, words=words, params=params)


def diff(*, old: str, new: str) -> int:
    """Print one line a difference; give 1 where there is one."""
    from perf_lint.pack.checked import checked

    lang: Lang = click.get_current_context().find_root().obj or "zh"
    before, after = _by_code(checked((old,))), _by_code(checked((new,)))
    lines = [
        line for code in sorted({*before, *after}) for line in _rule(code, before.get(code), after.get(code), lang)
    ]
    same = Words("没有不同", "no difference").to(lang)
    write("".join(f"{line}\n" for line in lines or [same]))
    return 1 if lines else 0


def _by_code(data: dict[str, Any]) -> dict[str, Any]:
    return {rule["code"]: rule for rule in data["rules"]}


def _rule(code: str, old: dict[str, Any] | None, new: dict[str, Any] | None, lang: Lang) -> list[str]:
    index = 0 if lang == "zh" else 1
    if old is None and new is not None:
        return [f"+ {code}  {new['title'][index]}"]
    if new is None and old is not None:
        return [f"- {code}  {old['title'][index]}"]
    if old is None or new is None:
        return []
    changed = [_change(name, old[name], new[name], lang) for name in FIELDS if old[name] != new[name]]
    comma = "，" if lang == "zh" else ", "
    return [f"~ {code}  {comma.join(changed)}"] if changed else []


def _change(name: str, old: Any, new: Any, lang: Lang) -> str:
    label = FIELDS[name].to(lang)
    return f"{label} {old} → {new}" if name in SHOWN else label
