"""`perf-lint show`: print the forms of files as they were read."""

from __future__ import annotations

import click

from perf_lint import config
from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import color_option, config_option, language_option, stated, text_or_json
from perf_lint.cli.outcome import CLEAN, NOTHING, UNUSABLE
from perf_lint.cli.streams import columns, wants_colour, write
from perf_lint.model.finding import FileReport
from perf_lint.model.words import Lang


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say("显示文件里的绩效目标表是怎样被读懂的。", "Show the forms of files as they were read.")
    params: list[click.Parameter] = [
        click.Argument(["paths"], nargs=-1, required=True, metavar=say("文件或目录…", "PATH…")),
        text_or_json(say),
        color_option(say),
        config_option(say),
        language_option(say),
    ]
    return Command("show", say=say, callback=show, words=words, params=params)


def show(*, paths: tuple[str, ...], form: str, color: str, config_file: str | None) -> int:
    """Print every form; give 2 if a file could not be used, 3 if there is no form, else 0."""
    from perf_lint import api

    settings = config.resolve(paths, config_file, stated()).settings
    files = api.show_all(paths, settings)
    if form == "json":
        _as_json(files, settings.lang)
    else:
        _as_text(files, settings.lang, color)
    if any(file.problem is not None for file in files):
        return UNUSABLE
    return CLEAN if any(file.forms for file in files) else NOTHING


def _as_json(files: tuple[FileReport, ...], lang: Lang) -> None:
    import json

    from perf_lint.reporters.form_record import documents_record

    write(json.dumps(documents_record(files, lang), ensure_ascii=False, indent=1) + "\n")


def _as_text(files: tuple[FileReport, ...], lang: Lang, color: str) -> None:
    from perf_lint.reporters.terminal.form import file_lines
    from perf_lint.reporters.terminal.style import printed

    room, colour = columns(), wants_colour(color)
    for file in files:
        write(printed(file_lines(file, lang, room), colour))
