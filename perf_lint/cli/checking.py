"""Run the check that a command line asks for; nothing here needs click, see `cli.plain`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from perf_lint import config
from perf_lint.cli.given import given
from perf_lint.cli.outcome import CLEAN, NOTHING, exit_code
from perf_lint.model.finding import Report
from perf_lint.model.words import Lang


def check(
    *,
    stated: Lang | None,
    paths: tuple[str, ...],
    outputs: tuple[str, ...] = (),
    fail_on: str | None = None,
    color: str = "auto",
    verbose: bool = False,
    show_config: bool = False,
    allow_no_form: bool = False,
    cluster: str | None = None,
    config_file: str | None = None,
    **settings: Any,
) -> int:
    """Run the check as a command line asks and give the exit code; `stated` is the language, where one was stated."""
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
