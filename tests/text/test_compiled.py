"""Patterns kept between runs: the very patterns that `re.compile` makes, and never trusted."""

import os
import re
import subprocess
import sys
from array import array

import pytest

from perf_lint.text import compiled as module
from perf_lint.text import kept
from perf_lint.text.compiled import compiled, keep, reuse

PATTERNS = [
    (r"[\u4e00-\u9fff]{2}率(?!增|提)", 0),
    (r"(?P<number>\d+(?:\.\d+)?)\s*(?P<unit>万元|亿元)?$", 0),
    (r"^(?P<label>.*?[^\d,])\s*(?P<rest>[¥￥]?-?\d+)", re.DOTALL),
    ("开展|举办|组织|召开|完成", 0),
    (r"(?i)ab[c-z]|[^一-鿿]+", re.IGNORECASE | re.MULTILINE),
    ("", 0),
    ("[\ud800-\udfff]", 0),  # half characters are no UTF-8
]


@pytest.fixture
def start(tmp_path, monkeypatch):
    """Give what begins a run: nothing is known but what the folder holds."""
    monkeypatch.setenv("PERF_LINT_CACHE_DIR", str(tmp_path))

    def begin():
        monkeypatch.setattr(module, "_STORE", module._Store())
        reuse()

    begin()
    return begin


def all_compiled():
    return [compiled(text, flags) for text, flags in PATTERNS]


def test_kept_patterns_are_the_patterns_that_re_makes(start, monkeypatch):
    expected = [re.compile(text, flags) for text, flags in PATTERNS]
    assert all_compiled() == expected
    keep()
    start()
    monkeypatch.setattr(module.re, "compile", lambda *_: pytest.fail("compiled again"))
    again = all_compiled()
    assert again == expected
    assert [(p.pattern, p.flags, p.groups, p.groupindex) for p in again] == [
        (p.pattern, p.flags, p.groups, p.groupindex) for p in expected
    ]
    assert again[1].search("共12.5万元").groupdict() == {"number": "12.5", "unit": "万元"}
    assert again[1].search("共12.5万元").lastgroup == "unit"


def test_what_a_later_run_adds_is_kept_with_the_rest(start, tmp_path):
    compiled("甲")
    keep()
    start()
    compiled("乙")
    keep()
    start()
    assert sorted(text for text, _ in module._STORE.known) == ["乙", "甲"]
    written = (tmp_path / module.FILE).stat().st_mtime_ns
    compiled("甲")
    keep()
    assert (tmp_path / module.FILE).stat().st_mtime_ns == written


@pytest.mark.usefixtures("start")
def test_bytes_are_compiled_as_usual():
    assert compiled(rb"^a") == re.compile(rb"^a")
    keep()
    assert module._STORE.known == {}


@pytest.mark.usefixtures("start")
def test_a_bad_pattern_is_an_error_as_usual():
    with pytest.raises(re.error, match="unterminated"):
        compiled("[")
    keep()
    assert module._STORE.known == {}


@pytest.mark.parametrize("damage", [b"", b"x", b"[]\n", b'[["a"]]\n', b"\xff\n\x00"])
def test_what_is_damaged_or_of_another_shape_is_ignored(start, damage):
    kept.store(kept.cache_dir() / module.FILE, module._build(), damage)
    start()
    assert module._STORE.known == {}
    assert all_compiled() == [re.compile(text, flags) for text, flags in PATTERNS]


def test_a_file_changed_by_one_byte_is_ignored(start, tmp_path):
    all_compiled()
    keep()
    path = tmp_path / module.FILE
    content = bytearray(path.read_bytes())
    content[-9] ^= 1
    path.write_bytes(content)
    start()
    assert module._STORE.known == {}


@pytest.mark.parametrize("code", [[], [2**32 - 1] * 8, [14, 10**6, 0, 0, 1], b"abc"])
def test_numbers_that_are_no_pattern_are_compiled_anew(start, code):
    numbers = code if isinstance(code, bytes) else array("I", code).tobytes()
    forged = module._written({("甲+", 0): module.Program(32, numbers, 0, {})})
    kept.store(kept.cache_dir() / module.FILE, module._build(), forged)
    start()
    assert compiled("甲+").findall("甲甲乙甲") == ["甲甲", "甲"]


def test_numbers_of_another_build_of_python_are_ignored(start, monkeypatch):
    all_compiled()
    keep()
    monkeypatch.setattr(module.sys, "version", "3.99")
    start()
    assert module._STORE.known == {}


def test_where_it_becomes_too_much_only_the_latest_run_is_kept(start, monkeypatch):
    monkeypatch.setattr(module, "MOST", 3)
    for text in ("甲", "乙", "丙"):
        compiled(text)
    keep()
    start()
    for text in ("乙", "丁"):
        compiled(text)
    keep()
    start()
    assert sorted(text for text, _ in module._STORE.known) == ["丁", "乙"]


def test_beside_the_program_where_that_may_be_written(start, beside, tmp_path, monkeypatch):
    all_compiled()
    keep()
    assert [path.name.partition(".")[0] for path in beside.iterdir()] == [module.NAME]
    assert not (tmp_path / module.FILE).exists()
    start()
    expected = [re.compile(text, flags) for text, flags in PATTERNS]
    monkeypatch.setattr(module.re, "compile", lambda *_: pytest.fail("compiled again"))
    found = all_compiled()
    monkeypatch.undo()
    assert found == expected


def test_nothing_of_the_cache_folder_gets_beside_the_program(start, beside, monkeypatch):
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    forged = module._written({("甲+", 0): module._taken_apart("乙+", 0)})
    kept.store(kept.cache_dir() / module.FILE, module._build(), forged)
    start()
    assert compiled("甲+").findall("甲乙") == ["乙"]  # the folder is the user's
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    start()
    assert compiled("甲+").findall("甲乙") == ["甲"]
    keep()
    start()
    assert compiled("甲+").findall("甲乙") == ["甲"]
    assert beside.exists()


def run(*words, cache):
    script = (
        "import sys; from perf_lint.text import derived; derived._folder = str;"  # nothing beside the program
        "from perf_lint.cli.main import main; main(sys.argv[1:])"
    )
    return subprocess.run(
        [sys.executable, "-c", script, *words],
        env={**os.environ, "PERF_LINT_CACHE_DIR": str(cache)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_second_run_says_the_same_and_compiles_nothing_anew(tmp_path):
    form = "examples/农村公路养护.txt"
    first = run("check", "--format", "json", form, cache=tmp_path)
    written = (tmp_path / module.FILE).read_bytes()
    second = run("check", "--format", "json", form, cache=tmp_path)
    assert (first.returncode, first.stdout, first.stderr) == (second.returncode, second.stdout, second.stderr)
    assert first.stdout.count('"rule"') > 3
    assert (tmp_path / module.FILE).read_bytes() == written


def test_no_cache_keeps_no_patterns(tmp_path):
    assert run("check", "--no-cache", "examples", cache=tmp_path).returncode in (0, 1)
    assert list(tmp_path.iterdir()) == []
