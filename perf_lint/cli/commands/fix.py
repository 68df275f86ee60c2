"""`perf-lint fix`: show or write the repairs that need no judgement."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from perf_lint import config
from perf_lint.cli.group import Command, Say, say_in
from perf_lint.cli.options import given, language_option, run_options, selection_options
from perf_lint.cli.outcome import CLEAN, NOTHING, UNUSABLE
from perf_lint.cli.streams import note, write
from perf_lint.cli.written import beside, folder_option, force_option, save_copy
from perf_lint.model.finding import FileReport, Report
from perf_lint.model.words import Lang, Words
from perf_lint.reporters.places import place_words


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say(
        "显示可以放心改的写法问题；加 --write 写出改好的副本（原文件不动），加 --in-place 改原文件并留备份。",
        "Show the safe repairs; --write saves a repaired copy, --in-place changes the file and keeps a backup.",
    )
    return Command("fix", say=say, callback=fix, words=words, params=_params(say))


def _params(say: Say) -> list[click.Parameter]:
    return [
        click.Argument(["paths"], nargs=-1, required=True, metavar=say("文件或目录…", "PATH…")),
        click.Option(
            ["--diff", "mode"], flag_value="diff", default="diff", help=say("只显示（默认）", "Only show (default).")
        ),
        click.Option(["--write", "mode"], flag_value="write", help=say("写出改好的副本", "Write a repaired copy.")),
        click.Option(
            ["--in-place", "mode"],
            flag_value="in-place",
            help=say("改原文件，留 .bak 备份", "Change the file, keep .bak."),
        ),
        click.Option(
            ["--unsafe"],
            is_flag=True,
            help=say("连同需要人确认的改法", "Also the repairs that a person should confirm."),
        ),
        folder_option(say),
        force_option(say),
        *selection_options(say),
        *run_options(say),
        language_option(say),
    ]


def fix(*, paths: tuple[str, ...], config_file: str | None = None, **options: Any) -> int:
    """Show or write; give 2 if a file could not be used or written, 3 if there is no form, else 0."""
    from perf_lint import api

    asked = {name: options.pop(name) for name in ("mode", "unsafe", "folder", "force")}
    stated = click.get_current_context().find_root().obj
    settings = config.resolve(paths, config_file, given(lang=stated, **options)).settings
    report = api.lint(paths, settings)
    done = [_one(file, report, asked, settings.lang) for file in report.files if file.forms or file.problem]
    if not all(done):
        return UNUSABLE
    return CLEAN if done else NOTHING


def _one(file: FileReport, report: Report, asked: dict[str, Any], lang: Lang) -> bool:
    from perf_lint.readers.base import ReadError
    from perf_lint.writeback.edits import edits_of
    from perf_lint.writeback.formats import fixer

    if file.problem is not None:
        note(f"{file.path}：{file.problem.to(lang)}")
        return False
    edits = edits_of(report.findings, file.path, unsafe=asked["unsafe"])
    apply = fixer(file.format) if "!" not in file.path else None
    if not edits:
        note(Words(f"{file.path}：没有可以放心改的", f"{file.path}: nothing to repair").to(lang))
        return True
    if apply is None:
        note(
            Words(
                f"{file.path}：这种格式不能改写，请另存为 docx、xlsx 或文本后再改",
                f"{file.path}: this format cannot be changed; save it as docx, xlsx or text first",
            ).to(lang)
        )
        return bool(asked["mode"] == "diff")
    try:
        data = Path(file.path).read_bytes()
        content, made = apply(data, file.path, edits)
        for edit in made:
            where = place_words(edit.place, lang)
            write(f"{file.path} {where} {edit.rule}\n  - {edit.old}\n  + {edit.new}\n")
        if len(made) < len(edits):
            left = len(edits) - len(made)
            note(Words(f"{file.path}：{left} 处不能自动改", f"{file.path}: {left} not changed").to(lang))
        if made and asked["mode"] != "diff":
            _save(file.path, data, content, asked, lang)
    except (ReadError, config.ConfigError) as error:
        note(f"{file.path}：{error.words.to(lang)}")
        return False
    return True


def _save(path: str, before: bytes, content: bytes, asked: dict[str, Any], lang: Lang) -> None:
    if asked["mode"] == "in-place":
        backup = Path(f"{path}.bak")
        save_copy(backup, before, asked["force"])
        save_copy(Path(path), content, force=True)
        note(Words(f"已改 {path}，原样留在 {backup}", f"changed {path}; the original is {backup}").to(lang))
        return
    target = beside(path, Words("-已改", "-fixed").to(lang), "", asked["folder"])
    save_copy(target, content, asked["force"])
    note(Words(f"已写入 {target}", f"wrote {target}").to(lang))
