"""`perf-lint rules`: look at the rules, try them, write new ones."""

from __future__ import annotations

import click

from perf_lint.cli.group import Group, say_in
from perf_lint.cli.options import language_option
from perf_lint.model.words import Lang


def build(lang: Lang) -> click.Command:
    """Build the group."""
    say = say_in(lang)
    words = say("查看、检验规则。", "Look at the rules and try them.")
    return Group("rules", __name__, lang, words, (language_option(say),))
