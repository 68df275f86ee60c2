"""`perf-lint baseline prune`: forget what is repaired."""

from __future__ import annotations

from typing import Any

import click

from perf_lint.cli.baseline_run import everything, parameters, settings_of
from perf_lint.cli.group import Command, say_in
from perf_lint.cli.outcome import exit_code
from perf_lint.cli.streams import note
from perf_lint.model.words import Lang, Words


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say("检查，并从基线里去掉已经改好的问题。", "Check, and take out of the baseline what is repaired.")
    return Command(
        "prune",
        say=say,
        callback=prune,
        words=words,
        params=parameters(say, say("清理这个基线文件", "Prune this baseline")),
    )


def prune(*, paths: tuple[str, ...], **options: Any) -> int:
    """Rewrite the file; nothing new comes in, and what belongs to projects that were not checked stays."""
    from perf_lint.config.baseline_file import read_baseline, write_baseline
    from perf_lint.engine import baseline
    from perf_lint.engine.states import projects_of
    from perf_lint.text.blanks import one_width

    settings = settings_of(paths, options)
    known = read_baseline(settings.baseline)
    report = everything(paths, settings)
    projects = projects_of(report.files)
    kept = baseline.prune(known, report.findings, projects)
    write_baseline(settings.baseline, kept)
    left = len(kept["findings"])
    gone = len(known) - left
    said = Words(f"去掉 {gone} 个已改好的，还剩 {left} 个", f"took out {gone} repaired findings, {left} are left")
    note(said.to(settings.lang))
    unseen = sum(one_width(entry["project"]) not in projects for entry in kept["findings"])
    if unseen:
        note(
            Words(
                f"其中 {unseen} 个的表这次没有查到，原样留着", f"{unseen} of them belong to forms not seen now and stay"
            ).to(settings.lang)
        )
    return exit_code(report, "never")
