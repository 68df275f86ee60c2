"""Bytes kept between runs: given back as they were, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from perf_lint.text import kept


def test_what_was_stored_comes_back_under_its_key_only(tmp_path: Path):
    file = tmp_path / "new" / "things.bin"
    kept.store(file, "one", b"a\nb")
    assert (kept.load(file, "one"), kept.load(file, "other")) == (b"a\nb", None)
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize("damage", [b"", b"x", b"a\nc", b"a\nb\n"])
def test_a_damaged_body_is_not_given(tmp_path: Path, damage: bytes):
    file = tmp_path / "things.bin"
    kept.store(file, "one", b"a\nb")
    head = file.read_bytes().removesuffix(b"a\nb")
    file.write_bytes(head + damage)
    assert kept.load(file, "one") is None


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("step", ["write_bytes", "replace"])
def test_a_store_that_fails_leaves_the_old_content_and_no_draft(tmp_path, monkeypatch, error, step):
    file = tmp_path / "things.bin"
    kept.store(file, "one", b"old")
    own = getattr(Path, step)

    def fail(path, *_):
        if step == "write_bytes":
            own(path, b"half")
        raise error

    monkeypatch.setattr(Path, step, fail)
    if isinstance(error, OSError):
        kept.store(file, "one", b"new")
    else:
        with pytest.raises(KeyboardInterrupt):
            kept.store(file, "one", b"new")
    assert kept.load(file, "one") == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_cannot_be_made_is_no_mistake(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    kept.store(tmp_path / "file" / "things.bin", "one", b"a")
    assert kept.load(tmp_path / "file" / "things.bin", "one") is None


@pytest.mark.skipif(os.name != "posix", reason="rights of files as on POSIX")
def test_who_may_read_a_file(tmp_path: Path):
    kept.store(tmp_path / "private", "one", b"a", 0o600)
    kept.store(tmp_path / "plain", "one", b"a")
    (tmp_path / "other").touch()
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("private", "plain", "other")]
    assert (modes[0], modes[1]) == (0o600, modes[2])


def test_only_the_newest_files_are_left(tmp_path):
    for number in range(4):
        file = tmp_path / f"pack-{number}.json"
        file.write_bytes(b"")
        os.utime(file, (number, number))
    (tmp_path / "other.json").write_bytes(b"")
    kept.forget_old(tmp_path, "pack-*.json", 2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.json", "pack-2.json", "pack-3.json"]
