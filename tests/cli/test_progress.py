import subprocess
import sys
from io import StringIO

from rich.console import Console

from perf_lint.cli.progress import Bar, progress


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def bar_on(lang, clock):
    """Give a bar and the text that it is drawn into, as on a terminal of 80 columns without colours."""
    screen = StringIO()
    return Bar(lang, clock, Console(file=screen, force_terminal=True, width=80, color_system=None)), screen


def last_drawn(bar, screen):
    """Give what stands on the screen now; drawing does not wait for the refresh of the terminal."""
    screen.seek(0)
    screen.truncate()
    bar.drawn.refresh()
    return screen.getvalue().replace("\r\x1b[2K", "")


def test_a_short_run_draws_nothing():
    clock = Clock()
    bar, screen = bar_on("zh", clock)
    clock.now = 0.5
    bar.advance(1, 2)
    bar.clear()
    assert screen.getvalue() == ""


def test_a_long_run_shows_count_and_rate():
    clock = Clock()
    bar, screen = bar_on("zh", clock)
    clock.now = 0.8
    bar.advance(2, 4)
    shown = last_drawn(bar, screen)
    bar.clear()
    assert shown.startswith("检查 ━━━━━━━━━━━━━━")
    assert "2/4 每秒 2.5 个 还要 " in shown


def test_the_rate_is_that_of_the_whole_run():
    clock = Clock()
    bar, screen = bar_on("en", clock)
    for done, clock.now in ((10, 1.0), (2_000, 10.0)):
        bar.advance(done, 100_000)
    shown = last_drawn(bar, screen)
    bar.clear()
    assert "2000/100000 200.0/s left " in shown.replace("  ", " ")


def test_the_bar_is_wiped_away():
    clock = Clock()
    bar, screen = bar_on("zh", clock)
    clock.now = 1.0
    bar.advance(4, 4)
    bar.clear()
    assert screen.getvalue().endswith("\x1b[1A\x1b[2K")


def test_nobody_looks_at_a_pipe(monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: False, raising=False)
    with progress("zh") as advance:
        assert advance is None


def test_a_terminal_gets_a_bar(monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with progress("en") as advance:
        assert advance is not None
        advance(1, 1)


def test_a_short_run_does_not_import_rich():
    program = (
        "import sys; from perf_lint.cli.progress import Bar; bar = Bar('zh', lambda: 0.0);"
        "bar.advance(1, 2); bar.clear(); sys.exit('rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
