"""`perf-lint rules new`: begin a rule file that passes its own examples."""

from __future__ import annotations

import os

import click

from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language, language_option
from perf_lint.cli.streams import note
from perf_lint.config import ConfigError, unwritable
from perf_lint.model.words import Lang, Words

SINCE = "2026.1"


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say(
        "写一个规则文件的样子，自带示例，改成自己的规则即可。",
        "Begin a rule file, with examples, to make your own rule of.",
    )
    params: list[click.Parameter] = [
        click.Argument(["code"], metavar=say("编号", "CODE")),
        click.Option(
            ["--folder", "-o"],
            default=".",
            metavar=say("目录", "FOLDER"),
            help=say("写到这个目录（默认当前目录）", "Write here (default: this folder)."),
        ),
        language_option(say),
    ]
    return Command("new", say=say, callback=new, words=words, params=params)


def new(*, code: str, folder: str) -> int:
    """Write the file; raise PackError for a malformed code, ConfigError where a file is in the way."""
    from perf_lint.pack.authoring import new_rule

    lang = language()
    code = code.upper()
    content = new_rule(code, SINCE)
    target = os.path.join(folder, f"{code}.yaml")
    try:
        os.makedirs(folder, exist_ok=True)
        with open(target, "x", encoding="utf-8") as handle:
            handle.write(content)
    except FileExistsError as error:
        raise ConfigError(Words(f"已经有 {target} 了", f"{target} exists already")) from error
    except OSError as error:
        raise unwritable(target, error) from error
    here = folder if os.sep in folder or folder.startswith(".") else f".{os.sep}{folder}"
    said = Words(
        f"已写入 {target}；改好后运行 perf-lint rules test {target}\n"
        f"用它检查：perf-lint check --pack {here} 文件（连同自带的规则）",
        f"wrote {target}; edit it, then run perf-lint rules test {target}\n"
        f"to check with it: perf-lint check --pack {here} FILE (the shipped rules stay in use)",
    )
    note(said.to(lang))
    return 0
