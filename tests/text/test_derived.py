"""What is kept beside the byte code of the program: given back as it was, or not at all."""

import marshal
import sys

import pytest

from perf_lint.text import derived, kept

DATA = {"a": [1, "二", None, (b"x", True)], ("b", 2): compile("1 + 1", "<here>", "eval")}


def the_file(beside):
    (found,) = beside.iterdir()
    return found


def test_data_comes_back_under_its_name_and_key(beside):
    derived.store("things", DATA, "one")
    assert derived.load("things", "one") == DATA
    assert (derived.load("things", "two"), derived.load("others", "one")) == (None, None)
    assert the_file(beside).name == f"things.{sys.implementation.cache_tag}.derived"


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
def test_a_damaged_file_is_ignored(beside, damage):
    derived.store("things", DATA)
    the_file(beside).write_bytes(damage(the_file(beside).read_bytes()))
    assert derived.load("things") is None


@pytest.mark.parametrize("body", [b"", b"\xff\xff", marshal.dumps([1])[:-1]])
def test_what_marshal_cannot_read_is_ignored(beside, body):
    derived.store("things", DATA)
    kept.store(the_file(beside), derived._build(""), body)
    assert derived.load("things") is None


@pytest.mark.parametrize(("where", "what"), [("sys.version", "3.99"), ("perf_lint.text.derived.__version__", "0")])
def test_what_another_python_or_version_kept_is_ignored(beside, monkeypatch, where, what):
    derived.store("things", DATA)
    monkeypatch.setattr(where, what)
    assert derived.load("things") is None
    assert the_file(beside).exists()


def test_nothing_is_written_where_python_writes_nothing(beside, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert not derived.writable()
    derived.store("things", DATA)
    derived.forget_old("*", 0)
    assert list(beside.iterdir()) == []


def test_a_folder_that_may_not_be_written_is_read(beside, monkeypatch):
    derived.store("things", DATA)

    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr("os.open", refuse)
    assert not derived.writable()
    derived.store("things", [])
    assert derived.load("things") == DATA
    assert the_file(beside).exists()


def test_a_folder_that_is_gone_is_no_mistake(beside):
    assert derived.writable()
    beside.rmdir()
    assert not derived.writable()
    derived.store("things", DATA)
    derived.forget_old("*", 0)
    assert derived.load("things") is None


def test_a_program_without_byte_code_keeps_nothing(monkeypatch):
    monkeypatch.setattr(derived, "_folder", lambda: "")
    assert not derived.writable()
    derived.store("things", DATA)
    assert derived.load("things") is None
    assert derived.of_file("things", b"1", int) == 1


def test_what_follows_from_a_file_is_made_once_for_a_content(beside):
    made = []

    def make(content):
        made.append(content)
        return content.decode().split()

    assert [derived.of_file("words", text, make) for text in (b"a b", b"a b", b"a c", b"a c")] == [
        ["a", "b"],
        ["a", "b"],
        ["a", "c"],
        ["a", "c"],
    ]
    assert made == [b"a b", b"a c"]
    assert the_file(beside).exists()


def test_only_the_newest_are_left(beside):
    for number in range(5):
        derived.store(f"pack-{number}", number)
    derived.store("words", 0)
    derived.forget_old("pack-*", 3)
    assert len(list(beside.iterdir())) == 4
    assert derived.load("words") == 0
