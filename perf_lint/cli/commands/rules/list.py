"""`perf-lint rules list`: list the rules of a run, as the configuration selects them."""

from __future__ import annotations

import json
from typing import Any

import click

from perf_lint import config
from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language_option, selection_options, stated, text_or_json
from perf_lint.cli.streams import write
from perf_lint.model.finding import RuleInfo
from perf_lint.model.terms import CONFIDENCE_WORDS, SEVERITY_WORDS
from perf_lint.model.words import Lang, Words
from perf_lint.text.width import pad


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say("列出将要使用的规则。", "List the rules that a run would use.")
    params: list[click.Parameter] = [text_or_json(say), *selection_options(say), language_option(say)]
    return Command("list", say=say, callback=list_rules, words=words, params=params)


def list_rules(*, form: str, config_file: str | None, **settings: Any) -> int:
    """Print one line a rule."""
    from perf_lint import api

    chosen = config.resolve((), config_file, stated(**settings)).settings
    pack = api.pack_of(chosen)
    rules = [pack.infos(chosen.lang)[code] for code in sorted(pack.infos(chosen.lang))]
    write(_as_json(rules) if form == "json" else _as_text(rules, pack.names, chosen.lang))
    return 0


def _as_json(rules: list[RuleInfo]) -> str:
    names = ("code", "name", "title", "severity", "confidence", "why", "fix", "not_a_problem_when", "basis")
    records = [{name: getattr(rule, name) for name in names} for rule in rules]
    return json.dumps(records, ensure_ascii=False, indent=1) + "\n"


def _as_text(rules: list[RuleInfo], packs: tuple[str, ...], lang: Lang) -> str:
    rows = [
        f"{pad(rule.code, 9)}{pad(SEVERITY_WORDS[rule.severity].to(lang), 9)}"
        f"{pad(CONFIDENCE_WORDS[rule.confidence].to(lang), 9)}{rule.title}"
        for rule in rules
    ]
    counted = Words(f"{len(rules)} 条规则（{'、'.join(packs)}）", f"{len(rules)} rules ({', '.join(packs)})").to(lang)
    return "\n".join([*rows, "", counted, ""])
