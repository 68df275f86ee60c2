"""`perf-lint check`: check files and folders, and write reports."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import click

from perf_lint import config
from perf_lint.cli.group import Command, Say, say_in
from perf_lint.cli.options import FormatOption, given, language_option, run_options, selection_options
from perf_lint.cli.outcome import CLEAN, NOTHING, exit_code
from perf_lint.model.finding import Report
from perf_lint.model.terms import FAIL_ON
from perf_lint.model.words import Lang


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    paths = click.Argument(["paths"], nargs=-1, metavar=say("文件或目录…", "PATH…"))
    words = say(
        "检查文件或目录里的绩效目标表，默认在屏幕上报告。\n\n"
        "退出码：0 没有达到 --fail-on 的问题；1 有；2 有文件、配置或规则不能用；3 没有可检查的表。",
        "Check the forms in files or folders.\n\n"
        "Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 unusable input or rule; 3 nothing to check.",
    )
    params: list[click.Parameter] = [paths, *_report_options(say), *selection_options(say), *run_options(say)]
    return Command("check", say=say, callback=check, words=words, params=[*params, language_option(say)])


def check(
    *,
    paths: tuple[str, ...],
    outputs: tuple[str, ...],
    fail_on: str | None,
    color: str,
    verbose: bool,
    show_config: bool,
    allow_no_form: bool,
    cluster: str | None,
    config_file: str | None = None,
    **settings: Any,
) -> int:
    """Run the check and give the exit code."""
    stated = click.get_current_context().find_root().obj
    resolved = config.resolve(paths, config_file, _given(outputs, fail_on, stated, settings))
    if show_config:
        from perf_lint.cli.show_config import settings_text
        from perf_lint.cli.streams import write

        write(settings_text(resolved))
        return 0
    code = run(paths or (".",), resolved.settings, color, verbose, cluster)
    return CLEAN if code == NOTHING and allow_no_form else code


def run(
    paths: tuple[str, ...], settings: config.Settings, color: str, verbose: bool, cluster: str | None = None
) -> int:
    """Check `paths`, write every output, and give the exit code."""
    from perf_lint.cli.outputs import checked, write_all
    from perf_lint.cli.progress import progress

    outputs = checked(settings.outputs)
    try:
        with progress(settings.lang) as advance:
            report = _lint(paths, settings, advance, cluster)
    except KeyboardInterrupt as stop:
        finished: Report | None = getattr(stop, "report", None)
        if finished is not None:
            write_all(finished, outputs, settings.lang, color, verbose)
        raise
    write_all(report, outputs, settings.lang, color, verbose)
    return exit_code(report, settings.fail_on)


def _lint(
    paths: tuple[str, ...], settings: config.Settings, advance: Callable[[int, int], None] | None, cluster: str | None
) -> Report:
    if cluster:
        from perf_lint.distributed import lint_cluster

        spread: Report = lint_cluster(paths, settings, cluster, advance)
        return spread
    from perf_lint import api

    return api.lint(paths, settings, advance)


def _given(
    outputs: tuple[str, ...], fail_on: str | None, stated: Lang | None, settings: dict[str, Any]
) -> dict[str, object]:
    from perf_lint.config.settings import parse_output

    formats = tuple(parse_output(entry) for entry in outputs)
    return given(outputs=formats, fail_on=fail_on, lang=stated, **settings)


def _report_options(say: Say) -> list[click.Parameter]:
    option = partial(click.Option, show_default=False)
    return [
        FormatOption(say),
        option(
            ["--fail-on"],
            type=click.Choice(FAIL_ON),
            help=say("到哪一级时退出码为 1（默认 error）", "Severity at which the exit code is 1 (default error)."),
        ),
        option(
            ["--color"],
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            help=say("是否用颜色（默认 auto，遵从 NO_COLOR）", "Colours (default auto, honours NO_COLOR)."),
        ),
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
