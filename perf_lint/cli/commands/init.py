"""`perf-lint init`: write a commented configuration file."""

from __future__ import annotations

import click

from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language, language_option
from perf_lint.cli.streams import note
from perf_lint.config import ConfigError, unwritable
from perf_lint.model.words import Lang, Words

FILE = "perf-lint.yaml"


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say(f"在当前目录写一个带说明的 {FILE}。", f"Write a commented {FILE} in this folder.")
    force = click.Option(["--force"], is_flag=True, help=say("覆盖已有的文件", "Overwrite the file if it exists."))
    return Command("init", say=say, callback=init, words=words, params=[force, language_option(say)])


def init(*, force: bool) -> int:
    """Write the file; raise ConfigError where one exists already."""
    from perf_lint.config.template import TEMPLATE

    lang = language()
    try:
        with open(FILE, "w" if force else "x", encoding="utf-8") as handle:
            handle.write(TEMPLATE.to(lang))
    except FileExistsError as error:
        words = Words(f"已经有 {FILE} 了，要覆盖请加 --force", f"{FILE} exists already; use --force to overwrite it")
        raise ConfigError(words) from error
    except OSError as error:
        raise unwritable(FILE, error) from error
    note(Words(f"已写入 {FILE}", f"wrote {FILE}").to(lang))
    return 0
