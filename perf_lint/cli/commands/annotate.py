"""`perf-lint annotate`: copy each file with its findings at their cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from perf_lint import config
from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language_option, run_options, selection_options, stated
from perf_lint.cli.outcome import CLEAN, NOTHING, UNUSABLE
from perf_lint.cli.streams import note
from perf_lint.cli.written import Copies, at_file, folder_option, force_option
from perf_lint.model.finding import FileReport, Report
from perf_lint.model.words import Lang, Words
from perf_lint.model.written import ANNOTATED

PAGE = ".html"


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say(
        "给每个文件做一份带批注的副本：Word、Excel 用批注，PDF 用高亮，文本写成网页。原文件不动。",
        "Write a copy of each file with the findings at their cells: comments in Word and Excel, highlights in PDF,\n"
        "a web page for text. The original is not touched.",
    )
    params: list[click.Parameter] = [
        click.Argument(["paths"], nargs=-1, required=True, metavar=say("文件或目录…", "PATH…")),
        folder_option(say),
        force_option(say),
        *selection_options(say),
        *run_options(say),
        language_option(say),
    ]
    return Command("annotate", say=say, callback=annotate, words=words, params=params)


def annotate(
    *, paths: tuple[str, ...], folder: str | None, force: bool, config_file: str | None = None, **options: Any
) -> int:
    """Write the copies; give 2 if a file could not be used or written, 3 if there is no form, else 0."""
    from perf_lint import api

    settings = config.resolve(paths, config_file, stated(**options)).settings
    report = api.lint(paths, settings).loaded()
    copies = Copies(folder, force, ANNOTATED)
    names = [file.path for file in report.files]
    files = [file for file in report.files if not copies.is_copy(file.path, names)]
    done = [_one(file, report, copies, settings.lang) for file in files if file.forms or file.problem]
    if not all(done):
        return UNUSABLE
    return CLEAN if done else NOTHING


def _one(file: FileReport, report: Report, copies: Copies, lang: Lang) -> bool:
    """Write one copy and say so; false where that failed, which is said too."""
    from perf_lint.readers.base import ReadError
    from perf_lint.writeback.formats import TEXT_FORMATS

    if file.problem is not None:
        note(at_file(file.path, file.problem, lang))
        return False
    try:
        content, ending = _content(file, report, lang)
        target = copies.save(file.path, ending, content, lang)
    except (ReadError, config.ConfigError) as error:
        note(at_file(file.path, error.words, lang))
        return False
    count = sum(finding.place.file == file.path for finding in report.findings)
    note(_written(target, count, ending == PAGE and file.format not in TEXT_FORMATS).to(lang))
    return True


def _written(target: Path, count: int, instead: bool) -> Words:
    page = (
        Words("；这种文件不能加批注，写成了网页", "; such files hold no comments, so it is a page")
        if instead
        else Words("", "")
    )
    return Words(f"{target}（批注 {count} 处{page.zh}）", f"{target} ({count} notes{page.en})")


def _content(file: FileReport, report: Report, lang: Lang) -> tuple[bytes, str]:
    """Give the annotated copy and its suffix; what cannot hold comments becomes a page that shows both."""
    from perf_lint.readers.inputs import STDIN, Input, content
    from perf_lint.writeback.formats import annotator, true_suffix

    found = annotator(file.format) if file.path != STDIN else None
    if found is not None:
        write, ending = found
        written = write(content(Input(file.path)), file.path, report, lang)
        return written, ending or true_suffix(file.format, file.path)
    from perf_lint.cli.outputs import encoded
    from perf_lint.cli.written import only
    from perf_lint.reporters import html

    return encoded(html.render(only(report, file), lang)), PAGE
