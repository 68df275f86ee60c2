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
        self.lang: Lang = lang
        self.clock = clock
        self.start = clock()
        self.next = self.start + PATIENCE
        self.drawn = False

    def advance(self, done: int, total: int) -> None:
        """Draw the bar, unless it was drawn a moment ago."""
        if self.clock() < self.next:
            return
        self.next = self.clock() + EVERY
        self.drawn = True
        filled = BAR_COLUMNS * done // max(total, 1)
        bar = "━" * filled + "─" * (BAR_COLUMNS - filled)
        sys.stderr.write(f"\r\x1b[2m{self.label} {bar} {done}/{total}{self._pace(done, total)}\x1b[0m\x1b[K")
        sys.stderr.flush()

    def _pace(self, done: int, total: int) -> str:
        """Say how many files a second, and how long the rest will take at this rate."""
        rate = done / (self.clock() - self.start)
        left = round((total - done) / rate) if rate else 0
        shown = f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}"
        time_left = f"{left // 60}:{left % 60:02}"
        return Words(f"  每秒 {shown} 个，还要 {time_left}", f"  {shown}/s, {time_left} left").to(self.lang)

    def clear(self) -> None:
        """Wipe the bar away."""
        if self.drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
