"""`perf-lint baseline`: keep what is known today, and see only what is new."""

from __future__ import annotations

import click

from perf_lint.cli.group import Group, say_in
from perf_lint.cli.options import language_option
from perf_lint.model.words import Lang


def build(lang: Lang) -> click.Command:
    """Build the group."""
    say = say_in(lang)
    words = say("把现有问题记为基线，以后只看新出现的。", "Record today's findings, then see only new ones.")
    return Group("baseline", __name__, lang, words, (language_option(say),))
