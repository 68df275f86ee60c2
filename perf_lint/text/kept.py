"""Keep bytes between runs that could be computed again: a file that is damaged or not ours is ignored."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from perf_lint.text.digest import blake2b

VARIABLE = "PERF_LINT_CACHE_DIR"


def cache_dir() -> Path:
    """Give the folder for what may be computed again; it need not exist."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "perf-lint"


def digest(*parts: bytes) -> str:
    """Give the key of some contents."""
    state = blake2b(digest_size=20)
    for part in parts:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.hexdigest()


def load(path: str | Path, key: str) -> bytes | None:
    """Give what was kept under `key` in a file; None where there is nothing or nothing usable."""
    try:
        with open(path, "rb") as handle:  # noqa: PTH123  # every start comes by here
            head, body = handle.readline(), handle.read()
        return body if head == _head(key, body) else None
    except OSError:
        return None


def store(path: str | Path, key: str, body: bytes, mode: int = 0o666) -> None:
    """Keep `body` under `key` in a file; a folder that cannot be written is no mistake."""
    target = Path(path)
    with suppress(OSError):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            draft.touch(mode)
            draft.write_bytes(_head(key, body) + body)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)  # what a full disk or an interrupt left of it


def _head(key: str, body: bytes) -> bytes:
    """Give the first line of a file: it tells damage from content, and one key from another."""
    return f"{crc32(body, crc32(key.encode())):08x} {len(body)} {digest(key.encode())}\n".encode()


def forget_old(folder: str | Path, pattern: str, kept: int) -> None:
    """Remove all but the `kept` newest of the files that fit a glob pattern."""
    with suppress(OSError):
        found = sorted(Path(folder).glob(pattern), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in found[kept:]:
            path.unlink(missing_ok=True)
