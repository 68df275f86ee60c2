"""Show how far a long run has come: on a terminal only, and only once it has taken a moment."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from perf_lint.model.words import Lang, Words

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

PATIENCE = 0.7
"""Seconds before a bar is shown: short runs stay quiet, and rich is not even imported."""

Advance = Callable[[int, int], None]
"""Tell how many files are done, and how many there are."""
LABEL = Words("检查", "checking")
RATE = Words("每秒 {rate:.1f} 个", "{rate:.1f}/s")
LEFT = Words("还要", "left")


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
    """A bar on standard error, made when the run has taken its moment and wiped away at the end."""

    def __init__(self, lang: Lang, clock: Callable[[], float], console: Console | None = None) -> None:
        """Count from now on; `console` is where to draw, standard error by default."""
        self.lang = lang
        self.clock = clock
        self.console = console
        self.start = clock()
        self.drawn: Progress | None = None

    def advance(self, done: int, total: int) -> None:
        """Show how far the run is."""
        passed = self.clock() - self.start
        if self.drawn is None:
            if passed < PATIENCE:
                return
            self.drawn = _drawn(self.lang, self.console)
            self.drawn.add_task(LABEL.to(self.lang), total=total, rate="")
            self.drawn.start()
        rate = RATE.to(self.lang).format(rate=done / passed)
        self.drawn.update(self.drawn.task_ids[0], completed=done, total=total, rate=rate)

    def clear(self) -> None:
        """Wipe the bar away."""
        if self.drawn is not None:
            self.drawn.stop()


def _drawn(lang: Lang, console: Console | None) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(28),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn(LEFT.to(lang)),
        TimeRemainingColumn(compact=True),
        console=console or Console(stderr=True),
        transient=True,
    )
