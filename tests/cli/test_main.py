import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from perf_lint import __version__, api, reporters
from perf_lint.cli import streams
from perf_lint.cli.main import BROKEN_PIPE, INTERRUPTED, stated_language
from perf_lint.cli.tree import root

COMMANDS = ["annotate", "baseline", "check", "diff", "fix", "init", "report", "rules", "show", "value"]
CJK = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")


def subprocess_of(*argv, **environment):
    return subprocess.run(
        [sys.executable, "-m", "perf_lint", *argv],
        capture_output=True,
        env=os.environ | environment,
        check=False,
        timeout=60,
    )


def test_version(perf_lint):
    assert perf_lint("--version") == (0, f"perf-lint {__version__}\n", "")


def test_without_arguments_it_helps(perf_lint):
    code, out, err = perf_lint()
    assert (code, err) == (0, "")
    assert out.startswith("用法：perf-lint [选项] 命令 …\n")


def test_commands_are_found_by_listing():
    group = root("zh")
    assert set(COMMANDS) <= set(group.list_commands(group.make_context("perf-lint", ["check"])))


def every_command(group, path=()):
    context = group.make_context("perf-lint", [], resilient_parsing=True)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield (*path, name)
        if hasattr(command, "list_commands"):
            yield from every_command(command, (*path, name))


@pytest.mark.parametrize("path", [(), *every_command(root("zh"))], ids=" ".join)
def test_help_in_both_languages(perf_lint, path):
    chinese, english = perf_lint(*path, "--help"), perf_lint(*path, "--help", "--lang", "en")
    assert (chinese[0], english[0]) == (0, 0)
    assert chinese[1].startswith(f"用法：perf-lint {' '.join(path)}".rstrip())
    assert not CJK.search(english[1]), english[1]
    assert "Show this" not in chinese[1]


def test_help_names_the_formats(perf_lint):
    out = "".join(perf_lint("check", "--help")[1].split())
    assert f"可用：{'、'.join(reporters.available())}" in out


@pytest.mark.parametrize(
    ("argv", "zh", "en"),
    [
        (["chek"], "没有命令「chek」，是否想写「check」？", "no such command “chek”; did you mean “check”?"),
        (["explain", "AMT201"], "没有命令「explain」，是否想写「rules explain」？", "no such command “explain”; did you mean “rules explain”?"),
        (["."], "没有命令「.」，是否想写「check .」？", "no such command “.”; did you mean “check .”?"),
        (["rules", "."], "没有命令「.」", "no such command “.”"),
        (["check", "--formt=x"], "没有选项「--formt」，是否想写「--format」？", "no such option “--formt”; did you mean “--format”?"),
        (["show"], "缺少 文件或目录…", "missing PATH…"),
        (["check", "--jobs", "x"], "--jobs 的值不对：应当是不小于 0 的整数", "bad value for --jobs: it must be a whole number, 0 or more"),
        (["check", "--jobs", "-1"], "--jobs 的值不对：应当是不小于 0 的整数", "bad value for --jobs: it must be a whole number, 0 or more"),
        (["check", "--html", "x"], "没有选项「--html」，是否想写「--format html=report.html」？", "no such option “--html”; did you mean “--format html=report.html”?"),
        (["diff", "-o", "x"], "没有选项「-o」，是否想写「--format html=report.html」？", "no such option “-o”; did you mean “--format html=report.html”?"),
        (["fix", "--html"], "没有选项「--html」", "no such option “--html”"),
        (["check", "--nope"], "没有选项「--nope」", "no such option “--nope”"),
        (["check", "--color", "red"], "--color 的值不对：可以是 auto、always、never", "bad value for --color: 'red' is not one of 'auto', 'always', 'never'."),
        (["value"], "命令行有误：给出要读的文字，或用 --stdin", "give texts, or --stdin"),
    ],
)  # fmt: skip
def test_a_wrong_command_line(perf_lint, argv, zh, en):
    code, out, err = perf_lint(*argv)
    assert (code, out, err.splitlines()[0]) == (2, "", f"perf-lint: {zh}")
    assert perf_lint(*argv, "--lang", "en")[2].splitlines()[0] == f"perf-lint: {en}"


@pytest.mark.parametrize(
    ("argv", "environment", "lang"),
    [
        ([], "", None),
        (["check", "--lang", "en"], "", "en"),
        (["--lang=zh"], "en", "zh"),
        ([], "en", "en"),
        ([], "fr", None),
        (["--lang"], "", None),
    ],
)
def test_the_stated_language(monkeypatch, argv, environment, lang):
    monkeypatch.setenv("PERF_LINT_LANG", environment)
    assert stated_language(argv) == lang


