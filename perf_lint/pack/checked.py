"""Give packs as plain checked data: as they were kept where no file has changed, else from their YAML."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeGuard

from perf_lint import __version__, expr
from perf_lint.expr.labels import labels
from perf_lint.expr.registry import FUNCTIONS
from perf_lint.pack import ready
from perf_lint.pack.locate import is_pack, load_functions, pack_folder, rule_files, word_files
from perf_lint.pack.ready import Ready
from perf_lint.text import compiled, derived
from perf_lint.text.data import content, rules_dir
from perf_lint.text.kept import digest

FORMAT = 5
"""Raise it when the shape of the checked data changes."""
SECTIONS = {"format": int, "packs": list, "functions": list, "rules": list, "changes": list, "profiles": dict}


def checked(names: Sequence[str], *, cache: bool = True) -> Ready:
    """Give the rules, changes and profiles of packs, and the functions compiled for them; raise PackError."""
    if not cache:
        return _read(names)
    compiled.reuse()
    name = _folders_key(names)
    found = ready.load(name)
    if found is not None and found.key == _key_of_packs(found.folders):
        load_functions(found.data["functions"], "pack.yaml")
        return ready.hold(name, found)
    if not derived.writable():
        return _recalled(names) or _read(names, keep=True)
    made = _read(names)
    ready.store(name, made)
    return made


def _read(names: Sequence[str], keep: bool = False) -> Ready:
    """Read packs from their files, and keep them in the cache folder if asked."""
    from perf_lint.pack.profile import read_profiles
    from perf_lint.pack.readpack import read_packs, with_bases

    folders = with_bases(list(names))
    data = {"format": FORMAT, **read_packs(folders), "profiles": read_profiles()}
    made = Ready([str(folder) for folder in folders], _key(folders), data, {})
    if keep:
        from perf_lint.pack import cache

        cache.store(made.key, data)
        cache.store(_folders_key(names), made.folders)
    return made


def _recalled(names: Sequence[str]) -> Ready | None:
    """Give packs from the cache folder; None where it holds nothing or nothing usable."""
    from perf_lint.pack import cache

    folders = cache.load(_folders_key(names))
    if not isinstance(folders, list) or not all(isinstance(folder, str) for folder in folders):
        return None
    key = _key_of_packs(folders)
    data = cache.load(key) if key else None
    if not _usable(data):
        return None
    load_functions(data["functions"], "pack.yaml")
    return Ready(folders, key, data, {})


def _usable(data: Any) -> TypeGuard[dict[str, Any]]:
    return (
        isinstance(data, dict)
        and data.get("format") == FORMAT
        and all(isinstance(data.get(name), type_) for name, type_ in SECTIONS.items())
    )


def _folders_key(names: Sequence[str]) -> str:
    return digest(b"folders", *(str(pack_folder(name).resolve()).encode() for name in names))


def _key_of_packs(folders: Sequence[str]) -> str:
    """Give the key of packs that were in these folders once; empty where there is none now."""
    paths = [Path(folder) for folder in folders]
    return _key(paths) if paths and all(map(is_pack, paths)) else ""


def _key(folders: Sequence[Path]) -> str:
    """Give a key over everything that the checked data and the functions depend on."""
    parts = [__version__.encode(), str(FORMAT).encode(), _language(), _generator()]
    for folder in folders:
        for path in (folder / "pack.yaml", *rule_files(folder), *word_files(folder)):
            parts += [os.fsencode(path), _content(path)]
    parts.append((rules_dir() / "profiles.yaml").read_bytes())
    return digest(*parts)


def _content(path: Path) -> bytes:
    """Give a file's content; nothing where there is none."""
    try:
        return content(path)
    except OSError:
        return b""


def _language() -> bytes:
    """Give the vocabulary and the functions that the trees were checked against."""
    names = sorted(f"{type_}.{name} {label}" for (type_, name), label in labels().names.items())
    signatures = [entry.signature for name in sorted(FUNCTIONS) for entry in FUNCTIONS[name]]
    return "\n".join(names + signatures).encode()


def _generator() -> bytes:
    """Tell whether the part of the program that writes the functions is the same: whoever works on it changes it."""
    try:
        entries = [entry for folder in expr.__path__ for entry in os.scandir(folder) if entry.name.endswith(".py")]
        states = [(entry.name, entry.stat()) for entry in entries]
    except OSError:  # in an archive, which has no file to keep anything in either
        return b""
    return "\n".join(sorted(f"{name} {state.st_size} {state.st_mtime_ns}" for name, state in states)).encode()
