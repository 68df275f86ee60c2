"""Find packs: shipped ones by name, others by folder or by an installed package's entry point.

A folder of rule files needs no pack.yaml: without one it is an unnamed pack on top of the shipped ones.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from perf_lint.model.words import Words
from perf_lint.pack.problem import PackError, Problem, nearest
from perf_lint.text.data import rules_dir
from perf_lint.text.pattern import lazy_pattern

DEFAULT_PACKS = ("cn-2015", "cn-2021")
MAX_FILES = 1000
LIKE_A_CODE = lazy_pattern(r"[A-Za-z]{3}[0-9]{3}[a-z]?\.ya?ml")
PACKS_GROUP = "perf_lint.packs"
FUNCTIONS_GROUP = "perf_lint.functions"


def pack_folder(name: str) -> Path:
    """Give the folder of a pack named on the command line or in `extends`; raise PackError where there is none."""
    if name.isascii() and name.replace("-", "").isalnum() and (rules_dir() / name / "pack.yaml").is_file():
        return rules_dir() / name
    if os.sep in name or "/" in name or name.startswith(".") or Path(name).is_dir():
        folder = Path(name)
        if not is_pack(folder):
            raise PackError([Problem(name, 0, 0, _no_pack(folder))])
        return folder
    found = _from_entry_point(name)
    if found is not None:
        return found
    near = nearest(name, shipped(), otherwise=True)
    words = Words(f"没有规则包「{name}」{near.zh}", f"no rule pack “{name}”{near.en}")
    raise PackError([Problem("", 0, 0, words)])


def is_pack(folder: Path) -> bool:
    """Tell whether a folder holds a pack.yaml or at least one rule file."""
    return (folder / "pack.yaml").is_file() or (folder.is_dir() and bool(rule_files(folder)))


def _no_pack(folder: Path) -> Words:
    if folder.is_file():
        return Words(
            "这是文件；--pack 要写放规则文件的目录", "this is a file; --pack wants the folder of the rule files"
        )
    if not folder.is_dir():
        return Words("没有这个目录", "there is no such folder")
    return Words(
        "这个目录里没有规则文件；规则文件以编号为名，例如 JYJ101.yaml",
        "no rule files in this folder; they are named after their code, such as JYJ101.yaml",
    )


def shipped() -> list[str]:
    """List the packs that come with the tool."""
    return sorted(path.parent.name for path in rules_dir().glob("*/pack.yaml"))


def rule_files(folder: Path) -> list[Path]:
    """List the rule files of a pack, in order of code; raise PackError for names that only look like one."""
    names = yaml_names(folder)
    rules = [name for name in names if name[:1].isupper() and name.endswith(".yaml")]
    odd = [name for name in names if name not in rules and LIKE_A_CODE.fullmatch(name)]
    if odd:
        meant = f"{odd[0][:6].upper()}.yaml"
        words = Words(
            f"规则文件的名字要用大写，以 .yaml 结尾：改为 {meant}", f"name a rule file in capitals and .yaml: {meant}"
        )
        raise PackError([Problem(f"{folder.name}/{odd[0]}", 0, 0, words)])
    return [folder / name for name in rules]


def word_files(folder: Path) -> list[Path]:
    """List the word lists of a pack: `words/*.yaml`."""
    words = folder / "words"
    if words.is_symlink():
        _refuse_way_out(folder, "words")
    return [words / name for name in yaml_names(words) if name.endswith(".yaml")] if words.is_dir() else []


def yaml_names(folder: Path) -> list[str]:
    """List the YAML files of a folder; raise PackError for too many, and for links that lead out of it."""
    with os.scandir(folder) as entries:
        found = {entry.name: entry.is_symlink() for entry in entries if entry.name.endswith((".yaml", ".yml"))}
    if len(found) > MAX_FILES:
        words = Words(
            f"文件太多：{len(found)} 个，最多 {MAX_FILES} 个", f"too many files: {len(found)}, at most {MAX_FILES}"
        )
        raise PackError([Problem(str(folder), 0, 0, words)])
    for name, is_link in found.items():
        if is_link:
            _refuse_way_out(folder, name)
    return sorted(found)


def _refuse_way_out(folder: Path, name: str) -> None:
    """Refuse a link out of the folder: a message about what it leads to would print its lines."""
    try:
        inside = (folder / name).resolve(strict=True).is_relative_to(folder.resolve())
    except FileNotFoundError:  # a link to nothing is told when it is read
        return
    except (OSError, RuntimeError):  # links in a circle
        inside = False
    if not inside:
        words = Words("是指向目录之外的链接，不读", "a link that leads out of its folder is not read")
        raise PackError([Problem(f"{folder.name}/{name}", 0, 0, words)])


def load_functions(names: Sequence[str], file: str) -> None:
    """Import the function plug-ins that a pack asks for; raise PackError where one is not installed."""
    if not names:
        return
    from importlib.metadata import entry_points

    known = {entry.name: entry for entry in entry_points(group=FUNCTIONS_GROUP)}
    for name in names:
        if name not in known:
            words = Words(
                f"没有安装函数插件「{name}」（entry point {FUNCTIONS_GROUP}）",
                f"the function plug-in “{name}” is not installed (entry point {FUNCTIONS_GROUP})",
            )
            raise PackError([Problem(file, 0, 0, words)])
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
