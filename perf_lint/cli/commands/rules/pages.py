"""`perf-lint rules pages`: write a page of documentation for each rule."""

from __future__ import annotations

from pathlib import Path

import click

from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language_option
from perf_lint.cli.streams import note
from perf_lint.config import ConfigError
from perf_lint.model.words import Lang, Words
from perf_lint.text.reasons import why


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say("由规则文件生成说明页，每条规则一页，另有目录。", "Write a page for each rule, and an index.")
    params: list[click.Parameter] = [
        click.Argument(["folder"], metavar=say("目录", "FOLDER")),
        click.Option(
            ["--pack", "packs"],
            multiple=True,
            metavar=say("规则包", "PACK"),
            help=say("规则包的名称或目录，可多次（默认全部自带的）", "Rule pack by name or folder; repeatable."),
        ),
        language_option(say),
    ]
    return Command("pages", say=say, callback=pages, words=words, params=params)


def pages(*, folder: str, packs: tuple[str, ...]) -> int:
    """Write the pages; raise ConfigError where that fails."""
    from perf_lint.pack import pages as written
    from perf_lint.pack.catalogue import entries

    lang: Lang = click.get_current_context().find_root().obj or "zh"
    found = written.pages(entries(packs))
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        for name, text in found.items():
            Path(folder, name).write_text(text, "utf-8")
    except OSError as error:
        reason = why(error)
        raise ConfigError(Words(f"写不了 {folder}（{reason.zh}）", f"cannot write {folder} ({reason.en})")) from error
    note(Words(f"已写入 {len(found)} 页到 {folder}", f"wrote {len(found)} pages to {folder}").to(lang))
    return 0
