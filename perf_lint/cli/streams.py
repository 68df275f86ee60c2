"""Prepare standard output: UTF-8 on every system, colours only where they are seen and wanted."""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper

PIPE_COLUMNS = 80
MOST_COLUMNS = 110
"""Longer lines are tiring to read."""


def use_utf8() -> None:
    """Write UTF-8 whatever the locale says; what UTF-8 cannot hold is written as its code."""
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
    """Write to standard output."""
    if isinstance(content, bytes):
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
    else:
        sys.stdout.write(content)


def note(text: str) -> None:
    """Write a line for people to standard error, away from machine output."""
    sys.stderr.write(f"{text}\n")


def abandon() -> None:
    """Point standard output at nothing, after its reader has gone away."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())
