"""`perf-lint rules test`: run the examples that every rule carries."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from perf_lint import config
from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language_option
from perf_lint.cli.streams import write
from perf_lint.model.words import Lang, Words

if TYPE_CHECKING:
    from perf_lint.pack import Rule
    from perf_lint.pack.rulefile import RuleFile
    from perf_lint.pack.testing import ExampleResult


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say(
        "运行规则自带的示例：坏的要在指定的位置报出来，好的不能报。",
        "Run the rules' own examples: bad ones must be found at their place, good ones must stay silent.",
    )
    params: list[click.Parameter] = [
        click.Argument(["wanted"], nargs=-1, metavar=say("编号、前缀或文件…", "CODE, PREFIX or FILE…")),
        click.Option(
            ["--pack", "packs"],
            multiple=True,
            metavar=say("规则包", "PACK"),
            help=say("规则包的名称或目录，可多次（默认全部自带的）", "Rule pack by name or folder; repeatable."),
        ),
        language_option(say),
    ]
    return Command("test", say=say, callback=test, words=words, params=params)


def test(*, wanted: tuple[str, ...], packs: tuple[str, ...]) -> int:
    """Print every difference; give 1 where there is one. Raises PackError for rule files with mistakes."""
    from perf_lint.pack.testing import run_examples

    lang: Lang = click.get_current_context().find_root().obj or "zh"
    rules = failed = examples = 0
    for name, rule, file in _rules(wanted, packs):
        results = run_examples(rule, file)
        lines = [line for result in results if result.differences for line in _differences(name, result, lang)]
        rules, failed, examples = rules + 1, failed + bool(lines), examples + len(results)
        write("".join(f"{line}\n" for line in lines))
    said = Words(
        f"{rules} 条规则，{examples} 个示例，{failed} 条规则与示例不符\n",
        f"{rules} rules, {examples} examples, {failed} rules differ from their examples\n",
    )
    write(said.to(lang))
    return 1 if failed else 0


def _rules(wanted: tuple[str, ...], packs: tuple[str, ...]) -> Iterator[tuple[str, Rule, RuleFile]]:
    """Give the rules that are meant: in named files, else those of the packs whose code fits."""
    from perf_lint.pack.catalogue import entries

    files = [word for word in wanted if word.endswith(".yaml")]
    codes = [word.upper() for word in wanted if word not in files]
    yield from map(_from_file, files)
    if codes or not files:
        settings = config.resolve().settings
        for entry in entries(packs or settings.packs, codes):
            yield f"{entry.rule.pack}/{entry.path.name}", entry.rule, entry.file


def _from_file(file: str) -> tuple[str, Rule, RuleFile]:
    """Read one rule file; one that lies in a pack is read as that pack's."""
    from perf_lint.pack import Rule
    from perf_lint.pack.catalogue import entries
    from perf_lint.pack.readrule import read_rule, validated
    from perf_lint.pack.rulefile import RuleFile
    from perf_lint.pack.yamlfile import read_yaml

    path = Path(file)
    if not path.is_file():
        raise config.ConfigError(Words(f"没有文件 {file}", f"there is no file {file}"))
    if (path.parent / "pack.yaml").is_file():
        entry = next(entry for entry in entries([str(path.parent.resolve())], [path.stem]))
        return file, entry.rule, entry.file
    return file, Rule(read_rule(path, path.parent.name, {}, file)), validated(read_yaml(path, file), RuleFile)


def _differences(name: str, result: ExampleResult, lang: Lang) -> list[str]:
    kind = Words("坏" if result.kind == "bad" else "好", result.kind).to(lang)
    head = Words(f"{name}：第 {result.number} 个示例（{kind}）", f"{name}: example {result.number} ({kind})")
    return [head.to(lang), *(f"  {difference}" for difference in result.differences)]
