"""Run the command line: choose the language, run one command, turn every failure into a message and an exit code."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from _thread import _count as other_threads  # `threading` itself is not needed for anything else
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from perf_lint.cli.outcome import UNUSABLE
from perf_lint.cli.plain import plain_check
from perf_lint.cli.streams import abandon, finish, note, use_utf8
from perf_lint.model.words import Lang, Words

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
    _release_processes()
    if atexit._ncallbacks() == 0 and other_threads() == 0:  # noqa: SLF001  # the only way to know
        for stream in filter(None, (sys.stdout, sys.stderr)):
            with suppress(OSError, ValueError):  # whoever read it may have gone away
                stream.flush()
        os._exit(code)
    sys.exit(code)


def _release_processes() -> None:
    """Let nobody wait for worker processes at the end where all are gone, as they are after a run."""
    util, process = (sys.modules.get(f"multiprocessing.{name}") for name in ("util", "process"))
    if util is not None and process is not None and not process.active_children():
        atexit.unregister(util._exit_function)  # noqa: SLF001  # as above


def run(argv: list[str]) -> int:
    """Run one command line and give its exit code; nothing escapes but a fault of this program."""
    stated = stated_language(argv)
    lang: Lang = stated or "zh"
    try:
        code = _run(argv, stated)
        finish()
    except KeyboardInterrupt:
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
        return UNUSABLE
    return code


def _run(argv: list[str], stated: Lang | None) -> int:
    """Run a plain check at once, and everything else through click, which takes time to import."""
    given = plain_check(argv)
    if given is not None:
        from perf_lint.cli.checking import check

        return check(stated=stated, **given)
    from perf_lint.cli.tree import invoke

    return invoke(argv, stated)


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


def _said(error: Exception, lang: Lang) -> str | None:
    """Give the sentence of an error that was made for people; None for a fault of this program."""
    words = getattr(error, "words", None)
    if isinstance(words, Words):
        path = getattr(error, "path", "")
        return (f"{path}: " if lang == "en" else f"{path}：") + words.to(lang) if path else words.to(lang)
    return None
