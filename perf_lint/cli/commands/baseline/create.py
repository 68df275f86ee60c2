"""`perf-lint baseline create`: record all findings of today."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from perf_lint.cli.baseline_run import everything, parameters, settings_of
from perf_lint.cli.group import Command, say_in
from perf_lint.cli.outcome import exit_code
from perf_lint.cli.streams import note
from perf_lint.cli.written import force_option, refuse_existing
from perf_lint.model.words import Lang, Words


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say("检查，并把查到的问题全部记入基线文件。", "Check, and record every finding in the baseline file.")
    return Command(
        "create",
        say=say,
        callback=create,
        words=words,
        params=[*parameters(say, say("写到这个文件", "Write to this file")), force_option(say)],
    )


def create(*, paths: tuple[str, ...], force: bool = False, **options: Any) -> int:
    """Write the file; give 2 if an input could not be used, 3 if there is no form, else 0."""
    from perf_lint.config.baseline_file import write_baseline
    from perf_lint.engine import baseline

    settings = settings_of(paths, options)
    refuse_existing(Path(settings.baseline), force, Words("--baseline 写到别的文件", "--baseline for another file"))
    report = everything(paths, settings)
    write_baseline(settings.baseline, baseline.create(report.findings))
    number = len(report.findings)
    note(
        Words(f"已把 {number} 个问题记入 {settings.baseline}", f"recorded {number} findings in {settings.baseline}").to(
            settings.lang
        )
    )
    return exit_code(report, "never")