def test_an_interrupted_run(perf_lint, form, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "lint", interrupted)
    assert perf_lint("check", form()) == (INTERRUPTED, "", "已中断\n")


def test_a_fault_of_the_program_is_not_hidden(perf_lint, form, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(api, "lint", broken)
    with pytest.raises(ZeroDivisionError):
        perf_lint("check", form())


@pytest.mark.usefixtures("home")
def test_a_reader_that_goes_away():
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "perf_lint", "rules", "list"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (BROKEN_PIPE, b"")


def test_utf8_whatever_the_locale_says():
    done = subprocess_of("value", "≥85%", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "≥85%".encode() in done.stdout


@pytest.mark.parametrize(
    ("choice", "tty", "environment", "coloured"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {}, False),
    ],
)
def test_colours_only_where_wanted(monkeypatch, choice, tty, environment, coloured):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, text in environment.items():
        monkeypatch.setenv(name, text)
    monkeypatch.setattr("sys.stdout.isatty", lambda: tty, raising=False)
    assert streams.wants_colour(choice) is coloured


HEAVY = "rich docx lxml xlsxwriter pypdfium2 jinja2 xlrd pyarrow markdown_it yaml tomllib pydantic lark"


def test_a_check_imports_only_what_it_uses(form):
    script = (
        "import sys; from perf_lint.cli.main import run; "
        f"run(['check', {form()!r}]); print(sorted(set(sys.modules) & set({HEAVY!r}.split())), file=sys.stderr)"
    )
    call = [sys.executable, "-c", script]
    subprocess.run(call, capture_output=True, check=False, timeout=60)  # fills the cache of checked rules
    done = subprocess.run(call, capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == "[]\n"


def test_help_imports_no_rules_and_no_readers():
    script = (
        "import sys; from perf_lint.cli.main import run; run(['--help']); "
        "print([m for m in sys.modules if m.startswith(('perf_lint.engine', 'perf_lint.readers', 'perf_lint.pack', 'yaml', 'lark', 'pydantic'))], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert done.stderr == "[]\n"


def test_a_short_run_leaves_with_its_code_and_all_its_output(perf_lint):
    path = str(Path(__file__).parents[2] / "examples" / "农村公路养护.txt")
    code, out, err = perf_lint("check", path, "--format", "json")
    done = subprocess_of("check", path, "--format", "json")
    assert (code, len(out) > 2000) == (1, True)
    assert (done.returncode, done.stdout.decode(), done.stderr.decode()) == (code, out, err)


@pytest.mark.parametrize("waiting", ["atexit.register(print, 'bye')", "threading.Timer(0, print, ['bye']).start()"])
def test_who_asked_to_be_called_at_the_end_is_called(waiting):
    script = f"import atexit, threading; from perf_lint.cli.main import leave; {waiting}; leave(3)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (3, "bye\n")


@pytest.mark.skipif(os.name != "posix", reason="forks")
@pytest.mark.parametrize(("work", "said"), [("list", "at once\n"), ("threading.Event().wait", "")])
def test_the_end_comes_at_once_when_all_worker_processes_are_gone(work, said):
    script = (
        "import multiprocessing, os, sys, threading; from perf_lint.cli.main import leave; "
        "os._exit = lambda _code: sys.stdout.write('at once\\n'); "
        f"worker = multiprocessing.get_context('fork').Process(target={work}, daemon=True); worker.start(); "
        f"{'worker.join(); ' if said else ''}leave(3)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout) == (3, said)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--version"], "perf-lint: 标准输出写不进去（磁盘已满）\n"),
        (["check", "{form}", "--format", "json"], "perf-lint: 标准输出写不进去（磁盘已满）\n"),
        (["--lang", "en", "check", "{form}"], "perf-lint: cannot write to standard output (No space left on device)\n"),
    ],
)
def test_a_full_disk_is_said(form, argv, said):
    call = [sys.executable, "-m", "perf_lint", *(word.format(form=form()) for word in argv)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (2, said)


@pytest.mark.skipif(os.name != "posix", reason="closes a file descriptor before the start")
@pytest.mark.parametrize("closed", [1, 2])
def test_a_stream_closed_before_the_start_is_one_that_nobody_reads(closed):
    path = str(Path(__file__).parents[2] / "examples" / "农村公路养护.txt")
    call = [sys.executable, "-m", "perf_lint", "check", path]
    done = subprocess.run(
        call, capture_output=True, text=True, check=False, timeout=60, preexec_fn=lambda: os.close(closed)
    )
    assert (done.returncode, done.stderr) == (1, "")
    assert bool(done.stdout) is (closed == 2)
