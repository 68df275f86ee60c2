"""Keep checked packs as plain JSON, so that no parser has to start, where `ready` can keep nothing.

What comes back is data, never code: the trees in it are compiled by `expr.codegen`, which writes only what a checked
tree can mean.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from perf_lint.text import kept

KEPT = 8
"""How many checked packs stay in the folder."""


def load(key: str) -> Any:
    """Give what was kept under `key`; None where there is nothing or nothing usable."""
    body = kept.load(_file(key), key)
    try:
        return None if body is None else json.loads(body)
    except (ValueError, RecursionError):
        return None


def store(key: str, data: Any) -> None:
    """Keep `data` under `key`."""
    kept.store(_file(key), key, json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())
    kept.forget_old(kept.cache_dir(), "pack-*.json", KEPT)


def _file(key: str) -> Path:
    return kept.cache_dir() / f"pack-{key}.json"
