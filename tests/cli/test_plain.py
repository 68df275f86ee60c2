"""Plain lines are read as click reads them; whatever is not plain is left to click."""

import random
import subprocess
import sys

import click
import pytest

from perf_lint.cli.plain import plain_check
from perf_lint.cli.tree import root

LEFT_OUT = (None, (), False, "auto")
WORDS = (
    *("表.txt", "一个目录", "a b.docx", "", "-", "--", "check", "hook", "json", "json=报告.json", "error", "never", "red", "zh"),
    *("--profile", "--config", "--baseline", "--format", "-f", "--select", "--ignore", "--pack", "--exclude"),
    *("--fail-on", "--color", "--lang", "--verbose", "-v", "--allow-no-form", "--no-cache", "--show-config", "--help"),
    *("--profile=hook", "--format=json", "--select=", "--verbose=1", "-fjson", "-f=json", "-vv", "--fail-on=error"),
    *("--color=never", "--lang=en", "--lang=fr", "--prof", "--jobs", "-j", "2", "--cluster", "--nope", "-1", "--ignore=-X"),
)  # fmt: skip


def by_click(argv):
    """Give what click would call the command with, less what is left out; None where it would not call it."""
    group = root("zh")
    try:
        command = group.get_command(group.make_context("perf-lint", list(argv)), argv[0])
        found = command.make_context(argv[0], list(argv[1:])).params
    except (click.UsageError, click.exceptions.Exit):
        return None
    return stated(found)


def stated(params):
    return {
        name: value for name, value in params.items() if value not in LEFT_OUT or (value is False and name == "cache")
    }


def test_a_plain_line_means_what_click_says():
    chance = random.Random(7)
    plain = 0
    for _ in range(4000):
        argv = ["check", *chance.choices(WORDS, k=chance.randrange(6))]
        read = plain_check(argv)
        if read is not None:
            plain += 1
            assert stated(read) == by_click(argv), argv
    assert plain > 400


@pytest.mark.parametrize(
    ("argv", "read"),
    [
        (["check"], {"paths": ()}),
        (["check", "a.txt", "b"], {"paths": ("a.txt", "b")}),
        (
            ["check", "--profile", "hook", "--allow-no-form", "a.txt", "b.docx"],
            {"paths": ("a.txt", "b.docx"), "profile": "hook", "allow_no_form": True},
        ),
        (
            ["check", "-f", "json", "a", "--format=csv=报告.csv", "--no-cache", "-v"],
            {"paths": ("a",), "outputs": ("json", "csv=报告.csv"), "cache": False, "verbose": True},
        ),
        (["check", "a", "--fail-on", "info", "--fail-on=never", "--lang", "en"], {"paths": ("a",), "fail_on": "never"}),
        (["check", "--select", "SUM", "--select", "VAL", "a"], {"paths": ("a",), "select": ("SUM", "VAL")}),
    ],
)
def test_what_is_plain(argv, read):
    assert plain_check(argv) == read


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["show", "a"],
        ["--lang", "en", "check", "a"],
        ["check", "--help"],
        ["check", "-"],
        ["check", "--", "a"],
        ["check", ""],
        ["check", "--profile"],
        ["check", "--profile="],
        ["check", "--profile", "--verbose"],
        ["check", "--color", "red"],
        ["check", "--lang", "fr"],
        ["check", "--jobs", "2"],
        ["check", "-fjson"],
        ["check", "-f=json"],
        ["check", "--prof", "hook"],
        ["check", "--verbose=1"],
    ],
)
def test_what_is_left_to_click(argv):
    assert plain_check(argv) is None


@pytest.mark.parametrize(("argv", "imported"), [(["check"], "[]"), (["check", "--jobs", "1"], "['click']")])
def test_click_is_imported_only_where_it_is_needed(form, argv, imported):
    script = (
        f"import sys; from perf_lint.cli.main import run; run({[*argv, form()]}); "
        "print(sorted(set(sys.modules) & {'click'}), file=sys.stderr)"
    )
    call = [sys.executable, "-c", script]
    subprocess.run(call, capture_output=True, check=False, timeout=60)  # fills the cache of checked rules
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == f"{imported}\n"
