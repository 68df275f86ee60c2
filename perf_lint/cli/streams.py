"""Prepare standard output: UTF-8 on every system, colours only where they are seen and wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

from perf_lint.model.words import Words
from perf_lint.text.reasons import why
from perf_lint.text.width import harmless

COLOURS = ("auto", "always", "never")
PIPE_COLUMNS = 80
MOST_COLUMNS = 110
"""Longer lines are tiring to read."""


class OutputError(Exception):
    """Standard output takes no more: the disk is full, a connection is gone."""

    def __init__(self, error: OSError) -> None:
        """Keep the reason for people."""
        reason = why(error)
        self.words = Words(f"标准输出写不进去（{reason.zh}）", f"cannot write to standard output ({reason.en})")
        super().__init__(self.words.en)


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says; what UTF-8 cannot hold is written as its code.

    A stream that was closed before the start is one that nobody reads.
    """
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # to the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def wants_colour(choice: str) -> bool:
    """Decide on colours: `always`, `never`, or `auto` (a terminal, no NO_COLOR, no dumb TERM)."""
    if choice != "auto":
        return choice == "always"
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """Give the columns to fill: those of the terminal within reason, else 80."""
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return PIPE_COLUMNS
    import shutil

    return max(40, min(shutil.get_terminal_size((PIPE_COLUMNS, 24)).columns, MOST_COLUMNS))


def write(content: str | bytes) -> None:
    """Write to standard output; raise OutputError where it takes no more."""
    with _told():
        if isinstance(content, bytes):
            sys.stdout.flush()
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)


def finish() -> None:
    """Send off what was written; raise OutputError where it does not arrive."""
    with _told():
        sys.stdout.flush()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon()
        raise OutputError(error) from error


def note(text: str) -> None:
    """Write lines for people to standard error, away from machine output; a file's name in them steers no terminal."""
    sys.stderr.write("".join(f"{harmless(line)}\n" for line in text.split("\n")))


def abandon() -> None:
    """Point standard output at nothing, after its reader has gone away."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
