"""Explain a wrong command line in both languages."""

from __future__ import annotations

import os
from difflib import get_close_matches

import click

from perf_lint.cli.group import Group, UnknownCommandError
from perf_lint.cli.options import FormatOption
from perf_lint.model.words import Lang, Words
from perf_lint.text.spelling import did_you_mean


def explained(error: click.UsageError, lang: Lang) -> str:
    """Give one sentence; an unknown name gets the nearest one."""
    return _words(error).to(lang)


def _words(error: click.UsageError) -> Words:
    said = error.format_message()
    if isinstance(error, click.NoSuchOption):
        near = _as_format(error) or _near_options(error)
        return _unknown(Words("没有选项", "no such option"), error.option_name, near)
    if isinstance(error, click.MissingParameter):
        name = _name(error)
        return Words(f"缺少 {name}", f"missing {name}")
    if isinstance(error, click.BadParameter):
        problem = _value_problem(error)
        return Words(f"{_name(error)} 的值不对：{problem.zh}", f"bad value for {_name(error)}: {problem.en}")
    if isinstance(error, UnknownCommandError):
        return _unknown(Words("没有命令", "no such command"), error.name, _near_commands(error))
    return Words(f"命令行有误：{said}", said)


def _near_commands(error: UnknownCommandError) -> list[str]:
    """Give the command that is near, the group in front where it stands in one; for a file, to check it."""
    near = get_close_matches(error.name, error.known, n=1)
    context = error.ctx
    if near or context is None or not isinstance(context.command, Group):
        return near
    if context.parent is None and os.path.lexists(error.name):
        return [f"check {error.name}"]
    groups = {name: context.command.get_command(context, name) for name in error.known}
    return [
        f"{name} {error.name}"
        for name, group in groups.items()
        if isinstance(group, Group) and error.name in group.list_commands(context)
    ][:1]


def _near_options(error: click.NoSuchOption) -> list[str]:
    """Give the option that is near without its dashes, which all options share."""
    known = {option.lstrip("-"): option for option in error.possibilities or ()}
    return [known[name] for name in get_close_matches(error.option_name.lstrip("-"), known, n=1, cutoff=0.65)]


def _as_format(error: click.NoSuchOption) -> list[str]:
    """Give what writes a report to somebody who asks for one by an option of its own (--html, -o)."""
    if error.ctx is None or not any(isinstance(param, FormatOption) for param in error.ctx.command.params):
        return []
    from perf_lint import reporters

    name = "html" if error.option_name in ("-o", "--output") else error.option_name.lstrip("-")
    return [f"--format {name}=report.{name}"] if name in reporters.available() else []


def _unknown(what: Words, name: str, near: list[str]) -> Words:
    meant = did_you_mean(near)
    return Words(f"{what.zh}「{name}」{meant.zh}", f"{what.en} “{name}”{meant.en}")


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    return error.param.opts[0] if isinstance(error.param, click.Option) else error.param.human_readable_name


def _value_problem(error: click.BadParameter) -> Words:
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return Words("可以是 " + "、".join(str(choice) for choice in kind.choices), error.message)
    if isinstance(kind, click.IntRange):
        return Words("应当是不小于 0 的整数", "it must be a whole number, 0 or more")
    return Words(error.message, error.message)
