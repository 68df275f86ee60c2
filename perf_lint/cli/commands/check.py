"""`perf-lint check`: check files and folders, and write reports."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from perf_lint.cli import checking
from perf_lint.cli.group import Command, Say, say_in
from perf_lint.cli.options import FormatOption, color_option, language_option, run_options, selection_options
from perf_lint.model.terms import FAIL_ON
from perf_lint.model.words import Lang


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    paths = click.Argument(["paths"], nargs=-1, metavar=say("文件或目录…", "PATH…"))
    words = say(
        "检查文件或目录（不写就是当前目录）里的绩效目标表，默认在屏幕上报告。\n\n"
        "退出码：0 没有达到 --fail-on 的问题；1 有；2 有文件、配置或规则不能用；3 没有可检查的表。",
        "Check the forms in files or folders, by default in the current one.\n\n"
        "Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 unusable input or rule; 3 nothing to check.",
    )
    params: list[click.Parameter] = [paths, *_report_options(say), *selection_options(say), *run_options(say)]
    return Command("check", say=say, callback=check, words=words, params=[*params, language_option(say)])


def check(**given: Any) -> int:
    """Run the check with the language that was stated before the command, and give the exit code."""
    return checking.check(stated=click.get_current_context().find_root().obj, **given)


def _report_options(say: Say) -> list[click.Parameter]:
    option = partial(click.Option, show_default=False)
    return [
        FormatOption(say),
        option(
            ["--fail-on"],
            type=click.Choice(FAIL_ON),
            help=say("到哪一级时退出码为 1（默认 error）", "Severity at which the exit code is 1 (default error)."),
        ),
        color_option(say),
        option(
            ["--verbose", "-v"],
            is_flag=True,
            help=say("展开提示，并列出没有问题的表", "Unfold hints, list clean forms."),
        ),
        option(
            ["--allow-no-form"],
            is_flag=True,
            help=say("没有可检查的表时退出码为 0（供钩子用）", "Exit with 0 where there is no form (for hooks)."),
        ),
        option(
            ["--cluster"],
            metavar=say("地址", "ADDRESS"),
            help=say("交给这个 Dask 集群（需要 dask 扩展）", "Work on this Dask cluster (the dask extra)."),
        ),
        option(
            ["--show-config"], is_flag=True, help=say("显示每项设置的值和来处", "Show every setting and its origin.")
        ),
    ]
