"""Give packs as plain checked data: from the cache where no file has changed, else from their YAML."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from perf_lint import __version__
from perf_lint.expr import bytecode
from perf_lint.expr.program import labels
from perf_lint.expr.registry import FUNCTIONS
from perf_lint.pack import cache as kept
from perf_lint.pack.locate import is_pack, load_functions, pack_folder, rule_files, word_files
from perf_lint.text import compiled
from perf_lint.text.data import content, rules_dir
from perf_lint.text.kept import digest

FORMAT = 4
"""Raise it when the shape of the kept data changes."""
SECTIONS = {"format": int, "packs": list, "functions": list, "rules": list, "changes": list, "profiles": dict}


def checked(names: Sequence[str], *, cache: bool = True) -> dict[str, Any]:
    """Give the rules, changes and profiles of packs; raise PackError."""
    if cache:
        compiled.reuse()
        bytecode.reuse()
        folders = _known_folders(names)
        found = kept.load(_key(folders)) if folders else None
        if isinstance(found, dict) and _usable(found):
            load_functions(found["functions"], "pack.yaml")
            return found
    from perf_lint.pack.profile import read_profiles
    from perf_lint.pack.readpack import read_packs, with_bases

    folders = with_bases(list(names))
    data = {"format": FORMAT, **read_packs(folders), "profiles": read_profiles()}
    if cache:
        kept.store(_key(folders), data)
        kept.store(_folders_key(names), [str(folder) for folder in folders])
    return data


def _usable(data: Any) -> bool:
    return (
        isinstance(data, dict)
        and data.get("format") == FORMAT
        and all(isinstance(data.get(name), type_) for name, type_ in SECTIONS.items())
    )


def _known_folders(names: Sequence[str]) -> list[Path]:
    """Recall which folders these packs were made of; what is wrong here only makes another key."""
    found = kept.load(_folders_key(names))
    if not isinstance(found, list) or not all(isinstance(folder, str) for folder in found):
        return []
    folders = [Path(folder) for folder in found]
    return folders if all(is_pack(folder) for folder in folders) else []


def _folders_key(names: Sequence[str]) -> str:
    return digest(b"folders", *(str(pack_folder(name).resolve()).encode() for name in names))


def _key(folders: Sequence[Path]) -> str:
    """Give a key over everything that the checked data depends on."""
    parts = [__version__.encode(), str(FORMAT).encode(), _language()]
    for folder in folders:
        for path in (folder / "pack.yaml", *rule_files(folder), *word_files(folder)):
            parts += [str(path).encode(), _content(path)]
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
    names = sorted(f"{type_}.{name}" for type_, name in labels().names)
    signatures = [entry.signature for name in sorted(FUNCTIONS) for entry in FUNCTIONS[name]]
    return "\n".join(names + signatures).encode()
