"""`perf-lint rules diff`: say how two packs differ, rule by rule or in what they find in files."""

from __future__ import annotations

import click

from perf_lint.cli.group import Command, say_in
from perf_lint.cli.options import language, language_option
from perf_lint.cli.outcome import CLEAN, FOUND, UNUSABLE
from perf_lint.cli.streams import write
from perf_lint.model.words import Lang, Words


def build(lang: Lang) -> click.Command:
    """Build the command."""
    say = say_in(lang)
    words = say(
        "比较两个规则包（或一个包的两个版本）：有哪些规则不同；给出文件或目录，就比较在其中查出的问题有哪些不同。\n\n"
        "退出码：0 没有不同；1 有不同；2 有文件或规则包不能用。",
        "Compare two packs, or two versions of one: which rules differ; with files, which findings.\n\n"
        "Exit codes: 0 no difference; 1 some; 2 unusable files or packs.",
    )
    params: list[click.Parameter] = [
        click.Argument(["old"], metavar=say("旧规则包", "OLD")),
        click.Argument(["new"], metavar=say("新规则包", "NEW")),
        click.Argument(["paths"], nargs=-1, metavar=say("文件或目录…", "PATH…")),
        click.Option(["--profile"], metavar=say("名称", "NAME"), help=say("规则的档次", "Profile of the rules.")),
        language_option(say),
    ]
    return Command("diff", say=say, callback=diff, words=words, params=params)


def diff(*, old: str, new: str, paths: tuple[str, ...], profile: str | None) -> int:
    """Print one line a difference; give 1 where there is one."""
    lang = language()
    if paths:
        return _findings(old, new, paths, profile or "", lang)
    from perf_lint.pack.checked import checked
    from perf_lint.pack.difference import differences

    found = differences(checked((old,)).data, checked((new,)).data)
    said = [f"{entry.mark} {entry.code}  {entry.what.to(lang)}\n" for entry in found]
    write("".join(said) or Words("没有不同\n", "no difference\n").to(lang))
    return FOUND if found else CLEAN


def _findings(old: str, new: str, paths: tuple[str, ...], profile: str, lang: Lang) -> int:
    """Check the files with both packs and print what differs."""
    from perf_lint import api
    from perf_lint.cli.pack_comparison import lines, pairs
    from perf_lint.cli.streams import columns
    from perf_lint.cli.written import note_unusable
    from perf_lint.config import Settings

    before, after = (api.lint(paths, Settings(packs=(name,), profile=profile, lang=lang)) for name in (old, new))
    write("".join(f"{line}\n" for line in lines(before, after, lang, columns())))
    note_unusable(after, lang)
    if any(file.problem is not None for file in after.files):
        return UNUSABLE
    return FOUND if any(pair.mark for pair in pairs(before, after)) else CLEAN
