from perf_lint.cli.progress import Bar, progress


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_a_short_run_draws_nothing(capsys):
    clock = Clock()
    bar = Bar("zh", clock)
    clock.now = 0.5
    bar.advance(1, 2)
    bar.clear()
    assert capsys.readouterr().err == ""


def test_a_long_run_draws_now_and_then_and_wipes_itself_away(capsys):
    clock = Clock()
    bar = Bar("zh", clock)
    for done, now in ((1, 0.5), (2, 0.8), (3, 0.85), (4, 1.0)):
        clock.now = now
        bar.advance(done, 4)
    bar.clear()
    drawn = capsys.readouterr().err
    assert drawn == (
        "\r\x1b[2m检查 ━━━━━━━━━━━━━━────────────── 2/4  每秒 2.5 个，还要 0:01\x1b[0m\x1b[K"
        "\r\x1b[2m检查 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 4/4  每秒 4.0 个，还要 0:00\x1b[0m\x1b[K"
        "\r\x1b[K"
    )


def test_the_time_left_follows_from_the_rate_so_far(capsys):
    clock = Clock()
    bar = Bar("en", clock)
    clock.now = 10.0
    bar.advance(2_000, 100_000)
    assert "2000/100000  200/s, 8:10 left" in capsys.readouterr().err


def test_nobody_looks_at_a_pipe(monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: False, raising=False)
    with progress("zh") as advance:
        assert advance is None


def test_a_terminal_gets_a_bar(monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with progress("en") as advance:
        assert advance is not None
        advance(1, 1)
