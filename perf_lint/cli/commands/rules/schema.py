"""`perf-lint rules schema`: print the JSON Schema of a rule file, for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language_option
from perf_lint.cli.streams import write
from perf_lint.config import unwritable
from perf_lint.model.words import Lang


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say(
        "输出规则文件的 JSON Schema，供编辑器补全和检查。", "Print the JSON Schema of a rule file, for editors."
    )
    output = click.Option(
        ["--output", "-o"],
        metavar=say("文件", "FILE"),
        help=say("写到文件", "Write to this file."),
    )
    return Command("schema", say=say, callback=schema, words=words, params=[output, language_option(say)])


def schema(*, output: str | None) -> int:
    """Print the schema, or write it; raise ConfigError where that fails."""
    from perf_lint.pack.authoring import rule_schema

    text = json.dumps(rule_schema(), ensure_ascii=False, indent=1) + "\n"
    if output is None:
        write(text)
        return 0
    try:
        Path(output).write_text(text, "utf-8")
    except OSError as error:
        raise unwritable(output, error) from error
    return 0
