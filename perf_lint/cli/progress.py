"""Show how far a long run has come: on a terminal only, and only once it has taken a moment."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from perf_lint.model.words import Lang, Words

PATIENCE = 0.7
"""Seconds before a bar is shown: short runs stay quiet."""
EVERY = 0.1
"""Seconds between two drawings."""
BAR_COLUMNS = 28

Advance = Callable[[int, int], None]
"""Tell how many files are done, and how many there are."""


@contextmanager
def progress(lang: Lang) -> Iterator[Advance | None]:
    """Give a function to call after each file, or None where nobody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    bar = Bar(lang, time.monotonic)
    try:
        yield bar.advance
    finally:
        bar.clear()


class Bar:
    """A single line on standard error, drawn over itself."""

    def __init__(self, lang: Lang, clock: Callable[[], float]) -> None:
        self.label = Words("检查", "checking").to(lang)
        self.clock = clock
        self.next = clock() + PATIENCE
        self.drawn = False

    def advance(self, done: int, total: int) -> None:
        """Draw the bar, unless it was drawn a moment ago."""
        if self.clock() < self.next:
            return
        self.next = self.clock() + EVERY
        self.drawn = True
        filled = BAR_COLUMNS * done // max(total, 1)
        bar = "━" * filled + "─" * (BAR_COLUMNS - filled)
        sys.stderr.write(f"\r\x1b[2m{self.label} {bar} {done}/{total}\x1b[0m\x1b[K")
        sys.stderr.flush()

    def clear(self) -> None:
        """Wipe the bar away."""
        if self.drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
