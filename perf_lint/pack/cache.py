"""Keep checked packs as plain JSON between runs, so that no parser has to start.

What comes back is data, never code: the trees in it are compiled by `expr.codegen`, which writes only what a checked
tree can mean. A file that is damaged or not ours is ignored.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from perf_lint.text.digest import blake2b

KEPT = 8
"""How many checked packs stay in the folder."""
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


def load(key: str) -> Any:
    """Give what was kept under `key`; None where there is nothing or nothing usable."""
    try:
        stored = (cache_dir() / f"pack-{key}.json").read_bytes()
        head, _, body = stored.partition(b"\n")
        if head.decode("ascii") != digest(key.encode(), body):
            return None
        return json.loads(body)
    except (OSError, ValueError, RecursionError):
        return None


def store(key: str, data: Any) -> None:
    """Keep `data` under `key`; a folder that cannot be written is no mistake."""
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    folder = cache_dir()
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = folder / f"pack-{key}.json"
        draft = folder / f".{target.name}.{os.getpid()}"
        draft.write_bytes(digest(key.encode(), body).encode() + b"\n" + body)
        draft.replace(target)
        _forget_old(folder)


def _forget_old(folder: Path) -> None:
    kept = sorted(folder.glob("pack-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[KEPT:]:
        path.unlink(missing_ok=True)
