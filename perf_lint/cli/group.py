"""Find commands by listing a folder, import only the one that runs, and print help in the chosen language."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module, util

import click

from perf_lint.cli.streams import write
from perf_lint.model.words import Lang
from perf_lint.text.width import pad, width, wrap

Say = Callable[[str, str], str]
"""Choose between a Chinese and an English text."""


COLUMNS = 79


def say_in(lang: Lang) -> Say:
    """Give the chooser for `lang`."""
    return (lambda zh, _en: zh) if lang == "zh" else (lambda _zh, en: en)


class UnknownCommandError(click.UsageError):
    """A command that does not exist."""

    def __init__(self, name: str, known: Sequence[str], ctx: click.Context) -> None:
        super().__init__(name, ctx)
        self.name = name
        self.known = known


class Context(click.Context):
    """A context whose help is laid out for full-width text."""

    def make_formatter(self) -> click.HelpFormatter:
        """Give the formatter in the command's language."""
        return Formatter(getattr(self.command, "say", say_in("zh")))


class Command(click.Command):
    """A command that speaks the chosen language."""

    context_class = Context

    def __init__(
        self, name: str, *, say: Say, callback: Callable[..., object], words: str, params: list[click.Parameter]
    ) -> None:
        super().__init__(name, callback=callback, params=params, help=words, options_metavar=say("[选项]", "[OPTIONS]"))
        self.say = say
        self._own_help = _help_option(say)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:  # noqa: ARG002
        """Give `--help` in the chosen language."""
        return self._own_help


class Group(click.Group):
    """A group whose commands are the modules of a package; each has `build(lang)`."""

    context_class = Context

    def __init__(self, name: str, package: str, lang: Lang, words: str, params: Sequence[click.Parameter] = ()) -> None:
        self.say = say_in(lang)
        super().__init__(
            name,
            params=list(params),
            help=words,
            options_metavar=self.say("[选项]", "[OPTIONS]"),
            subcommand_metavar=self.say("命令 …", "COMMAND …"),
            no_args_is_help=True,
        )
        self._own_help = _help_option(self.say)
        self.package = package
        self.lang = lang
        self._built: dict[str, click.Command] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Name the commands, in alphabetical order."""
        spec = util.find_spec(self.package)
        folders = spec.submodule_search_locations if spec else None
        entries = [entry.name for folder in folders or () for entry in os.scandir(folder)]
        return sorted(name.removesuffix(".py") for name in entries if not name.startswith(("_", ".")))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and build one command; None where there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        if cmd_name not in self._built:  # click asks twice
            self._built[cmd_name] = import_module(f"{self.package}.{cmd_name}").build(self.lang)
        return self._built[cmd_name]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, each with the whole first line of its help."""
        built = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, (command.help or "").splitlines()[0]) for name, command in built if command is not None]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command to run; raise UnknownCommandError for a name that is none."""
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise UnknownCommandError(args[0], self.list_commands(ctx), ctx)
        return super().resolve_command(ctx, args)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:  # noqa: ARG002
        """Give `--help` in the chosen language."""
        return self._own_help


class Formatter(click.HelpFormatter):
    """Help whose columns hold with full-width characters."""

    def __init__(self, say: Say) -> None:
        super().__init__(width=COLUMNS)
        self.say = say

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        self.write(f"{prefix or self.say('用法：', 'Usage: ')}{prog} {args}\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs, wrapped."""
        for paragraph in text.splitlines():
            for line in wrap(paragraph, COLUMNS - self.current_indent):
                self.write(f"{' ' * self.current_indent}{line}".rstrip() + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names and their explanations in two columns; a long name takes a line of its own."""
        listed = list(rows)
        first = max((width(name) for name, _ in listed if width(name) <= col_max), default=0) + col_spacing
        indent = " " * self.current_indent
        for name, text in listed:
            lines = wrap(text, COLUMNS - first - self.current_indent)
            if width(name) > col_max:
                self.write(f"{indent}{name}\n")
            else:
                self.write(f"{indent}{pad(name, first)}{lines.pop(0)}\n")
            for line in lines:
                self.write(f"{indent}{' ' * first}{line}\n")

    def write_heading(self, heading: str) -> None:
        """Write a section's heading, translated."""
        headings = {"Options": "选项：", "Commands": "命令："}
        self.write(f"{' ' * self.current_indent}{self.say(headings.get(heading, heading), f'{heading}:')}\n")


def _help_option(say: Say) -> click.Option:
    """Make `--help`; click's own looks for translations of its text, at every start."""
    text = say("显示这段说明", "Show this help.")
    return click.Option(["--help"], is_flag=True, is_eager=True, expose_value=False, callback=_show_help, help=text)


def _show_help(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        write(f"{ctx.get_help()}\n")
        ctx.exit()
