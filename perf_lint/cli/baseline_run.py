"""Share what the baseline commands have in common: their options, and a run that ignores any baseline."""

from __future__ import annotations

from typing import Any

import click

from perf_lint import config
from perf_lint.cli.group import Say
from perf_lint.cli.options import language_option, run_options, selection_options, stated
from perf_lint.model.finding import Report

FILE = "perf-lint-baseline.json"


def parameters(say: Say, baseline: str) -> list[click.Parameter]:
    """Give the paths and options; `--baseline` names the file, and `baseline` says what it is for."""
    words = f"{baseline}{say(f'（默认 {FILE}）', f' (default: {FILE}).')}"
    paths = click.Argument(["paths"], nargs=-1, metavar=say("文件或目录…", "PATH…"))
    return [paths, *selection_options(say), *run_options(say, words), language_option(say)]


def settings_of(paths: tuple[str, ...], options: dict[str, Any]) -> config.Settings:
    """Resolve the settings; the baseline file gets its usual name where none is given."""
    config_file = options.pop("config_file")
    settings = config.resolve(paths, config_file, stated(**options)).settings
    return settings if settings.baseline else settings._replace(baseline=FILE)


def everything(paths: tuple[str, ...], settings: config.Settings) -> Report:
    """Run without any baseline; name the files that cannot be used."""
    from perf_lint import api
    from perf_lint.cli.progress import progress
    from perf_lint.cli.written import note_unusable

    with progress(settings.lang) as advance:
        report = api.lint(paths or (".",), settings._replace(baseline=""), advance)
    note_unusable(report, settings.lang)
    return report
