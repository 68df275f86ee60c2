"""Read whole packs into plain checked data."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from perf_lint.model.words import Words
from perf_lint.pack.locate import DEFAULT_PACKS, load_functions, pack_folder, rule_files, yaml_names
from perf_lint.pack.packfile import Authority, PackFile
from perf_lint.pack.problem import PackError, Problem
from perf_lint.pack.readrule import read_rule
from perf_lint.pack.shape import validated
from perf_lint.pack.wordfile import Lists, own_lists
from perf_lint.pack.yamlfile import read_yaml

MAX_EXTENDS = 8
CIRCLE = Words("extends 绕成了圈或太深", "extends goes in a circle, or too deep")


def read_packs(folders: list[Path]) -> dict[str, Any]:
    """Check the rules of packs, base first; raise PackError with the mistakes of all their files."""
    problems: list[Problem] = []
    packs = [read_manifest(folder) for folder in folders]
    authorities: dict[str, str] = {}
    rules: list[dict[str, Any]] = []
    changes: list[dict[str, Any]] = []
    lists: dict[str, Lists] = {}
    for folder, pack in zip(folders, packs, strict=True):
        load_functions(pack.functions, f"{pack.name}/pack.yaml")
        authorities |= {authority.ref: authority.printed() for authority in pack.authorities}
        below = _below(pack, packs)
        lists[pack.name] = {**_joined(lists, below), **own_lists(folder, pack.name)}
        taken, wrong = _rules_of(folder, pack, authorities, lists[pack.name])
        problems += wrong
        rules = _replaced(rules, taken, below)
        changes += [{**change.model_dump(), "origin": f"{pack.name}/pack.yaml"} for change in pack.overrides]
    if problems:
        raise PackError(problems)
    return {
        "packs": [f"{pack.name} {pack.version}".strip() for pack in packs],
        "functions": [name for pack in packs for name in pack.functions],
        "rules": sorted(rules, key=lambda rule: rule["code"]),
        "changes": changes,
    }


def _rules_of(
    folder: Path, pack: PackFile, authorities: dict[str, str], lists: Lists
) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Read a pack's own rules, and gather what is wrong in their files."""
    rules: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for path in rule_files(folder):
        try:
            rules.append(read_rule(path, pack.name, authorities, f"{pack.name}/{path.name}", lists))
        except PackError as error:
            problems += error.problems
    for rule in rules:
        if not rule["applies_to"]["framework"]:
            rule["applies_to"]["framework"] = pack.framework
    return rules, problems


def with_bases(names: list[str]) -> list[Path]:
    """Give the folders of packs and of all that they extend, base first, each once."""
    found: dict[Path, None] = {}

    def visit(name: str, near: Path | None, depth: int) -> None:
        folder = pack_folder(str(near / name) if near is not None and name.startswith(".") else name).resolve()
        if folder in found:
            return
        if depth > MAX_EXTENDS:
            raise PackError([Problem(f"{name}/pack.yaml", 0, 0, CIRCLE)])
        for base in read_manifest(folder).extends:
            visit(base, folder, depth + 1)
        found[folder] = None

    for name in names:
        visit(name, None, 0)
    return list(found)


def read_manifest(folder: Path) -> PackFile:
    """Read the pack.yaml of a folder; one without it extends the shipped packs and has no name but its own."""
    if "pack.yaml" not in yaml_names(folder):
        return PackFile(name=folder.name, version="", title=folder.name, extends=list(DEFAULT_PACKS))
    pack: PackFile = validated(read_yaml(folder / "pack.yaml", f"{folder.name}/pack.yaml"), PackFile)
    return pack


def authorities_of(folder: Path) -> dict[str, Authority]:
    """Give the authorities that the rules of a pack may cite, those of the packs below included."""
    found: dict[str, Authority] = {}
    for below in with_bases([str(folder)]):
        found |= {authority.ref: authority for authority in read_manifest(below).authorities}
    return found


def lists_of(folder: Path) -> Lists:
    """Give the word lists that the rules of a pack see before the shipped ones, those of the packs below included."""
    found: dict[str, tuple[str, ...]] = {}
    for below in with_bases([str(folder)]):
        found |= own_lists(below, read_manifest(below).name)
    return found


def _joined(lists: Mapping[str, Lists], below: set[str]) -> dict[str, tuple[str, ...]]:
    return {name: entries for pack, own in lists.items() if pack in below for name, entries in own.items()}


def _below(pack: PackFile, packs: list[PackFile]) -> set[str]:
    by_name = {entry.name: entry for entry in packs}
    found: set[str] = set()
    waiting = list(pack.extends)
    while waiting:
        name = waiting.pop().rstrip("/").rsplit("/", 1)[-1]
        if name not in found:
            found.add(name)
            waiting += by_name[name].extends if name in by_name else []
    return found


def _replaced(rules: list[dict[str, Any]], taken: list[dict[str, Any]], below: set[str]) -> list[dict[str, Any]]:
    """Let a pack's rule take the place of the rule with its code in a pack that it extends."""
    codes = {rule["code"] for rule in taken}
    return [rule for rule in rules if rule["code"] not in codes or rule["pack"] not in below] + taken
