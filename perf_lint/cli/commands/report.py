"""`perf-lint report`: write the reviewer's three documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from perf_lint import config
from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language_option, run_options, selection_options, stated
from perf_lint.cli.outcome import exit_code
from perf_lint.cli.streams import note
from perf_lint.cli.written import folder_option, force_option, note_unusable, refuse_existing, save_copy
from perf_lint.model.words import Lang, Words
from perf_lint.model.written import REPORTS


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say(
        "为审核人员写三份文件：审核意见.docx、问题清单.xlsx、检查报告.html。",
        "Write three documents for the reviewer: review.docx, findings.xlsx, report.html.",
    )
    params: list[click.Parameter] = [
        click.Argument(["paths"], nargs=-1, required=True, metavar=say("文件或目录…", "PATH…")),
        folder_option(say, say("当前目录", "the current one")),
        force_option(say),
        *selection_options(say),
        *run_options(say),
        language_option(say),
    ]
    return Command("report", say=say, callback=report, words=words, params=params)


def report(
    *, paths: tuple[str, ...], folder: str | None, force: bool, config_file: str | None = None, **options: Any
) -> int:
    """Write the documents; give 2 if an input or a rule could not be used, 3 if there is no form, else 0."""
    from perf_lint import api, reporters
    from perf_lint.cli.outputs import encoded
    from perf_lint.cli.progress import progress

    settings = config.resolve(paths, config_file, stated(**options)).settings
    targets = {name: Path(folder or ".") / file.to(settings.lang) for name, file in REPORTS.items()}
    for target in targets.values():
        refuse_existing(target, force)  # all or none: three documents that tell of two runs would mislead
    with progress(settings.lang) as advance:
        found = api.lint(paths, settings, advance)
    for name, target in targets.items():
        module = reporters.load(name)
        assert module is not None
        content = module.render(found, settings.lang)
        save_copy(target, encoded(content), force)
        note(Words(f"已写入 {target}", f"wrote {target}").to(settings.lang))
    note_unusable(found, settings.lang)
    return exit_code(found, "never")
