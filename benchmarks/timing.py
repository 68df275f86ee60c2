"""Time whole processes in turn (A B C A B C …), so that a slow moment of the machine meets all alike."""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple

_CACHE = tempfile.TemporaryDirectory()
ENVIRONMENT = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
ENVIRONMENT["PERF_LINT_CACHE_DIR"] = _CACHE.name
"""Python's own settings, so that byte code is kept as in an installed program, and a cache that only it has written."""


class Taken(NamedTuple):
    """What a process took: seconds of processor time and of the wall clock."""

    cpu: float
    wall: float


def once(command: Sequence[str]) -> Taken:
    """Run a command; its findings and its exit code do not matter, a crash does."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    code = subprocess.run(
        command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    ).returncode
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if code not in (0, 1):
        raise SystemExit(f"{code}: {' '.join(command)}")
    return Taken(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)


def in_turn(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, Taken]:
    """Give the medians of several rounds; a first round fills caches and is not counted."""
    found: dict[str, list[Taken]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            taken = once(command)
            if number:
                found[name].append(taken)
    return {
        name: Taken(median(one.cpu for one in runs), median(one.wall for one in runs)) for name, runs in found.items()
    }


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a Markdown table: the first column is text, the others are numbers."""
    lines = [" | ".join(head), "|".join(["---", *["---:"] * (len(head) - 1)]), *(" | ".join(row) for row in rows)]
    return "\n".join(f"| {line} |" if number != 1 else f"|{line}|" for number, line in enumerate(lines)) + "\n"
