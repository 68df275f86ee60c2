"""Packs in the cache folder, where nothing may be kept beside the program: the same rules, and never trusted."""

import json
import os
import subprocess
import sys

import pytest

from perf_lint.pack import PackError, cache, load
from perf_lint.pack.example import build_forms
from perf_lint.text.kept import cache_dir
from tests.pack.packs import pack, rule

LONG_NAME = {"rows": ["数量指标|培训人员数量|20人"]}


def findings(loaded):
    from perf_lint.engine import run

    outcome = run(loaded, [("a.txt", form) for form in build_forms(LONG_NAME)])
    return [(f.rule, f.at, f.message) for f in outcome.findings] + list(outcome.crashes)


FOUND = [("XYZ101", "indicators[0].name", "名称有 6 个字")]


def files(folder):
    return sorted(folder.glob("pack-*.json"), key=lambda path: path.stat().st_size)


def test_the_second_load_comes_from_the_folder_and_means_the_same(tmp_path, cache_folder, monkeypatch):
    mine = pack(tmp_path / "mine", {"XYZ101": rule()})
    assert findings(load([mine])) == FOUND
    assert len(files(cache_folder)) == 2
    monkeypatch.setattr("perf_lint.pack.readpack.read_packs", lambda _: pytest.fail("read again"))
    again = load([mine])
    assert again.names == ("mine 1",)
    assert findings(again) == FOUND


def test_a_changed_rule_is_read_again(tmp_path, cache_folder):
    mine = pack(tmp_path / "mine", {"XYZ101": rule()})
    load([mine])
    pack(tmp_path / "mine", {"XYZ101": rule(message="太长了")})
    assert findings(load([mine])) == [("XYZ101", "indicators[0].name", "太长了")]
    pack(tmp_path / "mine", {"XYZ101": rule(), "XYZ102": rule("XYZ102")})
    assert [r.code for r in load([mine]).rules] == ["XYZ101", "XYZ102"]
    (tmp_path / "mine" / "XYZ101.yaml").write_text("code: [", "utf-8")
    with pytest.raises(PackError):
        load([mine])
    assert cache_folder.exists()


def test_no_cache_writes_nothing(tmp_path, cache_folder):
    load([pack(tmp_path / "mine", {"XYZ101": rule()})], cache=False)
    assert not cache_folder.exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda stored: stored[: len(stored) // 2],
        lambda stored: stored.replace("名称有".encode(), "坏坏坏".encode()),
        lambda stored: b"\xff\xfe" + stored,
        lambda _: b"[" * 100_000,
        lambda stored: stored.partition(b"\n")[0] + b"\n{}",
        lambda stored: stored.partition(b"\n")[2],
    ],
)
def test_a_damaged_file_is_ignored(tmp_path, cache_folder, damage):
    mine = pack(tmp_path / "mine", {"XYZ101": rule()})
    load([mine])
    for path in files(cache_folder):
        path.write_bytes(damage(path.read_bytes()))
    assert findings(load([mine])) == FOUND


def forged(folder, change):
    """Change kept data and sign it again, as somebody could who may write there."""
    path = files(folder)[-1]
    data = json.loads(path.read_bytes().partition(b"\n")[2])
    change(data)
    key = path.stem.removeprefix("pack-")
    cache.store(key, data)


def test_a_forged_file_of_another_shape_is_ignored(tmp_path, cache_folder):
    mine = pack(tmp_path / "mine", {"XYZ101": rule()})
    load([mine])
    forged(cache_folder, lambda data: data.update(rules="x"))
    assert findings(load([mine])) == FOUND
    forged(cache_folder, lambda data: data.update(format=0))
    assert findings(load([mine])) == FOUND


def test_a_forged_tree_runs_nothing(tmp_path, cache_folder):
    mine = pack(tmp_path / "mine", {"XYZ101": rule()})
    load([mine])
    call = ["call", 0, "bool", ["__import__('os').system", [], 0]]
    forged(cache_folder, lambda data: data["rules"][0]["trees"].update({"assert": call}))
    (crash,) = findings(load([mine]))
    assert (crash.rule, crash.cause) == ("XYZ101", "UnsafeTreeError: function \"__import__('os').system\"")


def test_a_folder_that_cannot_be_written_is_no_mistake(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x", "utf-8")
    monkeypatch.setenv("PERF_LINT_CACHE_DIR", str(tmp_path / "file" / "below"))
    assert findings(load([pack(tmp_path / "mine", {"XYZ101": rule()})])) == FOUND


def test_old_files_go(cache_folder):
    for number in range(12):
        cache.store(f"{number:040d}", [number])
    assert len(files(cache_folder)) == cache.KEPT


def test_the_folder_follows_the_system(monkeypatch, tmp_path):
    monkeypatch.delenv("PERF_LINT_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    assert cache_dir() == tmp_path / "perf-lint"


@pytest.mark.parametrize(("beside", "still"), [("", "['json', 'perf_lint.expr.codegen']"), ("beside/", "[]")])
def test_a_start_from_what_is_kept_imports_no_parser(tmp_path, beside, still):
    script = (
        f"from perf_lint.text import derived; derived._folder = lambda: {beside!r};"
        "import sys; from perf_lint.pack import load, ready; pack = load();"
        "[r.decide for r in pack.rules if r.scope != 'pipeline']; ready.keep();"
        "heavy = ('yaml', 'pydantic', 'lark', 'json', 'perf_lint.expr.codegen');"
        "print(len(pack.rules), [m for m in heavy if m in sys.modules])"
    )
    environment = {
        **os.environ,
        "PERF_LINT_CACHE_DIR": str(tmp_path / "cache"),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    (tmp_path / "beside").mkdir()
    outputs = [
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for _ in range(2)
    ]
    count = outputs[0].split()[0]
    assert int(count) > 40
    assert outputs[0] == f"{count} ['yaml', 'pydantic', 'lark', 'json', 'perf_lint.expr.codegen']\n"
    assert outputs[1] == f"{count} {still}\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_in_the_place_of_a_kept_rule_is_not_waited_for(tmp_path):
    mine = pack(tmp_path / "mine", {"XYZ101": rule()})
    load([mine])
    (tmp_path / "mine" / "XYZ101.yaml").unlink()
    os.mkfifo(tmp_path / "mine" / "XYZ101.yaml")
    with pytest.raises(PackError):
        load([mine])
