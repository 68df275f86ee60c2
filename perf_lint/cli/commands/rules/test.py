"""`perf-lint rules test`: run the examples that every rule carries."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from perf_lint import config
from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language_option
from perf_lint.cli.streams import write
from perf_lint.model.words import Lang, Words


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
    """Print every difference; give 1 where there is one, 3 where no rule was meant."""
    lang: Lang = click.get_current_context().find_root().obj or "zh"
    rules = failed = examples = 0
    for path in _files(wanted, packs):
        number, lines = _outcome(path, lang)
        rules, failed, examples = rules + 1, failed + bool(lines), examples + number
        write("".join(f"{line}\n" for line in lines))
    write(
        Words(
            f"{rules} 条规则，{examples} 个示例，{failed} 条规则与示例不符\n",
            f"{rules} rules, {examples} examples, {failed} rules differ from their examples\n",
        ).to(lang)
    )
    return 3 if not rules else 1 if failed else 0


def _files(wanted: tuple[str, ...], packs: tuple[str, ...]) -> Iterator[Path]:
    """Give the rule files that are meant: named files, else those of the packs whose code fits."""
    from perf_lint.pack.locate import rule_files, shipped
    from perf_lint.pack.readpack import with_bases

    files = [word for word in wanted if word.endswith(".yaml")]
    codes = tuple(word.upper() for word in wanted if word not in files)
    yield from (_existing(file) for file in files)
    if files and not codes:
        return
    settings = config.resolve().settings
    for folder in with_bases(list(packs or settings.packs or shipped())):
        yield from (path for path in rule_files(folder) if not codes or path.stem.startswith(codes))


def _existing(file: str) -> Path:
    if not os.path.isfile(file):
        raise config.ConfigError(Words(f"没有文件 {file}", f"there is no file {file}"))
    return Path(file)


def _outcome(path: Path, lang: Lang) -> tuple[int, list[str]]:
    """Give the number of examples of a rule file, and how they differ from what the file expects."""
    from perf_lint.pack import PackError, Rule
    from perf_lint.pack.readpack import authorities_of
    from perf_lint.pack.readrule import read_rule, validated
    from perf_lint.pack.rulefile import RuleFile
    from perf_lint.pack.testing import run_examples
    from perf_lint.pack.yamlfile import read_yaml

    name = f"{path.parent.name}/{path.name}"
    try:
        known = authorities_of(path.parent) if (path.parent / "pack.yaml").is_file() else {}
        authorities = {ref: authority.printed() for ref, authority in known.items()}
        rule = Rule(read_rule(path, path.parent.name, authorities, name))
        results = run_examples(rule, validated(read_yaml(path, name), RuleFile))
    except PackError as error:
        return 0, str(error).splitlines()
    lines = []
    for result in results:
        if result.differences:
            kind = Words("坏" if result.kind == "bad" else "好", result.kind).to(lang)
            head = Words(f"{name}：第 {result.number} 个示例（{kind}）", f"{name}: example {result.number} ({kind})")
            lines += [head.to(lang), *(f"  {difference}" for difference in result.differences)]
    return len(results), lines
