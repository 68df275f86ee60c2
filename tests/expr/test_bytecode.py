"""Byte code of rules kept beside Python's own: found by the whole text, never from a damaged file."""

import builtins
import marshal
import sys
from pathlib import Path

import pytest

from perf_lint.expr import bytecode as module
from perf_lint.expr.bytecode import code_of, keep, reuse
from perf_lint.text import kept

TEXTS = [f"def rule(x):\n return x + {number}" for number in range(4)]


@pytest.fixture
def file(tmp_path, monkeypatch):
    path = tmp_path / "bytecode.cpython-3.rules"
    monkeypatch.setattr(module, "_path", lambda: str(path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return path


@pytest.fixture
def start(file, monkeypatch):
    """Give what begins a run: nothing is known but what the file holds."""

    def begin():
        monkeypatch.setattr(module, "_STORE", module._Store())
        reuse()

    assert not file.exists()
    begin()
    return begin


def result(text):
    namespace = {"__builtins__": {}}
    exec(code_of(text), namespace)
    return namespace["rule"](10)


def refuse(monkeypatch):
    monkeypatch.setattr(builtins, "compile", lambda *_, **__: pytest.fail("compiled again"))


def test_a_kept_function_is_compiled_once(start, monkeypatch):
    assert [result(text) for text in TEXTS] == [10, 11, 12, 13]
    keep()
    start()
    refuse(monkeypatch)
    assert [result(text) for text in TEXTS] == [10, 11, 12, 13]


def test_another_text_is_another_function(start):
    result(TEXTS[0])
    keep()
    start()
    assert result(TEXTS[0].replace("+", "-")) == 10
    assert result(TEXTS[0].replace("+ 0", "+ 7")) == 17


def test_nothing_is_written_where_nothing_is_new(start, file):
    result(TEXTS[0])
    keep()
    start()
    file.unlink()
    result(TEXTS[0])
    keep()
    assert not file.exists()


def test_where_it_becomes_too_much_only_the_latest_run_is_kept(start, monkeypatch):
    monkeypatch.setattr(module, "MOST", 3)
    for text in TEXTS[:3]:
        code_of(text)
    keep()
    start()
    for text in TEXTS[2:]:
        code_of(text)
    keep()
    start()
    assert sorted(module._STORE.known) == TEXTS[2:]


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda stored: stored[:-1],
        lambda stored: stored[:-9] + b"x" + stored[-8:],
        lambda stored: stored.partition(b"\n")[2],
        lambda _: b"\x00" * 200,
    ],
)
def test_a_damaged_file_is_ignored_and_replaced(start, file, damage):
    code_of(TEXTS[1])
    keep()
    file.write_bytes(damage(file.read_bytes()))
    start()
    assert module._STORE.known == {}
    assert result(TEXTS[1]) == 11
    keep()
    start()
    assert list(module._STORE.known) == [TEXTS[1]]


@pytest.mark.parametrize("body", [marshal.dumps([1]), b"", b"\xff\xff"])
def test_content_of_another_shape_is_ignored(start, file, body):
    kept.store(file, module._build(), body)
    start()
    assert module._STORE.known == {}


def test_code_of_another_build_of_python_is_ignored(start, monkeypatch):
    code_of(TEXTS[0])
    keep()
    monkeypatch.setattr(module.sys, "version", "3.99")
    start()
    assert module._STORE.known == {}


def test_nothing_is_written_where_python_may_not(start, file, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    code_of(TEXTS[0])
    keep()
    start()
    assert not file.exists()


def test_a_program_without_a_cache_reads_and_writes_none(file, monkeypatch):
    monkeypatch.setattr(module, "_STORE", module._Store())
    assert result(TEXTS[0]) == 10
    keep()
    assert not file.exists()


def test_a_folder_that_cannot_be_written_is_no_mistake(start, tmp_path, monkeypatch):
    (tmp_path / "plain").write_text("x", "utf-8")
    monkeypatch.setattr(module, "_path", lambda: str(tmp_path / "plain" / "below"))
    code_of(TEXTS[0])
    keep()
    start()
    assert result(TEXTS[0]) == 10


def test_the_file_lies_beside_the_byte_code_of_this_module():
    own = Path(module.__spec__.cached)
    assert Path(module._path()) == own.with_suffix(".rules")
    assert own.parent.name == "__pycache__" or sys.pycache_prefix
