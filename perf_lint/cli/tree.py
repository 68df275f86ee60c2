"""Build the command tree with click, and run one command of it."""

from __future__ import annotations

import click

from perf_lint import __version__
from perf_lint.cli.group import Group, say_in
from perf_lint.cli.options import language_option
from perf_lint.cli.outcome import UNUSABLE
from perf_lint.cli.streams import note, write
from perf_lint.model.words import Lang, Words


def root(lang: Lang) -> Group:
    """Build the command tree; commands are imported when they are called."""
    say = say_in(lang)
    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_version,
        help=say("显示版本", "Show the version."),
    )
    words = say("检查项目支出预算绩效目标表。", "Check performance-target forms of Chinese budgets.")
    return Group("perf-lint", "perf_lint.cli.commands", lang, words, (version, language_option(say)))


def invoke(argv: list[str], stated: Lang | None) -> int:
    """Run the command that a line names, and give its exit code; a line that cannot be used is explained.

    click's own `main` would turn a closed pipe into a failure.
    """
    lang: Lang = stated or "zh"
    group = root(lang)
    try:
        with group.make_context("perf-lint", argv or ["--help"], obj=stated) as context:
            result = group.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.UsageError as error:
        _explain(error, lang)
        return UNUSABLE
    except click.ClickException as error:
        note(f"perf-lint: {error.format_message()}")
        return UNUSABLE
    return result if isinstance(result, int) else 0


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        write(f"perf-lint {__version__}\n")
        ctx.exit()


def _explain(error: click.UsageError, lang: Lang) -> None:
    """Say what is wrong with the command line, and how to get help."""
    from perf_lint.cli.usage import explained

    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        note(error.ctx.get_help() if error.ctx else "")
        return
    note(f"perf-lint: {explained(error, lang)}")
    if error.ctx is not None:
        note(Words(f"用法见 {error.ctx.command_path} --help", f"see {error.ctx.command_path} --help").to(lang))
