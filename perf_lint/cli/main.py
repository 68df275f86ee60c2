"""Run the command line: choose the language, run one command, turn every failure into a message and an exit code."""

from __future__ import annotations

import atexit
import gc
import os
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

import click

from perf_lint import __version__
from perf_lint.cli.group import Group, say_in
from perf_lint.cli.options import language_option
from perf_lint.cli.streams import abandon, finish, note, use_utf8, write
from perf_lint.model.words import Lang, Words

UNUSABLE = 2
INTERRUPTED = 130
BROKEN_PIPE = 141


def main(argv: Sequence[str] | None = None) -> None:
    """Run and exit."""
    use_utf8()
    leave(run(list(sys.argv[1:] if argv is None else argv)))


def leave(code: int) -> NoReturn:
    """End the process, without taking Python apart where nobody asked to be called at the end.

    Of a short run, the last search for cycles and the freeing of every object take a sixth.
    """
    gc.freeze()
    if atexit._ncallbacks() == 0 and threading.active_count() == 1:  # noqa: SLF001  # the only way to know
        for stream in filter(None, (sys.stdout, sys.stderr)):
            with suppress(OSError, ValueError):  # whoever read it may have gone away
                stream.flush()
        os._exit(code)
    sys.exit(code)


def run(argv: list[str]) -> int:
    """Run one command line and give its exit code; nothing escapes but a fault of this program."""
    stated = stated_language(argv)
    lang: Lang = stated or "zh"
    try:
        code = _invoke(argv, stated)
        finish()
    except click.UsageError as error:
        _usage(error, lang)
    except click.ClickException as error:
        note(f"perf-lint: {error.format_message()}")
    except (KeyboardInterrupt, click.Abort):
        note(Words("已中断", "interrupted").to(lang))
        return INTERRUPTED
    except BrokenPipeError:
        abandon()
        return BROKEN_PIPE
    except Exception as error:
        said = _said(error, lang)
        if said is None:
            raise
        note(f"perf-lint: {said}")
    else:
        return code
    return UNUSABLE


def stated_language(argv: Sequence[str]) -> Lang | None:
    """Find the language before anything is parsed, because help and errors speak it too; None where none is stated."""
    chosen = os.environ.get("PERF_LINT_LANG", "")
    for at, word in enumerate(argv):
        if word == "--lang" and at + 1 < len(argv):
            chosen = argv[at + 1]
        elif word.startswith("--lang="):
            chosen = word.removeprefix("--lang=")
    if chosen == "en":
        return "en"
    return "zh" if chosen == "zh" else None


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


def _invoke(argv: list[str], stated: Lang | None) -> int:
    """Run without click's own `main`, which would turn a closed pipe into a failure."""
    group = root(stated or "zh")
    try:
        with group.make_context("perf-lint", argv or ["--help"], obj=stated) as context:
            result = group.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    return result if isinstance(result, int) else 0


def _version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        write(f"perf-lint {__version__}\n")
        ctx.exit()


def _said(error: Exception, lang: Lang) -> str | None:
    """Give the sentence of an error that was made for people; None for a fault of this program."""
    words = getattr(error, "words", None)
    if isinstance(words, Words):
        path = getattr(error, "path", "")
        return (f"{path}: " if lang == "en" else f"{path}：") + words.to(lang) if path else words.to(lang)
    return None


def _usage(error: click.UsageError, lang: Lang) -> None:
    """Say what is wrong with the command line, and how to get help."""
    from perf_lint.cli.usage import explained

    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        note(error.ctx.get_help() if error.ctx else "")
        return
    note(f"perf-lint: {explained(error, lang)}")
    if error.ctx is not None:
        note(Words(f"用法见 {error.ctx.command_path} --help", f"see {error.ctx.command_path} --help").to(lang))
