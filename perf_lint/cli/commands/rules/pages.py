"""`perf-lint rules pages`: write a page of documentation for each rule."""

from __future__ import annotations

from pathlib import Path

import click

from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language, language_option, pack_option
from perf_lint.cli.streams import note
from perf_lint.config import unwritable
from perf_lint.model.words import Lang, Words


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say("由规则文件生成说明页，每条规则一页，另有目录。", "Write a page for each rule, and an index.")
    params: list[click.Parameter] = [
        click.Argument(["folder"], metavar=say("目录", "FOLDER")),
        pack_option(say, shipped=True),
        language_option(say),
    ]
    return Command("pages", say=say, callback=pages, words=words, params=params)


def pages(*, folder: str, packs: tuple[str, ...]) -> int:
    """Write the pages; raise ConfigError where that fails."""
    from perf_lint.pack import pages as written
    from perf_lint.pack.catalogue import entries

    lang = language()
    found = written.pages(entries(packs))
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        for name, text in found.items():
            Path(folder, name).write_text(text, "utf-8")
    except OSError as error:
        raise unwritable(folder, error) from error
    note(Words(f"已写入 {len(found)} 页到 {folder}", f"wrote {len(found)} pages to {folder}").to(lang))
    return 0
