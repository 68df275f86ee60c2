"""Find the folder of rules and word lists: inside the installed package, else beside the source tree."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

CHUNK = 1 << 20
"""Bytes read at once; our own files are far smaller."""
_PLAINLY = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)  # a pipe is not waited for


@cache
def rules_dir() -> Path:
    """Give the folder that holds the rule packs and `words/`; raise FileNotFoundError if the installation lacks it."""
    package = Path(__file__).parent.parent
    for candidate in (package / "_rules", package.parent / "rules"):
        if (candidate / "core").is_dir():
            return candidate
    raise FileNotFoundError("perf_lint: the rules folder is missing from this installation")


def content(path: str | Path) -> bytes:
    """Give a small file's bytes with a third of the system calls of `Path.read_bytes`; raise OSError.

    Some hundred and twenty rule files and word lists are read at every start.
    """
    handle = os.open(path, _PLAINLY)
    try:
        parts = []
        while part := os.read(handle, CHUNK):
            parts.append(part)
            if len(part) < CHUNK:  # the end, of a file
                break
        return b"".join(parts)
    finally:
        os.close(handle)


def words_text(name: str) -> str:
    """Give the text of `rules/words/<name>.yaml`; raise OSError."""
    return content(f"{rules_dir()}/words/{name}.yaml").decode("utf-8").replace("\r\n", "\n")
