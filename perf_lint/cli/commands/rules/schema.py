"""`perf-lint rules schema`: print the JSON Schema of a rule file, for editors."""

from __future__ import annotations

import json

import click

from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language_option
from perf_lint.cli.streams import write
from perf_lint.model.words import Lang


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say(
        "输出规则文件的 JSON Schema，供编辑器补全和检查。", "Print the JSON Schema of a rule file, for editors."
    )
    return Command("schema", say=say, callback=schema, words=words, params=[language_option(say)])


def schema() -> int:
    """Print the schema."""
    from perf_lint.pack.authoring import rule_schema

    write(json.dumps(rule_schema(), ensure_ascii=False, indent=1) + "\n")
    return 0
