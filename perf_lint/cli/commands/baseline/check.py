"""`perf-lint baseline check`: report only what the baseline does not know."""

from __future__ import annotations

from typing import Any

import click

from perf_lint.cli.baseline_run import parameters, settings_of
from perf_lint.cli.checking import run
from perf_lint.cli.group import Command, say_in
from perf_lint.model.words import Lang


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say("检查，只报告基线里没有的问题。", "Check, and report only what the baseline does not know.")
    return Command(
        "check",
        say=say,
        callback=check,
        words=words,
        params=parameters(say, say("只报这个基线文件里没有的", "Report only what this baseline does not know")),
    )


def check(*, paths: tuple[str, ...], **options: Any) -> int:
    """Run the check against the baseline and give its exit code."""
    return run(paths or (".",), settings_of(paths, options), "auto", False)
