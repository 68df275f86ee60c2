"""Packs kept ready beside the program: the same rules, nothing read or written twice, nothing stale or foreign."""

import os

import pytest

from perf_lint.expr import program
from perf_lint.pack import PackError, cache, checked, load, ready
from perf_lint.text import derived
from perf_lint.text.data import rules_dir
from tests.pack.packs import pack, rule
from tests.pack.test_cache import FOUND, findings


@pytest.fixture(autouse=True)
def fresh(monkeypatch, cache_folder, beside):  # noqa: ARG001  # both are this test's own
    monkeypatch.setattr(ready, "_HELD", {})


@pytest.fixture
def mine(tmp_path):
    return pack(tmp_path / "mine", {"XYZ101": rule()})


def run(*packs):
    """Do what a run does: find, and keep what was compiled."""
    found = findings(load(packs))
    ready.keep()
    ready._HELD.clear()
    return found


def refuse(monkeypatch, *names):
    for name in names:
        monkeypatch.setattr(name, lambda *_: pytest.fail("done again"))


READING = "perf_lint.pack.readpack.read_packs"
WRITING = ("perf_lint.expr.program.write_decide", "perf_lint.expr.program.write_part")


def test_a_second_run_reads_no_rule_and_compiles_no_function(mine, monkeypatch, cache_folder):
    assert run(mine) == FOUND
    refuse(monkeypatch, READING, *WRITING, "perf_lint.pack.cache.load", "perf_lint.pack.cache.store")
    assert run(mine) == FOUND
    assert not list(cache_folder.glob("pack-*"))


def test_the_shipped_rules_say_the_same(monkeypatch):
    first = run()
    refuse(monkeypatch, READING, *WRITING)
    assert run() == first


def test_what_a_later_run_compiles_is_added(mine, monkeypatch):
    load([mine])
    ready.keep()
    written = []
    real = program.write_decide
    monkeypatch.setattr(program, "write_decide", lambda source: written.append(1) or real(source))
    assert [run(mine), run(mine), run(mine)] == [FOUND] * 3
    assert written == [1]


def test_nothing_is_written_where_nothing_is_new(mine, beside):
    run(mine)
    before = {path: path.stat().st_mtime_ns for path in beside.iterdir()}
    run(mine)
    assert {path: path.stat().st_mtime_ns for path in beside.iterdir()} == before


def test_a_changed_pack_is_read_again(mine, tmp_path):
    run(mine)
    pack(tmp_path / "mine", {"XYZ101": rule(message="太长了")})
    assert run(mine) == [("XYZ101", "indicators[0].name", "太长了")]
    pack(tmp_path / "mine", {"XYZ101": rule(), "XYZ102": rule("XYZ102")})
    assert [r.code for r in load([mine]).rules] == ["XYZ101", "XYZ102"]
    (tmp_path / "mine" / "XYZ101.yaml").write_text("code: [", "utf-8")
    with pytest.raises(PackError):
        load([mine])


@pytest.mark.parametrize(
    ("where", "what"),
    [
        ("perf_lint.pack.checked.__version__", "0"),
        ("perf_lint.pack.checked.FORMAT", 0),
        ("perf_lint.pack.ready.FORMAT", "0"),
        ("perf_lint.text.derived.__version__", "0"),
        ("sys.version", "3.99"),
        ("perf_lint.pack.checked._language", lambda: b"another"),
        ("perf_lint.pack.checked._generator", lambda: b"another"),
    ],
)
def test_what_another_program_kept_is_not_used(mine, monkeypatch, where, what):
    run(mine)
    monkeypatch.setattr(where, what)
    again = []
    real = program.write_decide
    monkeypatch.setattr(program, "write_decide", lambda source: again.append(1) or real(source))
    assert run(mine) == FOUND
    assert again == [1]


def test_the_generator_is_told_by_its_files(tmp_path, monkeypatch):
    (tmp_path / "codegen.py").write_text("1", "utf-8")
    monkeypatch.setattr(checked.expr, "__path__", [str(tmp_path)])
    first = checked._generator()
    os.utime(tmp_path / "codegen.py", ns=(1, 1))
    assert checked._generator() != first
    monkeypatch.setattr(checked.expr, "__path__", [str(tmp_path / "archive.zip")])
    assert checked._generator() == b""


@pytest.mark.parametrize("damage", [lambda _: b"", lambda stored: stored[:-1], lambda stored: stored[:-9] + b"x" * 9])
def test_a_damaged_file_is_ignored_and_replaced(mine, beside, monkeypatch, damage):
    run(mine)
    (path,) = beside.glob("pack-*")
    path.write_bytes(damage(path.read_bytes()))
    assert run(mine) == FOUND
    refuse(monkeypatch, READING, *WRITING)
    assert run(mine) == FOUND


def test_no_cache_reads_and_writes_nothing(mine, beside, monkeypatch):
    load([mine], cache=False)
    ready.keep()
    assert list(beside.iterdir()) == []
    run(mine)
    refuse(monkeypatch, "perf_lint.pack.ready.load", "perf_lint.pack.ready.store")
    assert findings(load([mine], cache=False)) == FOUND
    ready.keep()


def test_where_nothing_may_be_written_the_cache_folder_serves(mine, beside, cache_folder, monkeypatch):
    monkeypatch.setattr(derived, "writable", lambda: False)
    assert run(mine) == FOUND
    refuse(monkeypatch, READING)
    assert run(mine) == FOUND
    assert (list(beside.iterdir()), len(list(cache_folder.glob("pack-*")))) == ([], 2)


def test_nothing_of_the_cache_folder_gets_beside_the_program(mine, cache_folder, monkeypatch):
    monkeypatch.setattr(derived, "writable", lambda: False)
    run(mine)
    path = max(cache_folder.glob("pack-*"), key=lambda path: path.stat().st_size)
    key = path.stem.removeprefix("pack-")
    forged = cache.load(key)
    forged["rules"][0]["severity"] = "info"
    cache.store(key, forged)
    assert load([mine]).rules[0].severity == "info"  # the folder is the user's
    monkeypatch.setattr(derived, "writable", lambda: True)
    assert load([mine]).rules[0].severity == "warning"
    run(mine)
    assert load([mine]).rules[0].severity == "warning"


@pytest.mark.skipif(os.name != "posix", reason="rights of files as on POSIX")
def test_own_packs_are_for_nobody_else_to_read(mine, beside):
    run(mine)
    (path,) = beside.glob("pack-*")
    assert path.stat().st_mode & 0o777 == 0o600
    path.unlink()
    run(str(rules_dir() / "core"))
    (path,) = beside.glob("pack-*")
    derived.store("plain", [])
    (plain,) = beside.glob("plain*")
    assert path.stat().st_mode == plain.stat().st_mode
