"""`perf-lint rules explain`: say what a rule wants, why, and how to deal with it."""

from __future__ import annotations

from typing import Any

import click

from perf_lint import config
from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language, language_option, pack_option
from perf_lint.cli.streams import columns, write
from perf_lint.model.terms import CONFIDENCE_WORDS, SEVERITY_WORDS
from perf_lint.model.words import Lang, Words
from perf_lint.text.width import pad, wrap

LABELS = {
    "why": Words("为什么", "Why"),
    "fix": Words("怎么改", "What to do"),
    "not_a_problem_when": Words("不算问题", "Not a problem"),
}
BASIS = Words("依据", "Basis")
PARAMS = Words("参数", "Parameters")
VARIES = Words("（有的情形级别不同）", " (in some cases another)")
PACK = Words("规则包", "Pack")
LABEL_COLUMNS = {"zh": 10, "en": 15}


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say("说明规则：为什么、怎么改、什么时候不算问题。", "Explain rules: why, what to do, when not a problem.")
    params: list[click.Parameter] = [
        click.Argument(["codes"], nargs=-1, required=True, metavar=say("编号…", "CODE…")),
        pack_option(say),
        language_option(say),
    ]
    return Command("explain", say=say, callback=explain, words=words, params=params)


def explain(*, codes: tuple[str, ...], packs: tuple[str, ...]) -> int:
    """Print a page for each code; raise ConfigError for an unknown one."""
    from perf_lint.pack.locate import shipped

    lang = language()
    settings = config.resolve().settings
    rules = _rules(packs or settings.packs)
    if not packs and any(code.upper() not in rules for code in codes):
        rules = _rules(tuple(shipped())) | rules  # a rule of a pack that is not in use deserves an answer too
    for code in codes:
        rule = rules.get(code.upper())
        if rule is None:
            raise _unknown(code, list(rules))
        write(_page(rule, lang, columns()))
    return 0


def _rules(packs: tuple[str, ...]) -> dict[str, Any]:
    from perf_lint.pack import load

    return {rule.code: rule for rule in reversed(load(packs, profile="auditor", select=("*",)).rules)}


def _page(rule: Any, lang: Lang, room: int) -> str:
    info = rule.info(lang)
    severity = SEVERITY_WORDS[info.severity].to(lang) + (VARIES.to(lang) if _varies(rule) else "")
    traits = f"{severity} · {CONFIDENCE_WORDS[info.confidence].to(lang)} · {info.name}"
    lines = [f"{info.code}  {info.title}", traits, ""]
    rows = [(words, getattr(info, name)) for name, words in LABELS.items()]
    rows += [(BASIS, basis) for basis in info.basis]
    rows += [(PARAMS, _param(name, entry, lang)) for name, entry in rule.data["params"].items()]
    rows.append((PACK, rule.pack))
    lines += [line for label, text in rows if text for line in _row(label.to(lang), text, lang, room)]
    return "\n".join([*lines, "", ""])


def _varies(rule: Any) -> bool:
    """Tell whether the rule sets the severity itself, case by case."""
    return rule.said["level"] is not None


def _param(name: str, entry: dict[str, Any], lang: Lang) -> str:
    said = entry["doc"] if lang == "zh" else entry["doc_en"]
    return f"{name} = {entry['default']}" + (f"  {said}" if said else "")


def _row(label: str, text: str, lang: Lang, room: int) -> list[str]:
    indent = LABEL_COLUMNS[lang]
    first, *rest = wrap(text, room - indent)
    return [f"{pad(label, indent)}{first}", *(" " * indent + line for line in rest)]


def _unknown(code: str, known: list[str]) -> config.ConfigError:
    from perf_lint.text.spelling import near_name

    near = near_name(code.upper(), known, 0.5)
    return config.ConfigError(Words(f"没有规则「{code}」{near.zh}", f"there is no rule “{code}”{near.en}"))
