"""Find packs: shipped ones by name, others by folder or by an installed package's entry point."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from perf_lint.pack.problem import PackError, Problem
from perf_lint.text.data import rules_dir

DEFAULT_PACKS = ("cn-2015", "cn-2021")
MAX_FILES = 1000
PACKS_GROUP = "perf_lint.packs"
FUNCTIONS_GROUP = "perf_lint.functions"


def pack_folder(name: str) -> Path:
    """Give the folder of a pack named on the command line or in `extends`; raise PackError where there is none."""
    if name.isascii() and name.replace("-", "").isalnum() and (rules_dir() / name / "pack.yaml").is_file():
        return rules_dir() / name
    if os.sep in name or "/" in name or name.startswith(".") or Path(name).is_dir():
        folder = Path(name)
        if (folder / "pack.yaml").is_file():
            return folder
        raise PackError([Problem(name, 0, 0, "这个目录里没有 pack.yaml")])
    found = _from_entry_point(name)
    if found is not None:
        return found
    import difflib

    near = difflib.get_close_matches(name, shipped(), n=1)
    hint = f"，是否想写「{near[0]}」？" if near else f"；自带的有：{'、'.join(shipped())}"
    raise PackError([Problem("", 0, 0, f"没有规则包「{name}」{hint}")])


def shipped() -> list[str]:
    """List the packs that come with the tool."""
    return sorted(path.parent.name for path in rules_dir().glob("*/pack.yaml"))


def rule_files(folder: Path) -> list[Path]:
    """List the rule files of a pack, in order of code."""
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if entry.name[:1].isupper() and entry.name.endswith(".yaml"))
    if len(names) > MAX_FILES:
        raise PackError([Problem(str(folder), 1, 1, f"规则文件太多：{len(names)} 个，最多 {MAX_FILES} 个")])
    return [folder / name for name in names]


def load_functions(names: Sequence[str], file: str) -> None:
    """Import the function plug-ins that a pack asks for; raise PackError where one is not installed."""
    if not names:
        return
    from importlib.metadata import entry_points

    known = {entry.name: entry for entry in entry_points(group=FUNCTIONS_GROUP)}
    for name in names:
        if name not in known:
            raise PackError([Problem(file, 1, 1, f"没有安装函数插件「{name}」（entry point {FUNCTIONS_GROUP}）")])
        known[name].load()


def _from_entry_point(name: str) -> Path | None:
    """Give the folder that an installed package names: its entry point is a module, or a path or text."""
    from importlib.metadata import entry_points

    for entry in entry_points(group=PACKS_GROUP):
        if entry.name != name:
            continue
        given = entry.load()
        return Path(given) if isinstance(given, str | os.PathLike) else Path(given.__file__).parent
    return None
