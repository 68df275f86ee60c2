"""`perf-lint fix`: show or write the repairs that need no judgement."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from perf_lint import config
from perf_lint.cli.group import Command, Say, say_in
from perf_lint.cli.options import language, language_option, run_options, selection_options, stated
from perf_lint.cli.outcome import CLEAN, NOTHING, UNUSABLE
from perf_lint.cli.streams import note, write
from perf_lint.cli.written import Copies, at_file, folder_option, force_option, save_copy
from perf_lint.model.finding import FileReport, Report
from perf_lint.model.words import Lang, Words
from perf_lint.model.written import FIXED
from perf_lint.reporters.places import place_words
from perf_lint.text.width import visible

if TYPE_CHECKING:
    from perf_lint.writeback.edits import Edit
    from perf_lint.writeback.formats import Fix

MODES = ("diff", "write", "in_place")
ONE_MODE = Words("--diff、--write、--in-place 只能选一个", "choose one of --diff, --write and --in-place")
NOTHING_TO_DO = Words("没有可以放心改的", "nothing to repair")
NOT_WRITABLE = Words(
    "这种格式不能改写，请另存为 docx、xlsx 或文本后再改",
    "this format cannot be changed; save it as docx, xlsx or text first",
)
IN_ARCHIVE = Words(
    "压缩包里的文件不能就地修改，请用 --write 写出副本", "a file in an archive cannot be changed in place; use --write"
)


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
        click.Option(["--diff"], is_flag=True, help=say("只显示（默认）", "Only show (default).")),
        click.Option(["--write"], is_flag=True, help=say("写出改好的副本", "Write a repaired copy.")),
        click.Option(["--in-place"], is_flag=True, help=say("改原文件，留 .bak 备份", "Change the file, keep .bak.")),
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

    asked = {name: options.pop(name) for name in ("unsafe", "folder", "force")}
    asked["mode"] = _mode([name for name in MODES if options.pop(name)])
    settings = config.resolve(paths, config_file, stated(**options)).settings
    report = api.lint(paths, settings).loaded()
    copies = Copies(asked["folder"], asked["force"], FIXED)
    names = [file.path for file in report.files]
    files = [file for file in report.files if not copies.is_copy(file.path, names)]
    done = [_one(file, report, asked, copies, settings.lang) for file in files if file.forms or file.problem]
    if not all(done):
        return UNUSABLE
    return CLEAN if done else NOTHING


def _mode(chosen: Sequence[str]) -> str:
    if len(chosen) > 1:
        raise click.UsageError(ONE_MODE.to(language()), click.get_current_context())
    return chosen[0] if chosen else "diff"


def _one(file: FileReport, report: Report, asked: dict[str, Any], copies: Copies, lang: Lang) -> bool:
    """Show or write the repairs of one file; false where that failed, which is said."""
    from perf_lint.readers.base import ReadError
    from perf_lint.writeback.edits import edits_of
    from perf_lint.writeback.formats import fixer

    if file.problem is not None:
        note(at_file(file.path, file.problem, lang))
        return False
    edits = edits_of(report.findings, file.path, unsafe=asked["unsafe"])
    if not edits:
        note(at_file(file.path, NOTHING_TO_DO, lang))
        return True
    apply = fixer(file.format)
    if apply is None or file.path == "-":
        _show(file.path, edits, lang)
        note(at_file(file.path, NOT_WRITABLE, lang))
        return bool(asked["mode"] == "diff")
    try:
        _apply(file, apply, edits, asked, copies=copies, lang=lang)
    except (ReadError, config.ConfigError) as error:
        note(at_file(file.path, error.words, lang))
        return False
    return True


def _apply(
    file: FileReport, apply: Fix, edits: list[Edit], asked: dict[str, Any], *, copies: Copies, lang: Lang
) -> None:
    from perf_lint.readers.inputs import Input, content
    from perf_lint.writeback.formats import true_suffix

    path = file.path
    data = content(Input(path))
    fixed, made = apply(data, path, edits)
    _show(path, made, lang)
    if len(made) < len(edits):
        left = len(edits) - len(made)
        note(at_file(path, Words(f"{left} 处不能自动改", f"{left} not changed"), lang))
    if not made or asked["mode"] == "diff":
        return
    if asked["mode"] == "in_place":
        _in_place(path, data, fixed, asked["force"], lang)
        return
    target = copies.save(path, true_suffix(file.format, path), fixed, lang)
    note(Words(f"已写入 {target}", f"wrote {target}").to(lang))


def _show(path: str, edits: Sequence[Edit], lang: Lang) -> None:
    for edit in edits:
        place = place_words(edit.place, lang)
        write(f"{visible(f'{path} {place} {edit.rule}')}\n  - {visible(edit.old)}\n  + {visible(edit.new)}\n")


def _in_place(path: str, before: bytes, fixed: bytes, force: bool, lang: Lang) -> None:
    if not Path(path).exists():
        raise config.ConfigError(IN_ARCHIVE)
    backup = Path(f"{path}.bak")
    save_copy(backup, before, force)
    save_copy(Path(path), fixed, force=True)
    note(Words(f"已改 {path}，原样留在 {backup}", f"changed {path}; the original is {backup}").to(lang))
