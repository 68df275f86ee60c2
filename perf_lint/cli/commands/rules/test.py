"""`perf-lint rules test`: run the examples that every rule carries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from perf_lint import config
from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language, language_option, pack_option
from perf_lint.cli.outcome import CLEAN, FOUND
from perf_lint.cli.streams import write
from perf_lint.model.words import Lang, Words

if TYPE_CHECKING:
    from perf_lint.pack.catalogue import Entry
    from perf_lint.pack.testing import ExampleResult


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say(
        "运行规则自带的示例：坏的要在指定的位置报出来，好的不能报。\n\n"
        "给出规则文件、放规则文件的目录、编号或编号的开头；都不写，就运行将要使用的全部规则。",
        "Run the rules' own examples: bad ones must be found at their place, good ones must stay silent.\n\n"
        "Name rule files, folders of rule files, codes or their beginnings; name none for all rules of a run.",
    )
    params: list[click.Parameter] = [
        click.Argument(["wanted"], nargs=-1, metavar=say("文件、目录或编号…", "FILE, FOLDER or CODE…")),
        pack_option(say, shipped=True),
        language_option(say),
    ]
    return Command("test", say=say, callback=test, words=words, params=params)


def test(*, wanted: tuple[str, ...], packs: tuple[str, ...]) -> int:
    """Print every difference; give 1 where there is one. Raises PackError for rule files with mistakes."""
    from perf_lint.pack.testing import run_examples

    lang = language()
    rules = failed = examples = 0
    for name, entry in _entries(wanted, packs):
        results = run_examples(entry.rule, entry.file)
        lines = [line for result in results if result.differences for line in _differences(name, result, lang)]
        rules, failed, examples = rules + 1, failed + bool(lines), examples + len(results)
        write("".join(f"{line}\n" for line in lines))
    write(_counted(rules, examples, failed).to(lang))
    return FOUND if failed else CLEAN


def _counted(rules: int, examples: int, failed: int) -> Words:
    said = (
        Words(f"{failed} 条规则与示例不符", f"{failed} of them differ from their examples")
        if failed
        else Words("全部相符", "all as expected")
    )
    counted = f"{rules} rule{'s' * (rules != 1)}, {examples} example{'s' * (examples != 1)}"
    return Words(f"{rules} 条规则，{examples} 个示例，{said.zh}\n", f"{counted}: {said.en}\n")


def _entries(wanted: tuple[str, ...], packs: tuple[str, ...]) -> Iterator[tuple[str, Entry]]:
    """Give the rules that are meant, each with the name to show: in files and folders, else by code in packs."""
    from perf_lint.pack.catalogue import entries, file_entry, own_entries
    from perf_lint.pack.locate import pack_folder

    codes = []
    for word in wanted:
        path = _path(word)
        if path is None:
            codes.append(word.upper())
        elif path.is_dir():
            for entry in own_entries(pack_folder(str(path.resolve()))):
                yield str(path / entry.path.name), entry
        else:
            yield str(path), file_entry(path)
    if codes or not wanted:
        for entry in entries(packs or config.resolve().settings.packs, codes):
            yield f"{entry.rule.pack}/{entry.path.name}", entry


def _path(word: str) -> Path | None:
    """Tell a file or folder from a code; a code may also mean its file in this folder. Raises ConfigError."""
    path = Path(word)
    if path.exists():
        return path
    if "/" in word or "\\" in word or word.endswith((".yaml", ".yml")):
        raise config.ConfigError(Words(f"没有文件或目录 {word}", f"there is no file or folder {word}"))
    here = Path(f"{word.upper()}.yaml")
    return here if here.is_file() else None


def _differences(name: str, result: ExampleResult, lang: Lang) -> list[str]:
    kind = Words("坏" if result.kind == "bad" else "好", result.kind).to(lang)
    head = Words(f"{name}：第 {result.number} 个示例（{kind}）", f"{name}: example {result.number} ({kind})")
    return [head.to(lang), *(f"  {difference.to(lang)}" for difference in result.differences)]
